import { percentEncode } from "./encode.js";
import { listed, piecesOf, type Writer } from "./style.js";

/** `matrix`: `;name=a,b` and `;name=k,v`. */
export const matrixStyle: Writer = (name, value, encode = percentEncode) =>
  pair(encode(name), listed(piecesOf(value, encode), false).join(","));

/** `matrix` with `explode`: `;name=a;name=b` and `;k=v`. */
export const matrixExplodedStyle: Writer = (name, value, encode = percentEncode) => {
  const pieces = piecesOf(value, encode);
  return pieces.kind === "items"
    ? pieces.items.map((item) => pair(encode(name), item)).join("")
    : pieces.fields.map(([key, each]) => pair(key, each)).join("");
};

/** An empty value is written without `=` (RFC 6570, 3.2.7). */
function pair(key: string, value: string): string {
  return value === "" ? `;${key}` : `;${key}=${value}`;
}
