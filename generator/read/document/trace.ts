import type { FetchedText } from "../input/fetch-text.js";
import { pointerTo } from "./document.js";
import { keysOf } from "./pointer.js";

/** A source location: a text and a JSON Pointer in it. */
export interface Written {
  readonly source: FetchedText;
  readonly pointer: string;
}

/** Finds the source location of a JSON Pointer of the document. */
export type Trace = (pointer: string) => Written;

/** The parts of a document whose source isn't that of the part around them, by JSON Pointer. */
export type Moves = ReadonlyMap<string, Written>;

/** The trace of a document that is in one text. */
export function writtenIn(source: FetchedText): Trace {
  return (pointer) => ({ source, pointer });
}

/** Looks for the nearest moved part around a pointer, and falls back to the earlier trace. */
export function tracing(moves: Moves, before: Trace): Trace {
  if (moves.size === 0) return before;
  return (pointer) => {
    const keys = keysOf(pointer);
    for (let length = keys.length; length >= 0; length -= 1) {
      const moved = moves.get(pointerTo("", ...keys.slice(0, length)));
      if (moved === undefined) continue;
      return { ...moved, pointer: pointerTo(moved.pointer, ...keys.slice(length)) };
    }
    return before(pointer);
  };
}
