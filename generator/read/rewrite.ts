import { isObject, type Json, type JsonObject } from "./document.js";
import { type Kind, kindBelow } from "./grammar.js";
import { type Container, isContainer, walk } from "./walk.js";

/**
 * What a part becomes once what it contains has been rewritten: the same object where nothing is to
 * be said otherwise, `null` where it is to go.
 *
 * @param before the part as it stood.
 */
export type Rewrite = (part: Container, kind: Kind, before: Container) => Container | null;

/** The document with its parts rewritten; it is left alone, and shares with the copy what needs no change. */
export function rewritten(document: JsonObject, rewrite: Rewrite): JsonObject {
  const changes: Changes = new Map();
  for (const { node, kind } of walk(document, "inside-out")) {
    const change = rewrite(withChanges(node, kind, changes), kind, node);
    if (change !== node) note(changes, kind, node, change);
  }
  const [whole] = withChange(changes, "document", document);
  return isObject(whole) ? whole : document;
}

/** What became of the parts that changed: a part shared by aliases may be of several kinds. */
type Changes = Map<Kind, Map<Json, Container | null>>;

function note(changes: Changes, kind: Kind, node: Container, change: Container | null): void {
  const ofKind = changes.get(kind) ?? new Map<Json, Container | null>();
  changes.set(kind, ofKind.set(node, change));
}

/** The part with what it contains replaced; the same object where nothing is to be replaced. */
function withChanges(node: Container, kind: Kind, changes: Changes): Container {
  if (!isObject(node)) {
    const items = node.flatMap((item) => withChange(changes, kind, item));
    const isSame =
      items.length === node.length && items.every((item, index) => item === node[index]);
    return isSame ? node : items;
  }
  const before = Object.entries(node);
  const entries = before.flatMap(([key, value]) =>
    withChange(changes, kindBelow(kind, key), value).map((each): [string, Json] => [key, each]),
  );
  const isSame =
    entries.length === before.length && entries.every(([key, value]) => value === node[key]);
  return isSame ? node : Object.fromEntries(entries);
}

/** A value as it is to be; none where it is to go. */
function withChange(changes: Changes, kind: Kind, value: Json): readonly Json[] {
  const change = isContainer(value) ? changes.get(kind)?.get(value) : undefined;
  return change === null ? [] : [change ?? value];
}
