import type { Json } from "./document.js";
import { keysOf } from "./pointer.js";

/** A part of a URL, where `%7B` may stand for `{` (RFC 3986, section 2.1); a stray `%` stands for itself. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The keys that a reference within its document names, from the root down: those of `#/paths/~1a` are `paths` and `/a`. */
export function keysIn(ref: string): string[] {
  return keysOf(decoded(ref.slice(1)));
}

/** The name of the schema that a reference is to, or `null` where it is to anything but one of the components. */
export function schemaNameIn(ref: Json | undefined): string | null {
  if (typeof ref !== "string" || !ref.startsWith("#/components/schemas/")) return null;
  const [, , name, ...inner] = keysIn(ref);
  return name === undefined || inner.length > 0 ? null : name;
}
