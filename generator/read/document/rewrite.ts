import { isObject, type Json, type JsonObject } from "./document.js";
import { kindBelow, type NodeKind } from "./openapi-structure.js";
import { type Container, isContainer, walk } from "./walk.js";

/**
 * Rewrites a part whose children have been rewritten: returns the same object if nothing changes,
 * `null` to remove it.
 *
 * @param before the part before its children were rewritten.
 */
export type Rewrite = (part: Container, kind: NodeKind, before: Container) => Container | null;

/** Returns a rewritten copy of the document, which shares unchanged parts with the original. */
export function rewritten(document: JsonObject, rewrite: Rewrite): JsonObject {
  const changes: Changes = new Map();
  for (const { node, kind } of walk(document, "inside-out")) {
    const change = rewrite(withChanges(node, kind, changes), kind, node);
    if (change !== node) recordChange(changes, kind, node, change);
  }
  const [whole] = withChange(changes, "document", document);
  return isObject(whole) ? whole : document;
}

/** The changed parts. A part shared by YAML aliases may have several kinds. */
type Changes = Map<NodeKind, Map<Json, Container | null>>;

function recordChange(
  changes: Changes,
  kind: NodeKind,
  node: Container,
  change: Container | null,
): void {
  const ofKind = changes.get(kind) ?? new Map<Json, Container | null>();
  changes.set(kind, ofKind.set(node, change));
}

/** The part with its changed children; the same object if none changed. */
function withChanges(node: Container, kind: NodeKind, changes: Changes): Container {
  if (changes.size === 0 || !hasChangedChild(node, kind, changes)) return node;
  if (!isObject(node)) return node.flatMap((item) => withChange(changes, kind, item));
  return Object.fromEntries(
    Object.entries(node).flatMap(([key, value]) =>
      withChange(changes, kindBelow(kind, key), value).map((each): [string, Json] => [key, each]),
    ),
  );
}

/** Whether a direct child of a part changed. */
function hasChangedChild(node: Container, kind: NodeKind, changes: Changes): boolean {
  if (!isObject(node)) return node.some((item) => changes.get(kind)?.has(item));
  return Object.keys(node).some((key) => {
    const value = node[key];
    return isContainer(value) && changes.get(kindBelow(kind, key))?.has(value);
  });
}

/** The rewritten value; none if it was removed. */
function withChange(changes: Changes, kind: NodeKind, value: Json): readonly Json[] {
  const change = isContainer(value) ? changes.get(kind)?.get(value) : undefined;
  return change === null ? [] : [change ?? value];
}
