import type { LocatedProblem, Problem } from "../../problem.js";
import type { FetchedText } from "../input/fetch-text.js";
import { offsetsOf } from "../parse/offsets.js";
import { type Position, positionsIn } from "../parse/position.js";
import type { Trace } from "./trace.js";

/**
 * Says in which file and where in it each problem is: at the key of the pair, the item of the list,
 * or the nearest thing around it that is written there. A text is parsed once, and only if need be.
 */
export async function locate(
  trace: Trace,
  problems: readonly Problem[],
): Promise<LocatedProblem[]> {
  const places = problems.map(({ pointer }) => trace(pointer));
  const wanted = new Map<FetchedText, string[]>();
  for (const { source, pointer } of places) {
    const pointers = wanted.get(source);
    if (pointers) pointers.push(pointer);
    else wanted.set(source, [pointer]);
  }
  const finders = new Map<FetchedText, (pointer: string) => Position>();
  for (const [source, pointers] of wanted) finders.set(source, await finderIn(source, pointers));
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
