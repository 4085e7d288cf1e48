import { type Document, isObject, type Json } from "./document.js";
import { type Kind, kindBelow } from "./grammar.js";
import { upgradedSchema } from "./upgrade-rules.js";
import { type Container, isContainer, walk } from "./walk.js";

/**
 * The document in the words of OpenAPI 3.1. One of 3.1 or later is returned as it is; one of 3.0 is
 * left alone, and its copy shares with it whatever needs no change. Only the insides of schemas are
 * rearranged: everything else keeps its JSON Pointer.
 */
export function upgrade(document: Document): Document {
  const { openapi } = document;
  if (typeof openapi !== "string" || !/^3\.0(\.|$)/.test(openapi)) return document;
  const changes: Changes = new Map();
  for (const { node, kind } of walk(document, "inside-out")) {
    const whole = withChanges(node, kind, changes);
    const upgraded = kind === "schema" && isObject(whole) ? upgradedSchema(whole) : whole;
    if (upgraded !== node) note(changes, kind, node, upgraded);
  }
  const upgraded = changed(changes, "document", document);
  return { ...(isObject(upgraded) ? upgraded : document), openapi: "3.1.0" };
}

/** What became of the parts that changed: a part shared by aliases may be of several kinds. */
type Changes = Map<Kind, Map<Json, Container>>;

function note(changes: Changes, kind: Kind, node: Container, upgraded: Container): void {
  const ofKind = changes.get(kind) ?? new Map<Json, Container>();
  changes.set(kind, ofKind.set(node, upgraded));
}

function changed(changes: Changes, kind: Kind, value: Json): Json {
  return changes.get(kind)?.get(value) ?? value;
}

/** The part with what it contains replaced; the same object where nothing is to be replaced. */
function withChanges(node: Container, kind: Kind, changes: Changes): Container {
  if (!isObject(node)) {
    const items = node.map((item) => changed(changes, kind, item));
    return items.some((item, index) => item !== node[index]) ? items : node;
  }
  const entries = Object.entries(node).map(([key, value]): [string, Json] => [
    key,
    isContainer(value) ? changed(changes, kindBelow(kind, key), value) : value,
  ]);
  return entries.some(([key, value]) => value !== node[key]) ? Object.fromEntries(entries) : node;
}
