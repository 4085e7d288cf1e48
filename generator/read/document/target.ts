import { type Document, isObject, type Place, pointerTo } from "./document.js";
import { decoded } from "./local-reference.js";
import { keysOf, valueAt } from "./pointer.js";

/** The target of one `$ref`, which may itself be a reference. */
export type Target =
  | { readonly kind: "object"; readonly place: Place }
  /** A boolean schema (JSON Schema 2020-12, 4.3.2). */
  | { readonly kind: "boolean" }
  | { readonly kind: "other value" }
  | { readonly kind: "nothing" }
  /** Another file or URL. */
  | { readonly kind: "elsewhere" };

/** Resolves a reference within the document: `#`, or `#/` and a JSON Pointer. */
export function targetOf(document: Document, ref: string): Target {
  if (!ref.startsWith("#")) return { kind: "elsewhere" };
  const pointer = decoded(ref.slice(1));
  if (pointer !== "" && !pointer.startsWith("/")) return { kind: "nothing" };
  const keys = keysOf(pointer);
  const value = valueAt(document, keys);
  if (isObject(value)) {
    return { kind: "object", place: { node: value, pointer: pointerTo("", ...keys) } };
  }
  if (value === undefined) return { kind: "nothing" };
  return { kind: typeof value === "boolean" ? "boolean" : "other value" };
}
