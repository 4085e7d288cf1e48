import { type Call, callFrom } from "../../call/call.js";
import type { TemplateFile } from "../../file.js";
import { calleeOf, type DocsContext, type Placed, placedOperations } from "../docs-context.js";
import { linkFrom } from "../pages.js";
import { callWithOptionsView, streamedSnippetView, streamVariantOf } from "../snippets/snippets.js";
import type { StreamFactsView } from "./guide-views.js";

/** Whether an operation returns a stream of items, or bytes as a stream. */
export function hasStreams(docs: DocsContext): boolean {
  const facts = streamFacts(docs);
  return facts.hasStreams || facts.hasBytes;
}

export function streamFacts(docs: DocsContext): StreamFactsView {
  const calls = placedOperations(docs.api).map((placed) => callOf(placed, docs));
  const events = calls.filter(({ stream }) => stream?.format === "events");
  return {
    hasStreams: calls.some(({ stream }) => stream !== null),
    hasEvents: events.length > 0,
    hasReconnect: calls.some(canReconnect),
    hasBytes: calls.some(({ hasBytes }) => hasBytes),
  };
}

export function streamingGuide(page: string, docs: DocsContext): TemplateFile {
  const placed = placedOperations(docs.api);
  const streams = placed.filter((each) => callOf(each, docs).stream !== null);
  const [first] = streams;
  const continued = streams.find((each) => canReconnect(callOf(each, docs)));
  return {
    path: page,
    from: "template",
    template: "docs/guide-streaming",
    view: {
      ...streamFacts(docs),
      operations: streams.map((each) => ({
        label: calleeOf(each, docs),
        href: linkFrom(page, docs.pages.operation(each.operation)),
      })),
      example: first ? streamedSnippetView(first, docs) : null,
      results: first ? streamWithOptionsView(first, "idleTimeoutMs: 30_000", docs) : null,
      reconnecting: continued ? streamWithOptionsView(continued, "reconnect: {}", docs) : null,
    },
  };
}

/** Whether a call can continue its stream on a new connection. */
function canReconnect({ stream, operation }: Call): boolean {
  return stream?.format === "events" && operation.method === "get";
}

/** @param option an option of the call, as code. */
function streamWithOptionsView(placed: Placed, option: string, docs: DocsContext) {
  const call = callOf(placed, docs);
  const variant = streamVariantOf(call);
  const accept = variant === null ? "" : `accept: ${JSON.stringify(variant.accept)}, `;
  const callOptions = `{ ${accept}${option} }`;
  const after = `, ${callOptions});`;
  const { result: _, ...view } = callWithOptionsView(placed, docs, after);
  if (call.streaming === null) return { ...view, callOptions };
  const { argument } = streamedSnippetView(placed, docs, after);
  return { ...view, callOptions, leading: `${argument}, ` };
}

function callOf({ operation }: Placed, { api }: DocsContext): Call {
  return callFrom(operation, api);
}
