import { callFrom } from "../../call/call.js";
import type { TemplateFile } from "../../file.js";
import { sampleArguments } from "../../samples/sample-arguments.js";
import { opensFiles } from "../../samples/sample-files.js";
import { valueCode } from "../../samples/value-code.js";
import { calleeOf, type DocsContext, type Upload } from "../docs-context.js";
import { linkFrom } from "../pages.js";
import type { ReadView } from "../part-views.js";
import { readView } from "../snippets/snippets.js";
import { concreteType } from "../snippets/usage-views.js";

export function uploadsGuide(page: string, docs: DocsContext): TemplateFile {
  const { uploads, pages } = docs;
  const operations = new Map(uploads.map((upload) => [upload.operation, upload]));
  return {
    path: page,
    from: "template",
    template: "docs/guide-uploads",
    view: {
      form: exampleOf("multipart", docs),
      bytes: exampleOf("binary", docs),
      operations: [...operations].map(([operation, placed]) => ({
        label: calleeOf(placed, docs),
        href: linkFrom(page, pages.operation(operation)),
      })),
    },
  };
}

/** A call with a body of a format, preferably one that needs no `contentType`. */
function exampleOf(format: "multipart" | "binary", docs: DocsContext): ReadView | null {
  const suitable = docs.uploads.filter(
    ({ withBody: { body } }) => body?.format === format && concreteType(body.contentType) !== null,
  );
  const current = suitable.filter(({ operation }) => operation.deprecated === null);
  const upload = current.find(({ isDefault }) => isDefault) ?? current[0] ?? suitable[0];
  return upload ? withFiles(upload, docs) : null;
}

/** A call with its files, even if they are optional. */
function withFiles(upload: Upload, docs: DocsContext): ReadView {
  const snippet = readView(upload, docs);
  const call = callFrom(upload.withBody, docs.api);
  const { arguments: given } = call;
  const isFile = ({ in: place, name, key }: (typeof given.fields)[number]) =>
    place === "body" && (given.body === "body" ? key === "body" : given.files.includes(name));
  const fields = given.fields.map((field) =>
    isFile(field) ? { ...field, required: true } : field,
  );
  const sample = sampleArguments({ ...call, arguments: { ...given, fields } }, docs.find);
  const before = snippet.result === null ? "await " : `const ${snippet.result} = await `;
  const argument = valueCode(sample, [before, `${snippet.callee}(`, ");"]);
  return {
    ...snippet,
    argument: upload.isDefault ? argument : `${argument}, ${contentTypeOption(upload)}`,
    opensFiles: opensFiles(sample),
  };
}

function contentTypeOption({ withBody: { body } }: Upload): string {
  return `{ contentType: ${JSON.stringify(concreteType(body?.contentType ?? ""))} }`;
}
