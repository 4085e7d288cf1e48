import { closureOf } from "../../closure.js";
import { grouped } from "../../grouped.js";
import { isObject, type Json, type JsonObject, withEntries } from "../document/document.js";
import { namedSchemasIn } from "../document/inheritance.js";
import { schemaNameIn } from "../document/references.js";
import { requestForm } from "../document/request-form.js";
import { rewritten } from "../document/rewrite.js";
import { type Visit, walk } from "../document/walk.js";
import {
  type DirectionContext,
  mappedValues,
  namesFrom,
  partsOf,
  schemaForDirection,
  withoutExcluded,
} from "./schema-for-direction.js";

/**
 * Removes `readOnly` fields from requests and `writeOnly` fields from responses. A named schema
 * that both use, and that has such fields directly or through references, becomes two; requests use
 * the one named `…Input`.
 */
export function splitByDirection(document: JsonObject): JsonObject {
  const { sent, received, isMarked } = mediaTypesIn(document);
  if (!isMarked) return document;
  const schemas = namedSchemasIn(document);
  const { requestOnly, shared } = sharedSchemas(document, sent);
  const names = new Map([...shared].map((name) => [name, inputName(name, schemas)]));
  const input: DirectionContext = { document, excluded: "readOnly", names };
  const output: DirectionContext = { document, excluded: "writeOnly", names: new Map() };
  const changes = [
    ...[...sent].map((media) => [media, mediaTypeForDirection(media, input)] as const),
    ...received.map((media) => [media, mediaTypeForDirection(media, output)] as const),
    [schemas, schemasByDirection(schemas, requestOnly, input, output)] as const,
  ];
  const changed = new Map<JsonObject, JsonObject>(changes.filter(([node, own]) => own !== node));
  if (changed.size === 0) return document;
  return rewritten(document, (part, _, before) =>
    isObject(before) ? (changed.get(before) ?? part) : part,
  );
}

/** The named schemas, each for the direction that uses it, and the separate request schemas. */
function schemasByDirection(
  schemas: JsonObject,
  requestOnly: ReadonlySet<string>,
  input: DirectionContext,
  output: DirectionContext,
): JsonObject {
  const own = mappedValues(schemas, (schema, name) =>
    schemaForDirection(schema, requestOnly.has(name) ? input : output),
  );
  if (input.names.size === 0) return own;
  const inputs = [...input.names].map(([name, inputName]): [string, Json] => [
    inputName,
    asRequestForm(schemaForDirection(schemas[name] ?? null, input)),
  ]);
  return { ...own, ...Object.fromEntries(inputs) };
}

interface MediaTypes {
  readonly sent: ReadonlySet<JsonObject>;
  readonly received: readonly JsonObject[];
  /** Whether the document has marked fields. */
  readonly isMarked: boolean;
}

/** The media types of requests and of responses. */
function mediaTypesIn(document: JsonObject): MediaTypes {
  const sent = new Set<JsonObject>();
  const received: JsonObject[] = [];
  let isMarked = false;
  for (const visit of walk(document, "outside-in")) {
    const { node, kind } = visit;
    if (!isObject(node)) continue;
    if (kind === "schema") isMarked ||= node["readOnly"] === true || node["writeOnly"] === true;
    if (kind !== "mediaType") continue;
    if (isSent(visit)) sent.add(node);
    else if (visit.parent?.parent?.kind === "response") received.push(node);
  }
  return { sent, received, isMarked };
}

/** Callbacks and webhooks are requests that the server sends. */
function isSent(media: Visit): boolean {
  const parent = media.parent?.parent;
  if (parent?.kind !== "requestBody") return false;
  for (let current = parent.parent; current; current = current.parent) {
    if (current.kind === "callbacks" || /^(x-)?webhooks$/.test(current.key)) return false;
  }
  return true;
}

interface SharedSchemas {
  /** The named schemas that only requests use. */
  readonly requestOnly: ReadonlySet<string>;
  /** The named schemas that are split, because requests and responses share them. */
  readonly shared: ReadonlySet<string>;
}

function sharedSchemas(document: JsonObject, requests: ReadonlySet<JsonObject>): SharedSchemas {
  const schemas = namedSchemasIn(document);
  const marked = markedSchemas(document, schemas);
  const roots = [...requests].flatMap(({ schema = null, itemSchema = null }) => [
    schema,
    itemSchema,
  ]);
  const sent = namesFrom(document, schemas, roots, ["readOnly"]);
  const markedInRequests = [...sent].filter((name) => marked.has(name));
  const otherRoots = markedInRequests.length === 0 ? [] : rootsOutsideRequests(document, requests);
  const others = namesFrom(document, schemas, otherRoots, ["writeOnly"]);
  return {
    requestOnly: new Set(markedInRequests.filter((name) => !others.has(name))),
    shared: new Set(markedInRequests.filter((name) => others.has(name))),
  };
}

/** The schemas of everything except requests. */
function* rootsOutsideRequests(
  document: JsonObject,
  requests: ReadonlySet<JsonObject>,
): Generator<JsonObject> {
  for (const { node, kind, parent } of walk(document, "outside-in")) {
    if (kind !== "schema" || parent === null || !isObject(node)) continue;
    const isInner = parent.kind === "schema" || parent.kind === "schemas";
    const isRequest = isObject(parent.node) && requests.has(parent.node);
    if (!isInner && !isRequest) yield node;
  }
}

/**
 * A media type with its schema and examples for a direction; the same object if nothing changes.
 */
function mediaTypeForDirection(media: JsonObject, direction: DirectionContext): JsonObject {
  const { schema = null, examples } = media;
  const own: Record<string, Json> = {};
  for (const key of ["schema", "itemSchema"]) {
    if (media[key] !== undefined) own[key] = schemaForDirection(media[key] ?? null, direction);
  }
  if (media["example"] !== undefined) {
    own["example"] = withoutExcluded(media["example"] ?? null, schema, direction);
  }
  if (isObject(examples)) {
    own["examples"] = mappedValues(examples, (example) =>
      exampleForDirection(example, schema, direction),
    );
  }
  return withEntries(media, Object.entries({ ...media, ...own }));
}

function exampleForDirection(example: Json, schema: Json, direction: DirectionContext): Json {
  if (!isObject(example) || example["value"] === undefined) return example;
  const value = withoutExcluded(example["value"] ?? null, schema, direction);
  return withEntries(example, Object.entries({ ...example, value }));
}

function inputName(name: string, schemas: JsonObject): string {
  const candidate = `${name}Input`;
  return Object.hasOwn(schemas, candidate) ? inputName(candidate, schemas) : candidate;
}

/** A request form as a named schema. A name set by an extension applies to it too. */
function asRequestForm(schema: Json): Json {
  if (!isObject(schema)) return schema;
  const names = ["x-speakeasy-name-override", "x-fern-type-name"].flatMap((key) => {
    const name = schema[key];
    return typeof name === "string" ? [[key, `${name}Input`] as const] : [];
  });
  return { ...schema, ...Object.fromEntries(names), [requestForm]: true };
}

/**
 * The named schemas that contain `readOnly` or `writeOnly` fields, directly or through references.
 */
function markedSchemas(document: JsonObject, schemas: JsonObject): ReadonlySet<string> {
  const contents = Object.entries(schemas).map(
    ([name, schema]) => [name, markedContents(document, schema)] as const,
  );
  const marked = contents.flatMap(([name, { isMarked }]) => (isMarked ? name : []));
  const referring = grouped(
    contents.flatMap(([name, { names }]) => names.map((other): [string, string] => [other, name])),
  );
  return closureOf(marked, (name) => referring.get(name) ?? []);
}

function markedContents(document: JsonObject, schema: Json) {
  const names: string[] = [];
  let isMarked = false;
  for (const part of partsOf(document, schema, ["readOnly", "writeOnly"])) {
    const name = schemaNameIn(part.schema["$ref"]);
    if (part.marks.length > 0) isMarked = true;
    else if (name !== null) names.push(name);
  }
  return { isMarked, names };
}
