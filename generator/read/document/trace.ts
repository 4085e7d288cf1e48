import type { FetchedText } from "../input/fetch-text.js";
import { pointerTo } from "./document.js";
import { keysOf } from "./pointer.js";

/** Where something is written: a text, and the JSON Pointer of it there. */
export interface Written {
  readonly source: FetchedText;
  readonly pointer: string;
}

/** Says where the part of a document that a JSON Pointer names is written. */
export type Trace = (pointer: string) => Written;

/** The parts of a document that are written elsewhere than their surroundings, by JSON Pointer. */
export type Moves = ReadonlyMap<string, Written>;

/** All of a document is written in one text. */
export function writtenIn(source: FetchedText): Trace {
  return (pointer) => ({ source, pointer });
}

/** The nearest part around that moved decides; where none did, the trace of before holds. */
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
