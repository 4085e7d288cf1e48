import { isObject, type Json, type JsonObject } from "../document.js";
import { namedSchemasIn } from "../heirs.js";
import { rewritten } from "../rewrite.js";
import { type Visit, walk } from "../walk.js";
import { formOf, type Side, withoutLost } from "./form.js";
import { isMarkedInside, markedIn } from "./marks.js";
import { namesFrom } from "./parts.js";

/**
 * The document with what its requests and responses don't have in common told apart: a named schema
 * that both have, and that has `readOnly` or `writeOnly` fields, is two of them then, of which
 * requests have the one called `…Input`. What only requests have loses its `readOnly` fields.
 *
 * Where only the fields of a body itself are marked, it is left as it is: the plan takes them from
 * the call, and needs no other schema for it.
 */
export function withSides(document: JsonObject): JsonObject {
  const requests = requestsIn(document);
  if (requests === null) return document;
  const schemas = namedSchemasIn(document);
  const { given, shared } = sharesOf(document, requests);
  const names = new Map([...shared].map((name) => [name, inputName(name, schemas)]));
  const input: Side = { document, lacks: "readOnly", names };
  const output: Side = { document, lacks: "writeOnly", names: new Map() };
  const inputs = Object.entries(schemas).flatMap(([name, schema]): [string, Json][] => {
    const own = names.get(name);
    return own === undefined ? [] : [[own, renamed(formOf(schema, input))]];
  });
  const forms = Object.entries(schemas).map(([name, schema]): [string, Json] => [
    name,
    given.has(name) ? formOf(schema, input) : shared.has(name) ? formOf(schema, output) : schema,
  ]);
  const all = Object.fromEntries([...forms, ...inputs]);
  return rewritten(document, (part, kind, before) => {
    if (kind === "schemas" && before === schemas) return all;
    if (kind !== "mediaType" || !isObject(part) || !isObject(before)) return part;
    return requests.has(before) ? requestForm(before, input) : part;
  });
}

/** The media types of requests, or `null` where no field of the document is marked. */
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

/** What a server sends to its callers is none of our requests. */
function isSent(media: Visit): boolean {
  const holder = media.parent?.parent;
  if (holder?.kind !== "requestBody") return false;
  for (let here = holder.parent; here; here = here.parent) {
    if (here.kind === "callbacks" || here.key === "webhooks") return false;
  }
  return true;
}

interface Shares {
  /** The named schemas that only requests have. */
  readonly given: ReadonlySet<string>;
  /** Those that requests have and others, and that are two. */
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
  const others = namesFrom(document, schemas, rootsElsewhere(document, requests), ["writeOnly"]);
  const affected = [...sent].filter((name) => marked.anywhere.has(name));
  return {
    given: new Set(affected.filter((name) => !others.has(name))),
    shared: new Set(affected.filter((name) => others.has(name))),
  };
}

/** The schemas of all but the requests. */
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

function requestForm(media: JsonObject, side: Side): JsonObject {
  const { schema = null, examples } = media;
  const named = isObject(examples) ? examples : {};
  return {
    ...media,
    ...withForm(media, "schema", side),
    ...withForm(media, "itemSchema", side),
    ...(media["example"] !== undefined && {
      example: withoutLost(media["example"] ?? null, schema, side),
    }),
    ...(isObject(examples) && {
      examples: Object.fromEntries(
        Object.entries(named).map(([name, example]) => [name, exampleForm(example, schema, side)]),
      ),
    }),
  };
}

function withForm(media: JsonObject, key: string, side: Side): JsonObject {
  return media[key] === undefined ? {} : { [key]: formOf(media[key] ?? null, side) };
}

function exampleForm(example: Json, schema: Json, side: Side): Json {
  if (!isObject(example) || example["value"] === undefined) return example;
  return { ...example, value: withoutLost(example["value"] ?? null, schema, side) };
}

function inputName(name: string, schemas: JsonObject): string {
  const wish = `${name}Input`;
  return Object.hasOwn(schemas, wish) ? inputName(wish, schemas) : wish;
}

/** What a document calls a schema in code is said of the form of requests, too. */
function renamed(schema: Json): Json {
  const key = "x-speakeasy-name-override";
  const name = isObject(schema) ? schema[key] : undefined;
  return isObject(schema) && typeof name === "string"
    ? { ...schema, [key]: `${name}Input` }
    : schema;
}
