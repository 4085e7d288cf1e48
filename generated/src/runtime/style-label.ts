// Emitted by sdkwright 0.1.0 from document ddea6a7bbd82. What is written here is lost at the next run.

import { percentEncode } from "./encode.js";
import { listed, piecesOf, type Writer } from "./style.js";

/** `label`: `.a,b` and `.k,v`. */
export const labelStyle: Writer = (_, value, encode = percentEncode) =>
  `.${listed(piecesOf(value, encode), false).join(",")}`;

/** `label` with `explode`: `.a.b` and `.k=v`. */
export const labelExplodedStyle: Writer = (_, value, encode = percentEncode) =>
  `.${listed(piecesOf(value, encode), true).join(".")}`;
