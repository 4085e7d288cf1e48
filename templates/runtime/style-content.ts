import { percentEncode } from "./encode.js";
import type { Writer } from "./style.js";

/** A parameter whose `content` is JSON, in a query or a cookie. */
export const jsonPair: Writer = (name, value, encode = percentEncode) =>
  `${encode(name)}=${encode(JSON.stringify(value))}`;

/** A parameter whose `content` is JSON, in a header, which carries ASCII safely (RFC 9110, 5.5). */
export const jsonHeader: Writer = (_, value) =>
  JSON.stringify(value).replace(
    /[^ -~]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

/** A parameter whose `content` is JSON, in a path, or as the whole of a query. */
export const jsonValue: Writer = (_, value, encode = percentEncode) =>
  encode(JSON.stringify(value));
