import type { TemplateFile } from "../../file.js";
import { linkFrom } from "../pages.js";
import { calleeOf, type Reference } from "../reference.js";
import { snippetView } from "../snippets.js";

export function uploadsGuide(page: string, reference: Reference): TemplateFile {
  const { uploads, pages } = reference;
  const exampleOf = (format: string) => {
    const placed = uploads.find(({ operation }) => operation.body?.format === format);
    return placed ? snippetView(placed, reference) : null;
  };
  return {
    path: page,
    from: "template",
    template: "docs/guide-uploads",
    view: {
      form: exampleOf("multipart"),
      bytes: exampleOf("binary"),
      operations: uploads.map((placed) => ({
        label: calleeOf(placed, reference),
        href: linkFrom(page, pages.operation(placed.operation)),
      })),
    },
  };
}
