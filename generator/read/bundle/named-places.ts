import { keysOf, pointerTo } from "../../pointer.js";
import { type NextNumbers, uniqueName } from "../../unique-name.js";
import { isObject, type Json, type JsonObject, valueAt } from "../document/document.js";
import { namedSchemasIn } from "../document/inheritance.js";
import { type SourceLocation, type TracedDocument, tracing } from "../document/locate.js";
import { keysIn, schemaNameIn, schemaReference } from "../document/references.js";
import { rewritten } from "../document/rewrite.js";
import { walk } from "../document/walk.js";

/** New names of inline schemas that are referenced by their location, by JSON Pointer. */
type Names = ReadonlyMap<string, string>;

/**
 * Moves each inline schema that is referenced by its location (`#/paths/…/schema`) to
 * `components/schemas`. Inlining them instead could repeat large schemas and would never end for
 * recursive ones.
 */
export function withNamedPlaces({ document, trace }: TracedDocument): TracedDocument {
  const names = namesIn(document);
  if (names.size === 0) return { document, trace };
  const { rest, named } = split(document, names);
  const kept = isObject(rest["components"]) ? rest["components"] : {};
  const schemas = { ...namedSchemasIn(rest), ...named };
  const moves = [...names].map(([pointer, name]): [string, SourceLocation] => [
    pointerTo("/components/schemas", name),
    trace(pointer),
  ]);
  return {
    document: { ...rest, components: { ...kept, schemas } },
    trace: tracing(new Map(moves), trace),
  };
}

function namesIn(document: JsonObject): Names {
  const names = new Map<string, string>();
  const taken = new Set(Object.keys(namedSchemasIn(document)));
  const next: NextNumbers = new Map();
  const pending: JsonObject[] = [document];
  const entered: Parameters<typeof walk>[2] = { kind: "document", entered: new Map() };
  for (const root of pending) {
    const start = root === document ? entered : { ...entered, kind: "schema" as const };
    for (const { node, kind } of walk(root, "outside-in", start)) {
      const pointer = kind === "schema" && isObject(node) ? placeIn(node) : null;
      const target = pointer === null ? undefined : valueAt(document, keysOf(pointer));
      if (pointer === null || names.has(pointer) || !isObject(target) || isSmall(target)) continue;
      names.set(pointer, placeName(pointer, taken, next));
      // The target may be in an extension, which the walk doesn't enter.
      pending.push(target);
    }
  }
  return names;
}

/** The JSON Pointer of a referenced schema that has no name. */
function placeIn({ $ref }: JsonObject): string | null {
  if (typeof $ref !== "string" || !$ref.startsWith("#/") || schemaNameIn($ref) !== null)
    return null;
  return pointerTo("", ...keysIn($ref));
}

/** Whether a schema is small enough to repeat: it contains no other schema. */
function isSmall(schema: JsonObject): boolean {
  if (Object.hasOwn(schema, "$ref")) return false;
  const [, inner] = walk(schema, "outside-in", { kind: "schema", entered: new Map() });
  return inner === undefined && JSON.stringify(schema).length <= smallestMoved;
}

/** In characters of JSON. */
const smallestMoved = 2_000;

/** Splits a document into the part that refers to schemas by their new names, and those schemas. */
function split(document: JsonObject, names: Names) {
  const found = new Map<JsonObject, string>();
  for (const [pointer, name] of names) {
    const target = valueAt(document, keysOf(pointer));
    if (isObject(target)) found.set(target, found.get(target) ?? name);
  }
  const rewrittenTargets = new Map<JsonObject, Json>();
  const renamed = (root: JsonObject) =>
    rewritten(root, (part, kind, before) => {
      if (kind !== "schema" || !isObject(part) || !isObject(before)) return part;
      const name = names.get(placeIn(before) ?? "");
      const copy = name === undefined ? part : { ...part, $ref: schemaReference(name) };
      const own = found.get(before);
      if (own === undefined) return copy;
      rewrittenTargets.set(before, copy);
      return { $ref: schemaReference(own) };
    });
  const rest = renamed(document);
  const named = [...names].map(([pointer, name]): [string, Json] => {
    const target = valueAt(document, keysOf(pointer));
    if (!isObject(target)) return [name, {}];
    if (!rewrittenTargets.has(target)) renamed({ components: { schemas: { [name]: target } } });
    return [name, rewrittenTargets.get(target) ?? {}];
  });
  return { rest, named: Object.fromEntries(named) };
}

/** Keys that name a kind of node rather than a node. */
const kinds: ReadonlySet<string> = new Set(
  "components schemas definitions $defs paths webhooks responses content schema properties".split(
    " ",
  ),
);

/**
 * A name for a schema without one: all words of its path, so that no other path gets the same name.
 *
 * @param taken the names in use, to which this one is added.
 */
export function placeName(pointer: string, taken: Set<string>, next: NextNumbers): string {
  const keys = keysOf(pointer);
  const words = keys
    .filter(
      (key, index) => !kinds.has(key) && !key.startsWith("x-") && keys[index - 1] !== "content",
    )
    .flatMap((key) => (key === "requestBody" ? "body" : (key.match(/[\p{L}\p{N}]+/gu) ?? [])));
  const plain = words.join("_").slice(0, longestName) || "place";
  const name = uniqueName(plain, (each) => !taken.has(each), next, "_");
  taken.add(name);
  return name;
}

/** In characters, because paths can be a thousand levels deep. */
const longestName = 120;
