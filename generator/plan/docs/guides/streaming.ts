import { type Call, callFrom } from "../../call/call.js";
import type { TemplateFile } from "../../file.js";
import { calleeOf, type DocsContext, type Placed, placedOperations } from "../docs-context.js";
import { linkFrom } from "../pages.js";
import { callWithOptionsView, streamedSnippetView } from "../snippets.js";

/** Whether an operation returns a stream of items, or bytes as a stream. */
export function hasStreams(reference: DocsContext): boolean {
  return placedOperations(reference.api).some((placed) => {
    const { stream, hasBytes } = callOf(placed, reference);
    return stream !== null || hasBytes;
  });
}

export function streamingGuide(page: string, reference: DocsContext): TemplateFile {
  const placed = placedOperations(reference.api);
  const streams = placed.filter((each) => callOf(each, reference).stream !== null);
  const [first] = streams;
  const calls = streams.map((each) => callOf(each, reference));
  return {
    path: page,
    from: "template",
    template: "docs/guide-streaming",
    view: {
      hasStreams: streams.length > 0,
      hasEvents: calls.some(({ stream }) => stream?.format === "events"),
      hasReconnect: calls.some(({ operation, stream }) => {
        return stream?.format === "events" && operation.method === "get";
      }),
      hasBytes: placed.some((each) => callOf(each, reference).hasBytes),
      operations: streams.map((each) => ({
        label: calleeOf(each, reference),
        href: linkFrom(page, reference.pages.operation(each.operation)),
      })),
      example: first ? streamedSnippetView(first, reference) : null,
      results: first ? streamWithOptionsView(first, reference) : null,
    },
  };
}

function streamWithOptionsView(placed: Placed, reference: DocsContext) {
  const { argument } = streamedSnippetView(placed, reference);
  const { result: _, ...view } = callWithOptionsView(
    placed,
    reference,
    ", { idleTimeoutMs: 30_000 });",
  );
  return callOf(placed, reference).streaming === null
    ? view
    : { ...view, leading: `${argument}, ` };
}

function callOf({ operation }: Placed, { api }: DocsContext): Call {
  return callFrom(operation, api);
}
