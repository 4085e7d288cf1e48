import { callFrom } from "../../call/call.js";
import { exampleCallsOf } from "../../samples/example-calls.js";
import type { DocsContext, Placed } from "../docs-context.js";
import type { ReadView, UsageView } from "../part-views.js";
import { endOfCall } from "./snippet-client.js";
import { argumentOf, readView, startOf, streamedSnippetView } from "./snippets.js";

/** A program that requests a stream from an operation that also has another result. */
function streamedViews(placed: Placed, docs: DocsContext): UsageView[] {
  const { streaming } = callFrom(placed.operation, docs.api);
  if (streaming === null) return [];
  return [{ ...streamedSnippetView(placed, docs), title: "As a stream" }];
}

/** A titled program for each call in the document's examples, or a single program. */
export function usageViews(placed: Placed, docs: DocsContext): UsageView[] {
  const shown = new Map<string, UsageView>();
  const snippet = readView(placed, docs);
  const around = [startOf(snippet.result, snippet.callee), endOfCall];
  for (const { title, operation } of exampleCallsOf(placed.operation, docs.find)) {
    const own = argumentOf(operation, docs, around);
    if (!shown.has(own.argument)) shown.set(own.argument, { ...snippet, ...own, title });
  }
  const main = shown.size > 1 ? [...shown.values()] : [{ ...snippet, title: null }];
  return [...main, ...variantViews(placed, docs, snippet), ...streamedViews(placed, docs)];
}

/** A program for each type of body that isn't the default. */
function variantViews({ operation }: Placed, docs: DocsContext, snippet: ReadView): UsageView[] {
  const start = startOf(snippet.result, snippet.callee);
  const [, ...others] = callFrom(operation, docs.api).requestVariants;
  return others.flatMap(({ operation: variant }) => {
    const contentType = concreteType(variant.body?.contentType ?? "");
    if (contentType === null) return [];
    const options = `{ contentType: ${JSON.stringify(contentType)} }`;
    const { argument, ...needs } = argumentOf(variant, docs, [start, `, ${options});`]);
    const title = `As ${contentType}`;
    return [{ ...snippet, ...needs, argument: `${argument || "{}"}, ${options}`, title }];
  });
}

/** A media type in a range; `null` if no common one is. */
export function concreteType(contentType: string): string | null {
  if (!contentType.includes("*")) return contentType;
  const common = ["application/octet-stream", "image/png", "text/plain", "audio/mpeg", "video/mp4"];
  const [start = ""] = contentType.split("*");
  return common.find((type) => type.startsWith(start)) ?? null;
}
