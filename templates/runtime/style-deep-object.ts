import { type Encode, percentEncode } from "./encode.js";
import { isGiven, textOf, type Writer } from "./style.js";

/**
 * `deepObject`: `name[k]=v`, at any depth. A list repeats its key; a list of objects has indices,
 * so that their fields stay apart: `name[k][0][f]=v`.
 */
export const deepObjectStyle: Writer = (name, value, encode = percentEncode) =>
  pairs(name, value, encode).join("&");

function pairs(key: string, value: unknown, encode: Encode): string[] {
  if (!isGiven(value)) return [];
  if (Array.isArray(value)) {
    const isIndexed = value.some(hasFields);
    return value.flatMap((item, index) =>
      pairs(isIndexed ? `${key}[${index}]` : key, item, encode),
    );
  }
  if (!hasFields(value)) return [`${encode(key)}=${encode(textOf(value))}`];
  return Object.entries(value).flatMap(([field, each]) => pairs(`${key}[${field}]`, each, encode));
}

function hasFields(value: unknown): value is object {
  return typeof value === "object" && value !== null && !(value instanceof Date);
}
