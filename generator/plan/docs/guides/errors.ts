import type { Operation } from "../../../model/api/operation.js";
import type { TemplateFile } from "../../file.js";
import type { DocsContext, Placed } from "../docs-context.js";
import type { NarrowingView } from "../part-views.js";
import { firstShown, guideExample } from "../snippets/first-call.js";
import { outcomeSnippetView, snippetView } from "../snippets/snippets.js";

export function errorsGuide(page: string, docs: DocsContext): TemplateFile {
  const { baseError } = docs.names.client;
  const placed = guideExample(failingOperation(docs));
  return {
    path: page,
    from: "template",
    template: "docs/guide-errors",
    view: {
      baseError,
      failing: failingView(placed, docs),
      tryCatch: { ...withoutResult(placed, docs), baseError },
    },
  };
}

/** An operation whose documented failures make a good example, preferably with a 404. */
export function failingOperation({ api }: DocsContext): Placed | undefined {
  return (
    firstShown(api, ({ operation }) => documentedCodes(operation).includes(404)) ??
    firstShown(api, ({ operation }) => documentedCodes(operation).length > 0) ??
    firstShown(api)
  );
}

export function failingView(placed: Placed, docs: DocsContext): NarrowingView {
  const codes = documentedCodes(placed.operation);
  const status = codes.find((code) => code === 404) ?? codes[0];
  return {
    ...outcomeSnippetView(placed, docs),
    statuses: status === undefined ? [] : [status],
  };
}

function withoutResult(placed: Placed, docs: DocsContext) {
  const { result, ...snippet } = snippetView(placed, docs);
  return snippet;
}

/** The status codes that are documented with a payload. */
function documentedCodes({ errors }: Operation): number[] {
  return errors.flatMap(({ status, error }) =>
    status.kind === "code" && error !== null ? [status.code] : [],
  );
}
