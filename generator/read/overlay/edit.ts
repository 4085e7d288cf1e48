import { keysOf, pointerTo } from "../../pointer.js";
import { isObject, type Json, type JsonObject, valueAt } from "../document/document.js";
import type { SourceLocation, Trace } from "../document/locate.js";
import type { FetchedFile } from "../input/fetch-text.js";
import type { Location } from "./query.js";

/** A mutable copy of a document, and the source location of each part. */
export interface Draft {
  readonly root: JsonObject;
  readonly places: Places;
  /** The number of values that overlays may still add. */
  remaining: number;
}

/** Limits overlays whose actions copy earlier copies, since each could double the document. */
const mostAdded = 1_000_000;

/** Whether the limit is exceeded; values over the limit are left out. */
export function isOverLimit({ remaining }: Draft): boolean {
  return remaining < 0;
}

/** Copies the document with YAML aliases expanded, so that a change affects only one place. */
export function draftOf(document: JsonObject, source: FetchedFile): Draft {
  // The JSON copy of an object is an object.
  const root = JSON.parse(JSON.stringify(document)) as JsonObject;
  return { root, places: writtenAt({ source, pointer: "" }), remaining: mostAdded };
}

/** Merges a value into the node at a location: objects by key, and lists by appending. */
export function update(draft: Draft, location: Location, value: Json, places: Places): void {
  const keys = location.map(String);
  const target = valueAt(draft.root, keys);
  if (isObject(target) && isObject(value)) merge(draft, { target, keys }, value, places);
  else if (Array.isArray(target)) append(draft, { target, keys }, value, places);
  else set(draft, location, value, places);
}

export function remove(draft: Draft, location: Location): void {
  const parent = valueAt(draft.root, location.slice(0, -1).map(String));
  const key = location.at(-1);
  if (key === undefined) return;
  if (isObject(parent)) delete mutable(parent)[key];
  if (!Array.isArray(parent) || typeof key !== "number") return;
  removePlaces(draft.places, location.slice(0, -1).map(String), key, parent.length);
  parent.splice(key, 1);
}

interface Target<Node> {
  readonly target: Node;
  readonly keys: readonly string[];
}

function merge(
  draft: Draft,
  { target, keys }: Target<JsonObject>,
  value: JsonObject,
  places: Places,
): void {
  for (const [key, added] of Object.entries(value)) {
    const childKeys = [...keys, key];
    const from = partOf(places, key);
    const present = Object.hasOwn(target, key) ? target[key] : undefined;
    if (isObject(present) && isObject(added)) {
      merge(draft, { target: present, keys: childKeys }, added, from);
    } else if (Array.isArray(present) && Array.isArray(added)) {
      append(draft, { target: present, keys: childKeys }, added, from);
    } else {
      setOwn(target, key, copied(draft, added));
      setPlaces(draft.places, childKeys, from);
    }
  }
}

function append(draft: Draft, { target, keys }: Target<Json[]>, value: Json, places: Places): void {
  const added: readonly Json[] = Array.isArray(value) ? value : [value];
  for (const [index, item] of added.entries()) {
    const from = Array.isArray(value) ? partOf(places, `${index}`) : places;
    setPlaces(draft.places, [...keys, `${target.length}`], from);
    target.push(copied(draft, item));
  }
}

function set(draft: Draft, location: Location, value: Json, places: Places): void {
  const parent = valueAt(draft.root, location.slice(0, -1).map(String));
  const key = location.at(-1);
  if (key === undefined) return;
  if (isObject(parent)) setOwn(parent, String(key), copied(draft, value));
  else if (Array.isArray(parent) && typeof key === "number") parent[key] = copied(draft, value);
  setPlaces(draft.places, location.map(String), places);
}

function copied(draft: Draft, value: Json): Json {
  draft.remaining -= 1;
  if (isOverLimit(draft) || typeof value !== "object" || value === null)
    return isOverLimit(draft) ? null : value;
  if (Array.isArray(value)) return value.map((item) => copied(draft, item));
  const entries = Object.entries(value).map(([key, inner]) => [key, copied(draft, inner)] as const);
  return Object.fromEntries(entries);
}

/** Defines the property, because assigning to `__proto__` would set the prototype. */
function setOwn(target: JsonObject, key: string, value: Json): void {
  const own = {
    value,
    enumerable: true,
    writable: true,
    configurable: true,
  };
  Object.defineProperty(target, key, own);
}

/** Nodes of a draft belong to it, so they may be changed. */
function mutable(node: JsonObject): Record<string | number, Json> {
  return node as Record<string | number, Json>;
}

/**
 * The source location of a part of a document, and of those parts of it that are written elsewhere,
 * by key. Updated with each change, because references are relative to the text that contains them.
 */
interface Places {
  readonly location: SourceLocation;
  readonly parts: Map<string, Places>;
}

/** The places of a part that is written in one piece. */
export function writtenAt(location: SourceLocation): Places {
  return { location, parts: new Map() };
}

export function copyOf({ location, parts }: Places): Places {
  return { location, parts: new Map([...parts].map(([key, part]) => [key, copyOf(part)])) };
}

/** The places of the part below a key. */
function partOf({ location, parts }: Places, key: string): Places {
  return parts.get(key) ?? writtenAt({ ...location, pointer: pointerTo(location.pointer, key) });
}

/** The places of the part at these keys. */
export function placesIn(root: Places, keys: readonly string[]): Places {
  return keys.reduce(partOf, root);
}

/** Records that the part at these keys is now written elsewhere. */
function setPlaces(root: Places, keys: readonly string[], places: Places): void {
  const last = keys.at(-1);
  if (last !== undefined) placesAt(root, keys.slice(0, -1)).parts.set(last, copyOf(places));
}

/** Records that a list item was removed and that the items after it moved up. */
function removePlaces(root: Places, list: readonly string[], index: number, length: number): void {
  const places = placesAt(root, list);
  for (let item = index; item + 1 < length; item += 1) {
    places.parts.set(`${item}`, partOf(places, `${item + 1}`));
  }
  places.parts.delete(`${length - 1}`);
}

function placesAt(root: Places, keys: readonly string[]): Places {
  return keys.reduce((parent, key) => {
    const part = partOf(parent, key);
    parent.parts.set(key, part);
    return part;
  }, root);
}

export function tracePlaces(root: Places): Trace {
  return (pointer) => placesIn(root, keysOf(pointer)).location;
}
