import { isObject, type JsonObject } from "./document.js";
import { isMap, isReference, type NodeKind } from "./openapi-structure.js";
import { pointerOf, walk } from "./walk.js";

/** An object with a `$ref`, and where it stands, if that is asked. */
export interface Reference {
  readonly node: JsonObject;
  readonly pointer: () => string;
}

/** How a document hangs together. */
export interface References {
  /** The objects with a `$ref` that is a reference, each once, in the order of the document. */
  readonly references: readonly Reference[];
  /** Whether some of it has to be joined first: it is in other files, or named by `$id` or anchor. */
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

/** Whether following `#/…` from the root is not all that the object asks for. */
function leadsAway(node: JsonObject, kind: NodeKind): boolean {
  const { $ref, $id, $dynamicRef, $recursiveRef } = node;
  if (typeof $ref === "string" && isReference(node, kind)) {
    if (isMap(kind) || !/^#(\/|$)/.test($ref)) return true;
  }
  if (kind !== "schema") return false;
  return [$id, $dynamicRef, $recursiveRef].some((value) => typeof value === "string");
}
