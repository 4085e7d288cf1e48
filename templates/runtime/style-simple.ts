import { type Encode, percentEncode } from "./encode.js";
import { listed, piecesOf, type Writer } from "./style.js";

/** `simple`, the default of paths and headers: `a,b` and `k,v`. */
export const simpleStyle: Writer = (_, value, encode = percentEncode) =>
  listed(piecesOf(value, encode), false).join(",");

/** `simple` with `explode`: `a,b` and `k=v`. */
export const simpleExplodedStyle: Writer = (_, value, encode = percentEncode) =>
  listed(piecesOf(value, encode), true).join(",");

/** `simple` in a header, without percent-encoding. */
export const headerStyle: Writer = (name, value, encode = String) =>
  simpleStyle(name, value, encode);

/** `simple` with `explode` in a header. */
export const headerExplodedStyle: Writer = (name, value, encode = String) =>
  simpleExplodedStyle(name, value, encode);

/** `collectionFormat: ssv` of Swagger 2.0 in a path or a header: `a b`. */
export const spaceSeparatedStyle: Writer = (_, value, encode = percentEncode) =>
  separated(value, encode, " ");

/** `collectionFormat: pipes` of Swagger 2.0 in a path or a header: `a|b`. */
export const pipeSeparatedStyle: Writer = (_, value, encode = percentEncode) =>
  separated(value, encode, "|");

/** `collectionFormat: tsv` of Swagger 2.0 in a path or a header. */
export const tabSeparatedStyle: Writer = (_, value, encode = percentEncode) =>
  separated(value, encode, "\t");

function separated(value: unknown, encode: Encode, joint: string): string {
  return listed(piecesOf(value, encode), false).join(encode(joint));
}
