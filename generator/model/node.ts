import { pointerTo } from "../pointer.js";
import type { Problem } from "../problem.js";
import {
  type Document,
  isObject,
  type Json,
  type JsonObject,
  type Place,
} from "../read/document/document.js";
import { follow } from "../read/document/references.js";
import type { Example } from "./api/schema.js";

/** The document being read into a model, and a callback for problems. */
export interface ModelContext {
  readonly document: Document;
  readonly report: (problem: Problem) => void;
}

/** The object below a key, after following its `$ref`; `null` if there is none. */
export function childOf({ document }: ModelContext, place: Place, key: string): Place | null {
  const child = ownPlace(place, key);
  return child && followed(document, child);
}

/** By reference, because callers compare nodes. */
const described = new WeakMap<JsonObject, JsonObject>();

/**
 * The target of a reference, whose description may be next to the `$ref` (OpenAPI 3.1.1, Reference
 * Object).
 */
function followed(document: Document, place: Place): Place | null {
  const target = follow(document, place);
  const { $ref, description } = place.node;
  if (target === null || $ref === undefined || typeof description !== "string") return target;
  const node = described.get(place.node) ?? { ...target.node, description };
  described.set(place.node, node);
  return { ...target, node };
}

/** The object below a key as written, without following its `$ref`. */
export function ownPlace({ node, pointer }: Place, key: string): Place | null {
  const child = Object.hasOwn(node, key) ? node[key] : undefined;
  return isObject(child) ? { node: child, pointer: pointerTo(pointer, key) } : null;
}

/** The objects below the keys of a map, in the document's order, after following their `$ref`s. */
export function entriesOf(context: ModelContext, map: Place | null): [key: string, place: Place][] {
  return Object.keys(map?.node ?? {}).flatMap((key): [string, Place][] => {
    const place = map && childOf(context, map, key);
    return place ? [[key, place]] : [];
  });
}

/** The objects of a list, after following their `$ref`s. */
export function itemsOf({ document }: ModelContext, place: Place, key: string): Place[] {
  return listIn(place.node, key).flatMap((item, index) => {
    if (!isObject(item)) return [];
    const pointer = pointerTo(place.pointer, key, index);
    return followed(document, { node: item, pointer }) ?? [];
  });
}

/** The text below a key; `null` if there is none or it is blank. */
export function textIn(node: JsonObject, key: string): string | null {
  const value = node[key];
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}

/** The `name` as written, including surrounding whitespace. */
export function nameIn(node: JsonObject): string | null {
  const { name } = node;
  return typeof name === "string" && name.trim() !== "" ? name : null;
}

export function numberIn(node: JsonObject, key: string): number | null {
  const value = node[key];
  return typeof value === "number" ? value : null;
}

export function flagIn(node: JsonObject, key: string): boolean {
  return node[key] === true;
}

export function listIn(node: JsonObject, key: string): readonly Json[] {
  const value = node[key];
  return Array.isArray(value) ? value : [];
}

export function textsIn(node: JsonObject, key: string): string[] {
  return listIn(node, key).filter((item) => typeof item === "string");
}

/** The value below a key, which may be `null`; the result is `null` if there is no value. */
export function valueIn(node: JsonObject, key: string): Example | null {
  return Object.hasOwn(node, key) ? { value: node[key] } : null;
}

/**
 * Memoizes what an object of the document becomes: many operations refer to the same parameters
 * and responses.
 */
export function memoizeByPlace<Result>(
  from: (context: ModelContext, place: Place) => Result,
): (context: ModelContext, place: Place) => Result {
  const results = new WeakMap<ModelContext, Map<string, { node: JsonObject; result: Result }>>();
  return (context, place) => {
    const known = results.get(context) ?? new Map();
    results.set(context, known);
    const found = known.get(place.pointer);
    if (found?.node === place.node) return found.result;
    const result = from(context, place);
    known.set(place.pointer, { node: place.node, result });
    return result;
  };
}
