import { type Call, callFrom } from "../../call/call.js";
import type { TemplateFile } from "../../file.js";
import { calleeOf, type DocsContext, type Placed, placedOperations } from "../docs-context.js";
import { linkFrom } from "../pages.js";
import { streamedSnippetView, tunedView } from "../snippets.js";
import type { StreamFactsView } from "./guide-views.js";

/** Whether an operation returns a stream of items, or bytes as a stream. */
export function hasStreams(reference: DocsContext): boolean {
  const facts = streamFacts(reference);
  return facts.hasStreams || facts.hasBytes;
}

export function streamFacts(reference: DocsContext): StreamFactsView {
  const calls = placedOperations(reference.api).map((placed) => callOf(placed, reference));
  const events = calls.filter(({ stream }) => stream?.format === "events");
  return {
    hasStreams: calls.some(({ stream }) => stream !== null),
    hasEvents: events.length > 0,
    hasReconnect: events.some(({ operation }) => operation.method === "get"),
    hasBytes: calls.some(({ hasBytes }) => hasBytes),
  };
}

export function streamingGuide(page: string, reference: DocsContext): TemplateFile {
  const placed = placedOperations(reference.api);
  const streams = placed.filter((each) => callOf(each, reference).stream !== null);
  const [first] = streams;
  return {
    path: page,
    from: "template",
    template: "docs/guide-streaming",
    view: {
      ...streamFacts(reference),
      operations: streams.map((each) => ({
        label: calleeOf(each, reference),
        href: linkFrom(page, reference.pages.operation(each.operation)),
      })),
      example: first ? streamedSnippetView(first, reference) : null,
      results: first ? streamedTunedView(first, reference) : null,
    },
  };
}

function streamedTunedView(placed: Placed, reference: DocsContext) {
  const { argument } = streamedSnippetView(placed, reference);
  const { result: _, ...tuned } = tunedView(placed, reference, ", { idleTimeoutMs: 30_000 });");
  return callOf(placed, reference).streaming === null
    ? tuned
    : { ...tuned, leading: `${argument}, ` };
}

function callOf({ operation }: Placed, { api }: DocsContext): Call {
  return callFrom(operation, api);
}
