import { closureOf } from "../../closure.js";
import { isObject, type Json, type JsonObject, withEntries } from "../document/document.js";
import { namedSchemasIn } from "../document/inheritance.js";
import { schemaNameIn } from "../document/references.js";
import { rewritten } from "../document/rewrite.js";
import { type Visit, walk } from "../document/walk.js";
import {
  inMap,
  namesFrom,
  partsOf,
  type Side,
  schemaForSide,
  withoutLost,
} from "./schema-for-side.js";

/**
 * Removes `readOnly` fields from requests and `writeOnly` fields from responses. A named schema that
 * both use, and that has such fields directly or through references, becomes two; requests use the
 * one called `…Input`.
 */
export function splitByDirection(document: JsonObject): JsonObject {
  const { sent, received, isMarked } = mediaTypesIn(document);
  if (!isMarked) return document;
  const schemas = namedSchemasIn(document);
  const { given, shared } = sharesOf(document, sent);
  const names = new Map([...shared].map((name) => [name, inputName(name, schemas)]));
  const input: Side = { document, lacks: "readOnly", names };
  const output: Side = { document, lacks: "writeOnly", names: new Map() };
  const forms = [
    ...[...sent].map((media) => [media, mediaForSide(media, input)] as const),
    ...received.map((media) => [media, mediaForSide(media, output)] as const),
    [schemas, schemasForSides(schemas, given, input, output)] as const,
  ];
  const changed = new Map<JsonObject, JsonObject>(forms.filter(([node, form]) => form !== node));
  if (changed.size === 0) return document;
  return rewritten(document, (part, _, before) =>
    isObject(before) ? (changed.get(before) ?? part) : part,
  );
}

/** The named schemas, each in the form of the side that uses it, and the separate request schemas. */
function schemasForSides(
  schemas: JsonObject,
  given: ReadonlySet<string>,
  input: Side,
  output: Side,
): JsonObject {
  const own = inMap(schemas, (schema, name) =>
    schemaForSide(schema, given.has(name) ? input : output),
  );
  if (input.names.size === 0) return own;
  const inputs = [...input.names].map(([name, inputName]): [string, Json] => [
    inputName,
    renamed(schemaForSide(schemas[name] ?? null, input)),
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
  const holder = media.parent?.parent;
  if (holder?.kind !== "requestBody") return false;
  for (let here = holder.parent; here; here = here.parent) {
    if (here.kind === "callbacks" || /^(x-)?webhooks$/.test(here.key)) return false;
  }
  return true;
}

interface Shares {
  /** The named schemas that only requests use. */
  readonly given: ReadonlySet<string>;
  /** The named schemas that are split, since requests and responses share them. */
  readonly shared: ReadonlySet<string>;
}

function sharesOf(document: JsonObject, requests: ReadonlySet<JsonObject>): Shares {
  const schemas = namedSchemasIn(document);
  const marked = markedSchemas(document, schemas);
  const roots = [...requests].flatMap(({ schema = null, itemSchema = null }) => [
    schema,
    itemSchema,
  ]);
  const sent = namesFrom(document, schemas, roots, ["readOnly"]);
  const affected = [...sent].filter((name) => marked.has(name));
  const elsewhere = affected.length === 0 ? [] : rootsElsewhere(document, requests);
  const others = namesFrom(document, schemas, elsewhere, ["writeOnly"]);
  return {
    given: new Set(affected.filter((name) => !others.has(name))),
    shared: new Set(affected.filter((name) => others.has(name))),
  };
}

/** The schemas of everything except requests. */
function* rootsElsewhere(
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

/** A media type with its schema and examples as a side has them; the same object if nothing changes. */
function mediaForSide(media: JsonObject, side: Side): JsonObject {
  const { schema = null, examples } = media;
  const form: Record<string, Json> = {};
  for (const key of ["schema", "itemSchema"]) {
    if (media[key] !== undefined) form[key] = schemaForSide(media[key] ?? null, side);
  }
  if (media["example"] !== undefined) {
    form["example"] = withoutLost(media["example"] ?? null, schema, side);
  }
  if (isObject(examples)) {
    form["examples"] = inMap(examples, (example) => exampleForm(example, schema, side));
  }
  return withEntries(media, Object.entries({ ...media, ...form }));
}

function exampleForm(example: Json, schema: Json, side: Side): Json {
  if (!isObject(example) || example["value"] === undefined) return example;
  const value = withoutLost(example["value"] ?? null, schema, side);
  return withEntries(example, Object.entries({ ...example, value }));
}

function inputName(name: string, schemas: JsonObject): string {
  const candidate = `${name}Input`;
  return Object.hasOwn(schemas, candidate) ? inputName(candidate, schemas) : candidate;
}

/** A name set by an extension applies to the request form too. */
function renamed(schema: Json): Json {
  const key = "x-speakeasy-name-override";
  const name = isObject(schema) ? schema[key] : undefined;
  return isObject(schema) && typeof name === "string"
    ? { ...schema, [key]: `${name}Input` }
    : schema;
}

/** The named schemas that have `readOnly` or `writeOnly` fields, in themselves or in what they refer to. */
function markedSchemas(document: JsonObject, schemas: JsonObject): ReadonlySet<string> {
  const marked = new Set<string>();
  const referring = new Map<string, string[]>();
  for (const [name, schema] of Object.entries(schemas)) {
    const { isMarked, names } = markedContents(document, schema);
    if (isMarked) marked.add(name);
    for (const other of names) {
      const known = referring.get(other);
      if (known) known.push(name);
      else referring.set(other, [name]);
    }
  }
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
