import { isObject, type JsonObject } from "./document.js";
import { isMap, isReference, type NodeKind } from "./openapi-structure.js";
import { pointerOf, walk } from "./walk.js";

/** An object with a `$ref`, and its pointer, computed on demand. */
export interface Reference {
  readonly node: JsonObject;
  readonly pointer: () => string;
}

/** The references of a document. */
export interface References {
  /** The objects with a `$ref`, each once, in document order. */
  readonly references: readonly Reference[];
  /**
   * Whether the document must be bundled first: parts are in other files, or referenced by `$id` or
   * anchor.
   */
  readonly isScattered: boolean;
}

export function referencesIn(document: JsonObject): References {
  const found = new Map<JsonObject, Reference>();
  let isScattered = false;
  for (const visit of walk(document, "outside-in")) {
    const { node, kind } = visit;
    if (!isObject(node)) continue;
    isScattered ||= leadsAway(node, kind);
    if (found.has(node) || !isReference(node, kind)) continue;
    found.set(node, { node, pointer: () => pointerOf(visit) });
  }
  return { references: [...found.values()], isScattered };
}

/** Whether an object has references that a pointer from the root can't resolve. */
function leadsAway(node: JsonObject, kind: NodeKind): boolean {
  const { $ref, $id, $dynamicRef, $recursiveRef } = node;
  if (typeof $ref === "string" && isReference(node, kind)) {
    if (isMap(kind) || !/^#(\/|$)/.test($ref)) return true;
  }
  if (kind !== "schema") return false;
  return [$id, $dynamicRef, $recursiveRef].some((value) => typeof value === "string");
}
