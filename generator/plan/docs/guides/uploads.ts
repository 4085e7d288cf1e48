import { callFrom } from "../../call/call.js";
import type { TemplateFile } from "../../file.js";
import { opensFiles, sampleArguments } from "../../samples/sample-arguments.js";
import { valueCode } from "../../samples/value-code.js";
import { calleeOf, type DocsContext, type Placed } from "../docs-context.js";
import { linkFrom } from "../pages.js";
import type { ReadView } from "../part-views.js";
import { readView } from "../snippets.js";

export function uploadsGuide(page: string, docs: DocsContext): TemplateFile {
  const { uploads, pages } = docs;
  const current = uploads.filter(({ operation }) => operation.deprecated === null);
  const exampleOf = (format: string) => {
    const hasFormat = ({ operation }: Placed) => operation.body?.format === format;
    const placed = current.find(hasFormat) ?? uploads.find(hasFormat);
    return placed ? withFiles(placed, docs) : null;
  };
  return {
    path: page,
    from: "template",
    template: "docs/guide-uploads",
    view: {
      form: exampleOf("multipart"),
      bytes: exampleOf("binary"),
      operations: uploads.map((placed) => ({
        label: calleeOf(placed, docs),
        href: linkFrom(page, pages.operation(placed.operation)),
      })),
    },
  };
}

/** A call with its files, even if they are optional. */
function withFiles(placed: Placed, docs: DocsContext): ReadView {
  const snippet = readView(placed, docs);
  const call = callFrom(placed.operation, docs.api);
  const { arguments: given } = call;
  const isFile = ({ in: place, name, key }: (typeof given.fields)[number]) =>
    place === "body" && (given.body === "body" ? key === "body" : given.files.includes(name));
  const fields = given.fields.map((field) =>
    isFile(field) ? { ...field, required: true } : field,
  );
  const sample = sampleArguments({ ...call, arguments: { ...given, fields } }, docs.find);
  const before = snippet.result === null ? "await " : `const ${snippet.result} = await `;
  return {
    ...snippet,
    argument: valueCode(sample, [before, `${snippet.callee}(`, ");"]),
    opensFiles: opensFiles(sample),
  };
}
