import { keysOf, pointerTo } from "../../document/document.js";
import { type Moves, type Trace, tracing, type Written } from "../../document/locate.js";

/** Maps JSON Pointers of the converted document to those of the original. */
export type Origins = Map<string, string>;

/** The trace of the converted document. */
export function traceThrough(origins: Origins, before: Trace): Trace {
  const moves: Moves = new Map(
    [...origins].map(([now, old]): [string, Written] => [now, before(old)]),
  );
  return tracing(moves, before);
}

/** Converts a JSON Pointer of the original to one of the converted document. */
export function movedPointer(origins: Origins): (pointer: string) => string {
  const now = new Map<string, string>();
  for (const [to, from] of origins) if (!now.has(from)) now.set(from, to);
  return (pointer) => {
    const keys = keysOf(pointer);
    for (let length = keys.length; length > 0; length -= 1) {
      const moved = now.get(pointerTo("", ...keys.slice(0, length)));
      if (moved !== undefined) return pointerTo(moved, ...keys.slice(length));
    }
    return pointer;
  };
}
