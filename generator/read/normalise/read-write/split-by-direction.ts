import { isObject, type Json, type JsonObject } from "../../document/document.js";
import { namedSchemasIn } from "../../document/inheritance.js";
import { rewritten } from "../../document/rewrite.js";
import { type Visit, walk } from "../../document/walk.js";
import { isMarkedInside, markedIn } from "./marked-schemas.js";
import { inMap, type Side, schemaForSide, withoutLost } from "./schema-for-side.js";
import { namesFrom } from "./subschemas.js";

/**
 * Splits what requests and responses share: a named schema that both use, and that has `readOnly`
 * or `writeOnly` fields, becomes two, and requests use the one called `…Input`. A schema that only
 * requests use loses its `readOnly` fields.
 *
 * A body in which only the top-level fields are marked stays as it is: the plan removes them from
 * the call, and needs no second schema.
 */
export function splitByDirection(document: JsonObject): JsonObject {
  const requests = requestsIn(document);
  if (requests === null) return document;
  const schemas = namedSchemasIn(document);
  const { given, shared } = sharesOf(document, requests);
  const names = new Map([...shared].map((name) => [name, inputName(name, schemas)]));
  const input: Side = { document, lacks: "readOnly", names };
  const sent = [...requests].map((media) => [media, requestForm(media, input)] as const);
  const changed = new Map<JsonObject, JsonObject>(sent.filter(([media, form]) => form !== media));
  if (given.size + shared.size > 0) changed.set(schemas, withInputs(schemas, given, input));
  if (changed.size === 0) return document;
  return rewritten(document, (part, _, before) =>
    isObject(before) ? (changed.get(before) ?? part) : part,
  );
}

/** The named schemas, each in the form for its direction. */
function withInputs(schemas: JsonObject, given: ReadonlySet<string>, input: Side): JsonObject {
  const output: Side = { ...input, lacks: "writeOnly", names: new Map() };
  const forms = Object.entries(schemas).map(([name, schema]): [string, Json] => {
    if (given.has(name)) return [name, schemaForSide(schema, input)];
    return [name, input.names.has(name) ? schemaForSide(schema, output) : schema];
  });
  const inputs = [...input.names].map(([name, own]): [string, Json] => [
    own,
    renamed(schemaForSide(schemas[name] ?? null, input)),
  ]);
  return Object.fromEntries([...forms, ...inputs]);
}

/** The request media types, or `null` if the document has no marked fields. */
function requestsIn(document: JsonObject): ReadonlySet<JsonObject> | null {
  const requests = new Set<JsonObject>();
  let isMarked = false;
  for (const visit of walk(document, "outside-in")) {
    const { node, kind } = visit;
    if (!isObject(node)) continue;
    if (kind === "schema") isMarked ||= node["readOnly"] === true || node["writeOnly"] === true;
    if (kind === "mediaType" && isSent(visit)) requests.add(node);
  }
  return isMarked ? requests : null;
}

/** Callbacks and webhooks are requests that the server sends. */
function isSent(media: Visit): boolean {
  const holder = media.parent?.parent;
  if (holder?.kind !== "requestBody") return false;
  for (let here = holder.parent; here; here = here.parent) {
    if (here.kind === "callbacks" || here.key === "webhooks") return false;
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
  const marked = markedIn(document, schemas);
  const roots = [...requests].flatMap(({ schema = null, itemSchema = null }) => [
    ...(isMarkedInside(document, schema, marked) ? [schema] : []),
    itemSchema,
  ]);
  const sent = namesFrom(document, schemas, roots, ["readOnly"]);
  const affected = [...sent].filter((name) => marked.anywhere.has(name));
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

/**
 * A media type with its schema and examples as requests have them; the same object if there is no
 * difference.
 */
function requestForm(media: JsonObject, side: Side): JsonObject {
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
  const isSame = Object.entries(form).every(([key, value]) => value === media[key]);
  return isSame ? media : { ...media, ...form };
}

function exampleForm(example: Json, schema: Json, side: Side): Json {
  if (!isObject(example) || example["value"] === undefined) return example;
  const value = withoutLost(example["value"] ?? null, schema, side);
  return value === example["value"] ? example : { ...example, value };
}

function inputName(name: string, schemas: JsonObject): string {
  const wish = `${name}Input`;
  return Object.hasOwn(schemas, wish) ? inputName(wish, schemas) : wish;
}

/** A name set by an extension applies to the request form too. */
function renamed(schema: Json): Json {
  const key = "x-speakeasy-name-override";
  const name = isObject(schema) ? schema[key] : undefined;
  return isObject(schema) && typeof name === "string"
    ? { ...schema, [key]: `${name}Input` }
    : schema;
}
