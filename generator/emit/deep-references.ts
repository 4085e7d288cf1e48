import { isObject, type Json, type JsonObject } from "../read/document/document.js";
import { keysIn } from "../read/document/local-reference.js";
import { valueAt } from "../read/document/pointer.js";

/** Where openapi-typescript can point to: a named component of a kind that it knows, a path item. */
const nameable =
  /^#\/(components\/(schemas|responses|parameters|requestBodies|headers|pathItems)|paths)\/[^/]+$/;

/** References within references are followed so far; what lies deeper may be anything. */
const deepest = 5;

/**
 * The document with the schemas, parameters, … in the place of references that lead somewhere into
 * others: openapi-typescript makes property accesses of them that don't type-check.
 */
export function withoutDeepReferences(document: JsonObject): JsonObject {
  const replaced = (value: Json, path: readonly string[]): Json => {
    if (Array.isArray(value)) return mapped(value, (item) => replaced(item, path));
    if (!isObject(value)) return value;
    const { $ref, ...siblings } = value;
    const isLocal = typeof $ref === "string" && $ref.startsWith("#/");
    const target = isLocal ? valueAt(document, keysIn($ref)) : undefined;
    if (!isLocal || (nameable.test($ref) && !isMisplaced($ref, target))) {
      return mappedValues(value, (child) => replaced(child, path));
    }
    if (target === undefined) return value;
    const isFollowed = path.length < deepest && !path.includes($ref);
    const inlined = isFollowed ? replaced(target, [...path, $ref]) : {};
    return isObject(inlined) ? { ...inlined, ...siblings } : inlined;
  };
  return mappedValues(document, (child) => replaced(child, []));
}

/** Whether a response, a body or a parameter stands among the schemas: none of them has a type there. */
function isMisplaced(ref: string, target: Json | undefined): boolean {
  if (!ref.startsWith("#/components/schemas/") || !isObject(target)) return false;
  return isObject(target["content"]) || isObject(target["schema"]);
}

/** The same list where nothing in it changed. */
function mapped(list: readonly Json[], change: (item: Json) => Json): readonly Json[] {
  const changed = list.map(change);
  return changed.some((item, index) => item !== list[index]) ? changed : list;
}

/** The same object where nothing in it changed. */
function mappedValues(object: JsonObject, change: (child: Json) => Json): JsonObject {
  const entries = Object.entries(object).map(([key, child]): [string, Json] => [
    key,
    change(child),
  ]);
  return entries.some(([key, child]) => child !== object[key])
    ? Object.fromEntries(entries)
    : object;
}
