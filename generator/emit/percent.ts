import { isObject, type Json, type JsonObject } from "../read/document/document.js";
import { decoded } from "../read/document/local-reference.js";

// openapi-typescript takes the `%` of a name for the escape of a URL, and gives up where it is none.
// So another character stands in for it while the types are made: one that no text may hold.

const standIn = "\ufdd0";

/** The document without a `%`. */
export function withoutPercents(document: JsonObject): JsonObject {
  const seen = new Map<Json, Json>();
  const replaced = (value: Json): Json => {
    if (typeof value === "string") return value.replaceAll("%", standIn);
    const known = seen.get(value);
    if (known !== undefined || value === null || typeof value !== "object") return known ?? value;
    const copy = Array.isArray(value) ? value.map(replaced) : inObject(value);
    seen.set(value, copy);
    return copy;
  };
  const inObject = (object: Json): Json =>
    isObject(object)
      ? Object.fromEntries(Object.entries(object).map(([key, value]) => entry(key, value)))
      : object;
  const entry = (key: string, value: Json): [string, Json] => {
    const isReference = typeof value === "string" && value.startsWith("#/");
    return [key.replaceAll("%", standIn), replaced(isReference ? plainPointer(value) : value)];
  };
  const copy = inObject(document);
  return isObject(copy) ? copy : document;
}

/** The types as they would be with it: the compiler prints what is no ASCII as an escape. */
export function withPercents(types: string): string {
  return types.replace(/\ufdd0|\\ufdd0/gi, "%");
}

function plainPointer(reference: string): string {
  const segments = reference.split("/").map((segment) => decoded(segment).replaceAll("/", "~1"));
  return segments.join("/");
}
