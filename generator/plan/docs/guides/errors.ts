import type { Operation } from "../../../model/api/operation.js";
import type { TemplateFile } from "../../file.js";
import type { DocsContext, Placed } from "../docs-context.js";
import { payloadText } from "../errors/payload-text.js";
import type { NarrowingView } from "../part-views.js";
import { firstShown, guideExample } from "../snippets/first-call.js";
import { endOfCall } from "../snippets/snippet-client.js";
import { argumentOf, outcomeSnippetView, snippetView, startOf } from "../snippets/snippets.js";

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
      tryCatch: { ...callInBlock(placed, docs), baseError },
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
  const { errors } = placed.operation;
  const codes = documentedCodes(placed.operation);
  const shown = codes.find((code) => code === 404) ?? codes[0];
  const failures = errors.filter(({ status }) => status.kind === "code" && status.code === shown);
  const mayBeText = failures.some(({ text }) => text !== null);
  return {
    ...outcomeSnippetView(placed, docs),
    statuses: shown === undefined ? [] : [shown],
    payload: mayBeText ? "error.body" : payloadText(failures, "error.body", docs.find),
  };
}

/** A call in a block, whose value isn't read. */
function callInBlock(placed: Placed, docs: DocsContext) {
  const { result: _result, ...snippet } = snippetView(placed, docs);
  const around = [startOf(null, snippet.callee), endOfCall];
  return { ...snippet, ...argumentOf(placed.operation, docs, around, "  ") };
}

/** The status codes that are documented with a payload. */
function documentedCodes({ errors }: Operation): number[] {
  return errors.flatMap(({ status, error }) =>
    status.kind === "code" && error !== null ? [status.code] : [],
  );
}
