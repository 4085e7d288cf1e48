import { keysOf, pointerTo } from "../document/document.js";
import type { Trace, Written } from "../document/locate.js";

/**
 * Where a part of a document is written, and those parts of it that are written elsewhere, by key.
 * References start from where they are written: each change to the document is one to its places.
 */
export interface Places {
  readonly written: Written;
  readonly parts: Map<string, Places>;
}

/** All of it is written in one place. */
export function writtenAt(written: Written): Places {
  return { written, parts: new Map() };
}

export function copyOf({ written, parts }: Places): Places {
  return { written, parts: new Map([...parts].map(([key, part]) => [key, copyOf(part)])) };
}

/** What is below a key. */
export function partOf({ written, parts }: Places, key: string): Places {
  return parts.get(key) ?? writtenAt({ ...written, pointer: pointerTo(written.pointer, key) });
}

/** The places of the part that keys lead to. */
export function placesIn(root: Places, keys: readonly string[]): Places {
  return keys.reduce(partOf, root);
}

/** Says that the part which keys lead to is written elsewhere now, with all in it. */
export function setPlaces(root: Places, keys: readonly string[], places: Places): void {
  const last = keys.at(-1);
  if (last !== undefined) ensured(root, keys.slice(0, -1)).parts.set(last, copyOf(places));
}

/** Says that the item of a list is gone, and those behind it moved up. */
export function removePlaces(
  root: Places,
  list: readonly string[],
  index: number,
  length: number,
): void {
  const places = ensured(root, list);
  for (let item = index; item + 1 < length; item += 1) {
    places.parts.set(`${item}`, partOf(places, `${item + 1}`));
  }
  places.parts.delete(`${length - 1}`);
}

function ensured(root: Places, keys: readonly string[]): Places {
  return keys.reduce((parent, key) => {
    const part = partOf(parent, key);
    parent.parts.set(key, part);
    return part;
  }, root);
}

export function tracePlaces(root: Places): Trace {
  return (pointer) => placesIn(root, keysOf(pointer)).written;
}
