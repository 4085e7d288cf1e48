import type { TemplateFile } from "../file.js";
import { callErrors } from "./call-errors.js";
import { type DocsContext, shownFirst } from "./docs-context.js";
import { outcomeSnippetView } from "./snippets.js";

/** A page for each error without an error response. */
export function callErrorFiles(reference: DocsContext): TemplateFile[] {
  const first = shownFirst(reference.api);
  return callErrors.map(({ name, kind, when, advice, properties }) => ({
    path: reference.pages.ownError(name),
    from: "template",
    template: "docs/call-error",
    view: {
      name,
      when,
      advice,
      example: first ? { ...outcomeSnippetView(first, reference), kind } : null,
      kindType: JSON.stringify(kind),
      properties,
    },
  }));
}
