import { type Difference, isSame } from "./emit/disk/folder.js";
import type { LocatedProblem } from "./problem.js";
import { printableLine } from "./text.js";

/** The outcome of a run, which the command line prints as text or JSON. */
export interface Report {
  readonly problems: readonly LocatedProblem[];
  /** The output folder; `null` if the configuration is invalid. */
  readonly output: string | null;
  /** The difference to the folder; `null` if no package could be made. */
  readonly difference: Difference | null;
  /** Leftovers of a killed run that were found beside the folder, one line each. */
  readonly notes?: readonly string[];
}

/** `file:line:column severity message`, always on one line. */
export function problemLine({ file, line, column, severity, message }: LocatedProblem): string {
  const text = `${file}:${line}:${column} ${severity} ${message.replace(/\s+/g, " ")}`;
  return printableLine(text);
}

/** The number of warnings of one kind that are printed before the rest is only counted. */
const mostOfKind = 5;

/**
 * One line for each error, and for each kind of warning at most five lines and the number of the
 * others.
 */
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

/** How to print the paths that differ: only their number, some of them (watch), or all (check). */
export type Detail = "counted" | "some" | "all";

/** A screen of lines: the change of one operation names its sources and pages. */
const mostNamed = 40;

/** The outcome for the output folder: one line, and one more for each listed path. */
export function outcomeLines(report: Report, detail: Detail): string[] {
  return linesOn(report, detail).map(printableLine);
}

function linesOn({ output, difference }: Report, detail: Detail): string[] {
  if (difference === null) return ["nothing was written"];
  if (isSame(difference)) return [`${output} is up to date`];
  return detail === "all" ? outOfDate(output, difference) : written(output, difference, detail);
}

function written(output: string | null, difference: Difference, detail: Detail): string[] {
  const { added, changed, removed } = difference;
  const counts = `${added.length} added, ${changed.length} changed, ${removed.length} removed`;
  const isNamed = detail === "some" && added.length + changed.length + removed.length <= mostNamed;
  return [
    `${output} was written: ${counts}`,
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
