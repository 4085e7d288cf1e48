import { isObject, type Json, type JsonObject } from "../document/document.js";
import type { NodeKind } from "../document/openapi-structure.js";
import { follow } from "../document/references.js";
import { rewritten } from "../document/rewrite.js";
import { sequenceFormatOf } from "../document/sequential-media-types.js";
import { walk } from "../document/walk.js";

/** A stream that an extension declares for an operation or a response. */
interface DeclaredStream {
  readonly contentType: "text/event-stream" | "application/jsonl";
  /** Whether a field of the request chooses between the stream and another result. */
  readonly isChosen: boolean;
  /** The schema of an item. Default: that of the result. */
  readonly item?: Json | undefined;
  /** The schema of the other result. Default: as documented. */
  readonly whole?: Json | undefined;
  readonly sentinel?: Json | undefined;
}

/**
 * The document with the streams of `x-fern-streaming` and `x-scalar-streaming` as media types with
 * an `itemSchema`, as OpenAPI 3.2 documents them. Returns the same object if there are none.
 */
export function withDeclaredStreams(document: JsonObject): JsonObject {
  if (!hasDeclarations(document)) return document;
  return rewritten(document, (part, kind) => {
    const stream = isObject(part) ? declaredIn(part, kind) : null;
    if (!isObject(part) || stream === null) return part;
    if (kind === "response") return withStream(part, stream);
    const { responses } = part;
    return isObject(responses)
      ? { ...part, responses: streamedResponses(document, responses, stream) }
      : part;
  });
}

function hasDeclarations(document: JsonObject): boolean {
  return walk(document, "outside-in").some(
    ({ node, kind }) =>
      (kind === "operation" || kind === "response") &&
      ("x-fern-streaming" in node || "x-scalar-streaming" in node),
  );
}

const scalarTypes: Readonly<Record<string, DeclaredStream["contentType"]>> = {
  sse: "text/event-stream",
  jsonl: "application/jsonl",
};

function declaredIn(node: JsonObject, kind: NodeKind): DeclaredStream | null {
  if (kind !== "operation" && kind !== "response") return null;
  const fern = kind === "operation" ? node["x-fern-streaming"] : undefined;
  if (fern === true) return { contentType: "application/jsonl", isChosen: false };
  if (isObject(fern)) {
    return {
      contentType: fern["format"] === "sse" ? "text/event-stream" : "application/jsonl",
      isChosen: typeof fern["stream-condition"] === "string",
      item: fern["response-stream"],
      whole: fern["response"],
      sentinel: fern["terminator"],
    };
  }
  const contentType = scalarTypes[String(node["x-scalar-streaming"])];
  return contentType ? { contentType, isChosen: false } : null;
}

/** The successes with the stream: 2xx, or `default` if none is documented. */
function streamedResponses(
  document: JsonObject,
  responses: JsonObject,
  stream: DeclaredStream,
): JsonObject {
  const statuses = Object.keys(responses);
  const codes = statuses.filter((status) => /^2/.test(status));
  const successes = codes.length > 0 ? codes : ["default"];
  const streamed = statuses.map((status): [string, Json] => {
    const response = responses[status] ?? null;
    if (!successes.includes(status) || !isObject(response)) return [status, response];
    const { node } = follow(document, { node: response, pointer: "" }) ?? { node: response };
    return [status, withStream(node, stream)];
  });
  return Object.fromEntries(streamed);
}

function withStream(response: JsonObject, stream: DeclaredStream): JsonObject {
  const content = isObject(response["content"]) ? response["content"] : {};
  const types = Object.keys(content);
  const documented = types.find((type) => sequenceFormatOf(type) !== null);
  const whole = types.find((type) => type !== documented && /\bjson\b/i.test(type));
  const source = documented ?? whole;
  const media = source === undefined ? undefined : content[source];
  if (!isObject(media) && stream.item === undefined) return response;
  const others = types.filter((type) => type !== (stream.isChosen ? documented : source));
  return {
    ...response,
    content: {
      ...Object.fromEntries(others.map((type) => [type, content[type] ?? {}])),
      ...otherResult(content, whole, stream),
      [documented ?? stream.contentType]: streamed(
        isObject(media) ? media : {},
        stream,
        documented,
      ),
    },
  };
}

/** The JSON that the request chooses instead of the stream, with the schema of the extension. */
function otherResult(
  content: JsonObject,
  type = "application/json",
  { whole, isChosen }: DeclaredStream,
): JsonObject {
  if (!isChosen || whole === undefined) return {};
  const media = content[type];
  return { [type]: { ...(isObject(media) ? media : {}), schema: whole } };
}

/** The media type of the stream: as documented, or with the schema of another media type's items. */
function streamed(
  { schema, ...media }: JsonObject,
  { item, sentinel, isChosen }: DeclaredStream,
  documented: string | undefined,
): JsonObject {
  const end = sentinel === undefined ? {} : { "x-speakeasy-sse-sentinel": sentinel };
  if (documented !== undefined && item === undefined) {
    return { ...media, ...(schema === undefined ? {} : { schema }), ...end };
  }
  // Examples of the other result are none of the stream.
  const own = isChosen && documented === undefined ? {} : media;
  return { ...own, itemSchema: item ?? schema ?? {}, ...end };
}
