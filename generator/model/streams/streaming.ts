import { warningAt } from "../../problem.js";
import type { Place } from "../../read/document/document.js";
import { follow } from "../../read/document/references.js";
import type { Operation, Response } from "../api/operation.js";
import type { Content } from "../api/payload.js";
import { contentFrom } from "../content.js";
import { streamFieldOf, streamsDeclaredBy } from "../extensions.js";
import { reportUnknownIds } from "../model-settings.js";
import type { ModelContext } from "../node.js";
import type { PlacedOperation } from "../operations.js";
import { isOfType, type SchemaLookup } from "../paging/result-schema.js";
import { itemStreamIn } from "./item-streams.js";
import type { StreamingSetting, StreamRule } from "./settings.js";

/**
 * The operations with what settings and extensions say about their streams: the field that chooses,
 * the end and the items. The settings of an operation override the document, which overrides the
 * settings for all. What doesn't fit an operation is reported and ignored.
 */
export function withStreaming(
  placed: readonly PlacedOperation[],
  context: ModelContext,
  lookup: SchemaLookup,
  settings: StreamingSetting,
): PlacedOperation[] {
  const rules = new Map(Object.entries(settings.operations ?? {}));
  reportUnknownIds("streaming", settings.operations ?? {}, placed, context);
  return placed.map(({ place, operation }) => {
    const rule = rules.get(operation.id);
    const source = rule ? "the setting `streaming`" : streamsDeclaredBy(place.node);
    const named = rule?.field ?? streamFieldOf(place.node);
    const fault =
      streamFault(operation, rule, context) ??
      (typeof named === "string" ? fieldFault(operation, named, lookup) : null);
    if (source !== null && fault !== null) {
      const message = `${source} doesn't fit ${operation.id}: ${fault}.`;
      context.report(warningAt(operation.pointer, message, "streaming"));
    }
    const field = named ?? settings.field ?? "stream";
    const streamed = {
      ...operation,
      success: operation.success.map((each) => withRule(each, rule, settings, context)),
      streamField: field === false ? null : field,
    };
    return { place, operation: streamed };
  });
}

/** Why the stream that is declared for an operation can't be found; `null` if it can. */
function streamFault(
  { success }: Operation,
  rule: StreamRule | undefined,
  context: ModelContext,
): string | null {
  if (rule?.item !== undefined) {
    return mediaOf(rule.item, context) ? null : `nothing is at ${rule.item}`;
  }
  const contents = success.flatMap(({ content, alternatives }) => [content, ...alternatives]);
  return contents.some((content) => content?.stream)
    ? null
    : "no success has a media type of a stream, such as text/event-stream";
}

/** Why a field can't choose between a stream and another result; `null` if it can. */
function fieldFault(
  { parameters, body }: Operation,
  name: string,
  lookup: SchemaLookup,
): string | null {
  const bodies = body ? [body, ...body.alternatives] : [];
  const fields = [...parameters, ...bodies.flatMap(({ schema }) => lookup.fields(schema))];
  const found = fields.filter((field) => field.name === name);
  if (found.length === 0) return `the request has no field "${name}"`;
  return found.some(({ schema }) => isOfType(schema, ["boolean"], lookup))
    ? null
    : `the field "${name}" can't be true`;
}

/** The media types of streams that only the settings describe. */
const mediaTypes = { events: "text/event-stream", jsonLines: "application/jsonl" } as const;

/** A success whose streams have the items and the end of the settings. */
function withRule(
  response: Response,
  rule: StreamRule | undefined,
  settings: StreamingSetting,
  context: ModelContext,
): Response {
  const { content, alternatives } = response;
  const media = rule?.item === undefined ? null : mediaOf(rule.item, context);
  const isStream = [content, ...alternatives].some((each) => each?.stream);
  const withItems = (each: Content): Content => {
    const documented = each.stream;
    if (!documented) return each;
    const items = media && isStream ? itemStreamIn(context, each.contentType, media) : documented;
    const sentinel = rule?.sentinel ?? documented.sentinel ?? settings.sentinel ?? null;
    return { ...each, stream: items && { ...items, sentinel } };
  };
  const added =
    media && content && !isStream
      ? [addedContent(context, mediaTypes[rule?.format ?? "events"], media)]
      : [];
  return {
    ...response,
    content: content && withItems(content),
    alternatives: [...alternatives, ...added].map(withItems),
  };
}

function addedContent(context: ModelContext, contentType: string, media: Place): Content {
  const { place: _, ...content } = contentFrom(context, contentType, media);
  return content;
}

/** A media type of the items; `null` if the reference leads nowhere. */
function mediaOf(ref: string, { document }: ModelContext): Place | null {
  const itemSchema = { $ref: ref };
  const target = follow(document, { node: itemSchema, pointer: "" });
  return target && { node: { itemSchema }, pointer: target.pointer };
}
