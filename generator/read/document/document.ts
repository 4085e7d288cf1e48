/** Any value of a JSON or YAML document. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: Json;
}

/** An OpenAPI 3.1 document. Its contents aren't validated yet. */
export type Document = JsonObject;

/** An object of the document and its location. */
export interface Place {
  readonly node: JsonObject;
  /** JSON Pointer (RFC 6901). */
  readonly pointer: string;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value at a path of keys; `undefined` if one of them is missing. */
export function valueAt(root: Json, keys: readonly string[]): Json | undefined {
  let value: Json | undefined = root;
  for (const key of keys) value = childAt(value, key);
  return value;
}

function childAt(value: Json | undefined, key: string): Json | undefined {
  if (Array.isArray(value)) return /^(0|[1-9]\d*)$/.test(key) ? value[Number(key)] : undefined;
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** An object with these entries; the same object if its entries are unchanged. */
export function withEntries(
  before: JsonObject,
  entries: readonly (readonly [key: string, value: Json])[],
): JsonObject {
  const isSame =
    entries.length === Object.keys(before).length &&
    entries.every(([key, value]) => value === before[key]);
  return isSame ? before : Object.fromEntries(entries);
}
