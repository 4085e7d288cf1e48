import { percentEncode } from "./encode.js";
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
