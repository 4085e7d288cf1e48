import type { Place } from "../read/document/document.js";
import type { BodyFormat, Content, Example, NamedExample, Schema } from "./api.js";
import { isBinary } from "./files.js";
import { itemStreamIn } from "./item-streams.js";
import { childOf, entriesOf, type ModelContext, textIn, valueIn } from "./node.js";
import { schemaIn } from "./schemas.js";

/** A Media Type Object and the details of its payload. */
export interface OfferedContent extends Content {
  readonly place: Place;
}

/** The media type that the SDK uses if a document offers several: JSON, else the first. */
export function contentIn(context: ModelContext, place: Place): OfferedContent | null {
  const content = childOf(context, place, "content");
  const offered = entriesOf(context, content);
  const [contentType, media] = offered.find(([type]) => isJson(type)) ?? offered[0] ?? [];
  if (contentType === undefined || media === undefined) return null;
  const isSequence = isSequenceOf(media);
  const schema = isSequence ? sequenceIn(context, media) : schemaIn(context, media, "schema");
  return {
    contentType,
    format: isSequence ? sequenceFormat(contentType) : formatOf(contentType, schema),
    schema,
    example: exampleIn(context, media) ?? schema.example,
    stream: isBinary(schema) ? null : itemStreamIn(context, contentType, media),
    place: media,
  };
}

/**
 * `application/json`, `application/problem+json`, with or without parameters, and wildcards that
 * include JSON.
 */
export function isJson(contentType: string): boolean {
  return /^(application\/json|[^;]*\+json|text\/json|\*\/\*|application\/\*)\s*(;|$)/i.test(
    contentType.trim(),
  );
}

/** The first match decides; unknown media types are bytes. */
const formats: readonly { readonly match: RegExp; readonly format: BodyFormat }[] = [
  { match: /^application\/x-www-form-urlencoded/i, format: "form" },
  { match: /^multipart\//i, format: "multipart" },
  {
    match:
      /^text\/|[/+](xml|yaml|x-yaml|graphql|javascript|jwt|jsonl|x-jsonlines|jsonlines|x-ndjson|ndjson|json-seq|toml|csv|sql)\b/i,
    format: "text",
  },
  { match: /./, format: "binary" },
];

function formatOf(contentType: string, schema: Schema): BodyFormat {
  const format = isJson(contentType)
    ? "json"
    : (formats.find(({ match }) => match.test(contentType.trim()))?.format ?? "text");
  return isBinary(schema) && (format === "json" || format === "text") ? "binary" : format;
}

/** The first text media type of a payload. */
export function textTypeIn(context: ModelContext, place: Place): string | null {
  const offered = entriesOf(context, childOf(context, place, "content"));
  const isText = ([type, media]: (typeof offered)[number]) =>
    formatOf(type, schemaIn(context, media, "schema")) === "text";
  return offered.find(isText)?.[0] ?? null;
}

/** Whether only its items are described (OpenAPI 3.2, Sequential Media Types). */
function isSequenceOf({ node }: Place): boolean {
  return Object.hasOwn(node, "itemSchema") && !Object.hasOwn(node, "schema");
}

/** The schema of a whole sequence: a list of its items. */
function sequenceIn(context: ModelContext, media: Place): Schema {
  const items = schemaIn(context, media, "itemSchema");
  return { ...schemaIn(context, media, "schema"), kind: "array", items };
}

/** Items of unknown formats are read as text, one after the other; multipart can't be. */
function sequenceFormat(contentType: string): BodyFormat {
  return /^multipart\//i.test(contentType.trim()) ? "binary" : "text";
}

/** The example of a parameter or media type, else the first of its named ones. */
export function exampleIn(context: ModelContext, place: Place): Example | null {
  const own = valueIn(place.node, "example");
  if (own !== null) return own;
  const [named] = examplesIn(context, place);
  return named === undefined ? null : { value: named.value };
}

/** The named examples of a parameter or media type that have a value. External ones are unknown. */
export function examplesIn(context: ModelContext, place: Place): NamedExample[] {
  return entriesOf(context, childOf(context, place, "examples")).flatMap(([name, { node }]) => {
    const example = valueIn(node, "value") ?? valueIn(node, "dataValue");
    return example === null ? [] : [{ ...example, name, summary: textIn(node, "summary") }];
  });
}
