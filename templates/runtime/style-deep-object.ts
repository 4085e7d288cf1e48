import { type Encode, percentEncode } from "./encode.js";
import { isGiven, textOf, type Writer } from "./style.js";

/** `deepObject`: `name[k]=v`, at any depth. A list repeats its key. */
export const deepObjectStyle: Writer = (name, value, encode = percentEncode) =>
  pairs(name, value, encode).join("&");

function pairs(key: string, value: unknown, encode: Encode): string[] {
  if (!isGiven(value)) return [];
  if (Array.isArray(value)) return value.flatMap((item) => pairs(key, item, encode));
  if (typeof value !== "object" || value === null || value instanceof Date) {
    return [`${encode(key)}=${encode(textOf(value))}`];
  }
  return Object.entries(value).flatMap(([field, each]) => pairs(`${key}[${field}]`, each, encode));
}
