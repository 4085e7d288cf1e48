import { isObject, type Json, type JsonObject, pointerTo } from "../document/document.js";
import { valueAt } from "../document/pointer.js";
import { type Trace, tracing, type Written } from "../document/trace.js";
import type { Location } from "./query.js";

/** A mutable copy of a document, and where each added part is written. */
export interface Draft {
  readonly root: JsonObject;
  readonly moves: Map<string, Written>;
  /** The locations of the document before the changes. */
  readonly before: Trace;
}

/**
 * Copies the document with YAML aliases expanded, so that a change in one place doesn't show in
 * another.
 */
export function draftOf(document: JsonObject, before: Trace): Draft {
  // The JSON copy of an object is an object.
  const root = JSON.parse(JSON.stringify(document)) as JsonObject;
  return { root, moves: new Map(), before };
}

export function traceOf({ moves, before }: Draft): Trace {
  return tracing(moves, before);
}

/** Merges a value into the node at a location: objects by key, and lists by appending. */
export function update(draft: Draft, location: Location, value: Json, written: Written): void {
  const pointer = pointerTo("", ...location);
  const target = valueAt(draft.root, location.map(String));
  if (isObject(target) && isObject(value)) merge(draft, { target, pointer }, value, written);
  else if (Array.isArray(target)) append(draft, { target, pointer }, value, written);
  else set(draft, location, value, written);
}

export function remove(draft: Draft, location: Location): void {
  const parent = valueAt(draft.root, location.slice(0, -1).map(String));
  const key = location.at(-1);
  if (key === undefined) return;
  if (isObject(parent)) delete owned(parent)[key];
  if (!Array.isArray(parent) || typeof key !== "number") return;
  const pointer = pointerTo("", ...location.slice(0, -1));
  const trace = traceOf(draft);
  const moved = parent.slice(key + 1).map((_, index) => trace(pointerTo(pointer, key + 1 + index)));
  parent.splice(key, 1);
  for (const [index, written] of moved.entries()) {
    draft.moves.set(pointerTo(pointer, key + index), written);
  }
}

interface Target<Node> {
  readonly target: Node;
  readonly pointer: string;
}

function merge(
  draft: Draft,
  { target, pointer }: Target<JsonObject>,
  value: JsonObject,
  written: Written,
): void {
  for (const [key, added] of Object.entries(value)) {
    const here = pointerTo(pointer, key);
    const from = { ...written, pointer: pointerTo(written.pointer, key) };
    const present = Object.hasOwn(target, key) ? target[key] : undefined;
    if (isObject(present) && isObject(added)) {
      merge(draft, { target: present, pointer: here }, added, from);
    } else if (Array.isArray(present) && Array.isArray(added)) {
      append(draft, { target: present, pointer: here }, added, from);
    } else {
      put(target, key, added);
      draft.moves.set(here, from);
    }
  }
}

function append(draft: Draft, { target, pointer }: Target<Json[]>, value: Json, written: Written) {
  const added: readonly Json[] = Array.isArray(value) ? value : [value];
  for (const [index, item] of added.entries()) {
    const from = Array.isArray(value) ? pointerTo(written.pointer, index) : written.pointer;
    draft.moves.set(pointerTo(pointer, target.length), { ...written, pointer: from });
    target.push(structuredClone(item));
  }
}

function set(draft: Draft, location: Location, value: Json, written: Written): void {
  const parent = valueAt(draft.root, location.slice(0, -1).map(String));
  const key = location.at(-1);
  if (key === undefined) return;
  if (isObject(parent)) put(parent, String(key), value);
  else if (Array.isArray(parent) && typeof key === "number") parent[key] = structuredClone(value);
  draft.moves.set(pointerTo("", ...location), written);
}

/** Defines the property, since assigning to `__proto__` would set the prototype. */
function put(target: JsonObject, key: string, value: Json): void {
  const own = {
    value: structuredClone(value),
    enumerable: true,
    writable: true,
    configurable: true,
  };
  Object.defineProperty(target, key, own);
}

/** Nodes of a draft belong to it, so they may be changed. */
function owned(node: JsonObject): Record<string | number, Json> {
  return node as Record<string | number, Json>;
}
