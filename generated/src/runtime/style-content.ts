import type { Writer } from "./style.js";

/** A parameter whose `content` is JSON, in a query or a cookie. */
export const jsonPair: Writer = (name, value, encode) =>
  `${encode(name)}=${encode(JSON.stringify(value))}`;

/** A parameter whose `content` is JSON, in a path or a header. */
export const jsonValue: Writer = (_, value, encode) => encode(JSON.stringify(value));
