import type { Place } from "../read/document/document.js";
import { sequenceFormatOf } from "../read/document/sequential-media-types.js";
import { essenceOf } from "../text.js";
import type { BodyFormat, Content } from "./api/payload.js";
import type { Example, NamedExample, Schema } from "./api/schema.js";
import { childOf, entriesOf, type ModelContext, memoizeByPlace, textIn, valueIn } from "./node.js";
import { schemaIn } from "./schema/schemas.js";
import { fileOf, isBinary } from "./schema/types.js";
import { itemStreamIn } from "./streams/item-streams.js";

/** A Media Type Object and the details of its payload. */
export interface OfferedContent extends Content {
  readonly place: Place;
}

/** The default media type of several: JSON, else text, else the first. */
export function contentIn(context: ModelContext, place: Place): OfferedContent | null {
  return contentsIn(context, place)[0] ?? null;
}

/** The media types that can be chosen, the default first. */
export const contentsIn = memoizeByPlace((context, place): readonly OfferedContent[] => {
  const offered = entriesOf(context, childOf(context, place, "content"))
    .filter(([type]) => !/^x-/i.test(type))
    .map(([type, media]) => contentFrom(context, type, media));
  const distinct = offered.filter((content) => !isRepetition(content, offered));
  const main =
    distinct.find(({ format }) => format === "json") ??
    distinct.find(({ format }) => format === "text") ??
    distinct[0];
  return main ? [main, ...distinct.filter((content) => content !== main)] : [];
});

/** The payload of a Media Type Object. */
export function contentFrom(
  context: ModelContext,
  contentType: string,
  media: Place,
): OfferedContent {
  const isSequence = isSequenceOf(media);
  const schema = isSequence ? sequenceIn(context, media) : schemaIn(context, media, "schema");
  const target = childOf(context, media, "schema");
  const isBytes = isBinary(schema) || (schema.kind === "named" && isBinaryNode(target));
  return {
    contentType,
    format: isSequence ? sequenceFormat(contentType) : formatOf(contentType, isBytes),
    schema,
    example: exampleIn(context, media) ?? schema.example,
    examples: examplesIn(context, media),
    stream: isBytes ? null : itemStreamIn(context, contentType, media),
    place: media,
  };
}

function isBinaryNode(place: Place | null): boolean {
  return place !== null && fileOf(place.node) === "only";
}

/**
 * Whether this is another name for a JSON media type with the same schema: `text/json`, a range, or
 * different parameters.
 */
function isRepetition(content: OfferedContent, offered: readonly OfferedContent[]): boolean {
  const index = offered.indexOf(content);
  const isAlias = /^text\/json|\*/i.test(content.contentType);
  return offered.some(
    (other, place) =>
      other !== content &&
      content.format === "json" &&
      other.format === "json" &&
      (isAlias
        ? !/\*/.test(other.contentType)
        : place < index && essenceOf(other.contentType) === essenceOf(content.contentType)) &&
      JSON.stringify(other.schema) === JSON.stringify(content.schema),
  );
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
    match: /^text\/|[/+](xml|yaml|x-yaml|graphql|javascript|jwt|toml|csv|sql)\b/i,
    format: "text",
  },
  { match: /./, format: "binary" },
];

function formatOf(contentType: string, isBytes: boolean): BodyFormat {
  const written = isJson(contentType)
    ? "json"
    : (formats.find(({ match }) => match.test(contentType.trim()))?.format ?? "text");
  const format = sequenceFormatOf(contentType) === null ? written : "text";
  return isBytes && (format === "json" || format === "text") ? "binary" : format;
}

/** Whether the document describes only its items (OpenAPI 3.2, Sequential Media Types). */
function isSequenceOf({ node }: Place): boolean {
  return Object.hasOwn(node, "itemSchema") && !Object.hasOwn(node, "schema");
}

/** The schema of a whole sequence: a list of its items. */
function sequenceIn(context: ModelContext, media: Place): Schema {
  const items = schemaIn(context, media, "itemSchema");
  return { ...schemaIn(context, media, "schema"), kind: "array", items };
}

/** A sequence in an unknown format is read as text, and multipart as bytes. */
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

/**
 * The named examples of a parameter or media type that have a value. External examples aren't
 * loaded.
 */
export function examplesIn(context: ModelContext, place: Place): NamedExample[] {
  return entriesOf(context, childOf(context, place, "examples")).flatMap(([name, { node }]) => {
    const example = valueIn(node, "value") ?? valueIn(node, "dataValue");
    return example === null ? [] : [{ ...example, name, summary: textIn(node, "summary") }];
  });
}
