import { type Difference, isSame } from "./emit/disk/difference.js";
import type { LocatedProblem } from "./problem.js";
import { printableLine } from "./text.js";

/** What a run came to: what the command line prints, as text or as data. */
export interface Report {
  readonly problems: readonly LocatedProblem[];
  /** The output folder, or `null` where the configuration doesn't get as far. */
  readonly output: string | null;
  /** What differs from the folder, or `null` where nothing could be made. */
  readonly difference: Difference | null;
  /** What of a run that was killed was found beside the folder, a line each. */
  readonly notes?: readonly string[];
}

/** `file:line:column severity message`, on one line whatever the document says. */
export function problemLine({ file, line, column, severity, message }: LocatedProblem): string {
  const told = `${file}:${line}:${column} ${severity} ${message.replace(/\s+/g, " ")}`;
  return printableLine(told);
}

/** How many warnings of one kind are printed before the rest is only counted. */
const mostOfKind = 5;

/** The lines of all problems: every error, and up to five warnings of each kind and the number of the others. */
export function problemLines(problems: readonly LocatedProblem[]): string[] {
  const groups = new Map<unknown, LocatedProblem[]>();
  for (const problem of problems) {
    const key = problem.severity === "warning" ? (problem.kind ?? problem) : problem;
    const group = groups.get(key);
    if (group) group.push(problem);
    else groups.set(key, [problem]);
  }
  return [...groups.values()].flatMap((group) => {
    const more = group.length - mostOfKind;
    const lines = group.slice(0, mostOfKind).map(problemLine);
    return more > 0 ? [...lines, `… and ${more} more of this kind; --json lists all`] : lines;
  });
}

/** What is told of the paths that differ: their number, in a watch a few by name, in a check all. */
export type Detail = "counted" | "some" | "all";

/** What is a few: more would push what was told before them out of sight. */
const mostNamed = 20;

/** What became of the output folder: a line, and one for each path that is named. */
export function outcomeLines(report: Report, detail: Detail): string[] {
  return linesOn(report, detail).map(printableLine);
}

function linesOn({ output, difference }: Report, detail: Detail): string[] {
  if (difference === null) return ["nothing is written"];
  if (isSame(difference)) return [`${output} is up to date`];
  return detail === "all" ? outOfDate(output, difference) : written(output, difference, detail);
}

function written(output: string | null, difference: Difference, detail: Detail): string[] {
  const { added, changed, removed } = difference;
  const counts = `${added.length} added, ${changed.length} changed, ${removed.length} removed`;
  const isNamed = detail === "some" && added.length + changed.length + removed.length <= mostNamed;
  return [
    `${output} is written: ${counts}`,
    ...(isNamed
      ? [
          ...added.map((path) => `  added     ${path}`),
          ...changed.map((path) => `  changed   ${path}`),
          ...removed.map((path) => `  removed   ${path}`),
        ]
      : []),
  ];
}

function outOfDate(output: string | null, { added, changed, removed }: Difference): string[] {
  return [
    `${output} is out of date; run the same command without --check`,
    ...added.map((path) => `  missing   ${path}`),
    ...changed.map((path) => `  different ${path}`),
    ...removed.map((path) => `  left over ${path}`),
  ];
}
