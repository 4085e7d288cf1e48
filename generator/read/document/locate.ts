import { grouped } from "../../grouped.js";
import { keysOf, pointerTo } from "../../pointer.js";
import { type LocatedProblem, type Problem, warningAt } from "../../problem.js";
import type { FetchedText } from "../input/fetch-text.js";
import { offsetsOf, type Position, positionsIn } from "../parse/offsets.js";
import type { JsonObject } from "./document.js";

/** A source location: a text and a JSON Pointer in it. */
export interface SourceLocation {
  readonly source: FetchedText;
  readonly pointer: string;
}

/** Finds the source location of a JSON Pointer of the document. */
export type Trace = (pointer: string) => SourceLocation;

/** A document and a trace of where its parts are written. */
export interface TracedDocument {
  readonly document: JsonObject;
  readonly trace: Trace;
}

/** The parts of a document whose source differs from that of their parent, by JSON Pointer. */
export type Moves = ReadonlyMap<string, SourceLocation>;

/** The trace of a document in a single text. */
export function traceIn(source: FetchedText): Trace {
  return (pointer) => ({ source, pointer });
}

/** Looks for the nearest moved ancestor of a pointer, and falls back to the earlier trace. */
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

/**
 * Adds the file, line and column to each problem: of its key or list item, or of the nearest parent
 * in the text. Parses each text at most once.
 */
export async function locate(
  trace: Trace,
  problems: readonly Problem[],
): Promise<LocatedProblem[]> {
  const places = problems.map(({ pointer }) => trace(pointer));
  const pointersBySource = grouped(places.map(({ source, pointer }) => [source, pointer] as const));
  const finders = new Map<FetchedText, (pointer: string) => Position>();
  for (const [source, pointers] of pointersBySource)
    finders.set(source, await finderIn(source, pointers));
  return problems.map((problem, index) => {
    const place = places[index] ?? trace("");
    const position = finders.get(place.source)?.(place.pointer) ?? { line: 1, column: 1 };
    return { ...problem, file: place.source.file, ...position };
  });
}

async function finderIn(
  source: FetchedText,
  pointers: readonly string[],
): Promise<(pointer: string) => Position> {
  const offsets = await offsetsOf(source, pointers);
  const positionOf = positionsIn(source.text);
  return (pointer) => positionOf(offsets.get(pointer) ?? 0);
}

/** The file and line of nodes, by JSON Pointer. */
export async function placesOf(
  trace: Trace,
  pointers: readonly string[],
): Promise<Map<string, { readonly file: string; readonly line: number }>> {
  const located = await locate(
    trace,
    pointers.map((pointer) => warningAt(pointer, "")),
  );
  return new Map(located.map(({ pointer, file, line }) => [pointer, { file, line }]));
}
