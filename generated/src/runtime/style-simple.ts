// Emitted by sdkwright 0.1.0 from document ddea6a7bbd82. What is written here is lost at the next run.

import { listed, piecesOf, type Writer } from "./style.js";

/** `simple`, the default of paths and headers: `a,b` and `k,v`. */
export const simpleStyle: Writer = (_, value, encode) =>
  listed(piecesOf(value, encode), false).join(",");

/** `simple` with `explode`: `a,b` and `k=v`. */
export const simpleExplodedStyle: Writer = (_, value, encode) =>
  listed(piecesOf(value, encode), true).join(",");
