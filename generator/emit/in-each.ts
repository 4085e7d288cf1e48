import { isObject, type Json } from "../read/document/document.js";

/** A map with each of its values changed; what is no map stays as it is. */
export function inEach(map: Json, change: (value: Json, key: string) => Json): Json {
  if (!isObject(map)) return map;
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value, key)]));
}
