import type { LocatedProblem, Problem } from "../problem.js";
import type { FetchedText } from "./fetch-text.js";
import { offsetsOf } from "./offsets.js";
import { positionsIn } from "./position.js";

/**
 * Says where in the text each problem is: at the key of the pair, the item of the list, or the
 * nearest thing around it that is written there. The text is parsed once, and only if need be.
 */
export async function locate(
  { file, text }: FetchedText,
  problems: readonly Problem[],
): Promise<LocatedProblem[]> {
  if (problems.length === 0) return [];
  const offsets = await offsetsOf(
    text,
    problems.map(({ pointer }) => pointer),
  );
  const positionOf = positionsIn(text);
  return problems.map((problem) => ({
    ...problem,
    file,
    ...positionOf(offsets.get(problem.pointer) ?? 0),
  }));
}
