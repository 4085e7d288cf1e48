import { memoize } from "../../memoize.js";
import { keysOf, pointerTo } from "../../pointer.js";
import { decoded } from "../../text.js";
import {
  type Document,
  isObject,
  type Json,
  type JsonObject,
  type Place,
  valueAt,
} from "./document.js";
import { isMap, isReference, type NodeKind } from "./openapi-structure.js";
import { pointerOf, walk } from "./walk.js";

/** An object with a `$ref`, and its pointer, computed on demand. */
export interface Reference {
  readonly node: JsonObject;
  readonly pointer: () => string;
}

/** The references of a document. */
interface References {
  /** The objects with a `$ref`, each once, in document order. */
  readonly references: readonly Reference[];
  /**
   * Whether the document must be bundled first: parts are in other files, or referenced by `$id` or
   * anchor.
   */
  readonly needsBundling: boolean;
}

export function referencesIn(document: JsonObject): References {
  const found = new Map<JsonObject, Reference>();
  let needsBundling = false;
  for (const visit of walk(document, "outside-in")) {
    const { node, kind } = visit;
    if (!isObject(node)) continue;
    needsBundling ||= isExternal(node, kind);
    if (found.has(node) || !isReference(node, kind)) continue;
    found.set(node, { node, pointer: () => pointerOf(visit) });
  }
  return { references: [...found.values()], needsBundling };
}

/** Whether an object has references other than a JSON Pointer from the root. */
function isExternal(node: JsonObject, kind: NodeKind): boolean {
  const { $ref, $id, $dynamicRef, $recursiveRef } = node;
  if (typeof $ref === "string" && isReference(node, kind)) {
    if (isMap(kind) || !/^#(\/|$)/.test($ref)) return true;
  }
  if (kind !== "schema") return false;
  return [$id, $dynamicRef, $recursiveRef].some((value) => typeof value === "string");
}

/** The target of one `$ref`, which may itself be a reference. */
type Target =
  | { readonly kind: "object"; readonly place: Place }
  /** A boolean schema (JSON Schema 2020-12, 4.3.2). */
  | { readonly kind: "boolean" }
  | { readonly kind: "other value" }
  | { readonly kind: "nothing" }
  /** Another file or URL. */
  | { readonly kind: "elsewhere" };

/** The targets that were looked up in a document, by reference: many references share a target. */
const knownTargets = memoize((_: Document) => new Map<string, Target>());

/** Resolves a reference within the document: `#`, or `#/` and a JSON Pointer. */
export function targetOf(document: Document, ref: string): Target {
  const known = knownTargets(document);
  const target = known.get(ref) ?? resolved(document, ref);
  known.set(ref, target);
  return target;
}

function resolved(document: Document, ref: string): Target {
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

/** Longer chains of references occur only in loops. */
export const longestChain = 100;

/** Follows references to the object they finally resolve to; `null` if there is none. */
export function follow(document: Document, place: Place): Place | null {
  let current = place;
  for (let step = 0; step <= longestChain; step += 1) {
    const { $ref } = current.node;
    if (typeof $ref !== "string") return current;
    const target = targetOf(document, $ref);
    if (target.kind !== "object") return null;
    current = target.place;
  }
  return null;
}

/** A reference to a JSON Pointer of the same document (RFC 6901, 6). */
export function localReference(pointer: string): string {
  return `#${pointer.replaceAll("%", "%25").replaceAll("#", "%23")}`;
}

/** A reference to a component schema. */
export function schemaReference(name: string): string {
  return localReference(pointerTo("/components/schemas", name));
}

/** The keys of a local reference, from the root down: `paths` and `/a` for `#/paths/~1a`. */
export function keysIn(ref: string): string[] {
  return keysOf(decoded(ref.slice(1)));
}

/** The name of the schema component that a reference points to; `null` for any other target. */
export function schemaNameIn(ref: Json | undefined): string | null {
  if (typeof ref !== "string" || !ref.startsWith("#/components/schemas/")) return null;
  const [, , name, ...inner] = keysIn(ref);
  return name === undefined || inner.length > 0 ? null : name;
}
