import { type Encode, percentEncode } from "./encode.js";
import { isGiven, listed, piecesOf, textOf, type Writer } from "./style.js";

/** `form` without `explode`: `name=a,b` and `name=k,v`. An empty list or object isn't sent. */
export const formStyle: Writer = (name, value, encode = percentEncode) =>
  joined(name, value, encode, ",");

/** `form` with `explode`, the default of queries: `name=a&name=b`, `k=v`, and `k=a&k=b` for a list in an object. */
export const formExplodedStyle: Writer = (name, value, encode = percentEncode) => {
  const pieces = piecesOf(value, encode);
  if (pieces.kind === "items") {
    return pieces.items.map((item) => `${encode(name)}=${item}`).join("&");
  }
  return Object.entries(Object(value))
    .filter(([, each]) => isGiven(each))
    .map(([key, each]) => formExplodedStyle(key, Array.isArray(each) ? each : textOf(each), encode))
    .filter(Boolean)
    .join("&");
};

/** `spaceDelimited`: `name=a%20b`. */
export const spaceDelimitedStyle: Writer = (name, value, encode = percentEncode) =>
  joined(name, value, encode, "%20");

/** `pipeDelimited`: `name=a%7Cb`. */
export const pipeDelimitedStyle: Writer = (name, value, encode = percentEncode) =>
  joined(name, value, encode, "%7C");

/** `collectionFormat: tsv` of Swagger 2.0: `name=a%09b`. */
export const tabDelimitedStyle: Writer = (name, value, encode = percentEncode) =>
  joined(name, value, encode, "%09");

function joined(name: string, value: unknown, encode: Encode, joint: string): string {
  const parts = listed(piecesOf(value, encode), false);
  return parts.length === 0 ? "" : `${encode(name)}=${parts.join(joint)}`;
}
