import { type Difference, isSame } from "./emit/disk/folder.js";
import { grouped } from "./grouped.js";
import { type Paint, plain } from "./paint.js";
import type { LocatedProblem } from "./problem.js";
import { printableLine } from "./text.js";

/** The outcome of a run, which the command line prints as text or JSON. */
export interface Report {
  readonly problems: readonly LocatedProblem[];
  /** The output folder; `null` if the configuration is invalid. */
  readonly output: string | null;
  /** The difference from the folder; `null` if no package was generated. */
  readonly difference: Difference | null;
  /** One line for each leftover of a killed run that was found next to the folder. */
  readonly notes?: readonly string[];
}

/** `file:line:column severity message`, always on one line. */
export function problemLine(problem: LocatedProblem, paint = plain): string {
  const { file, line, column, severity, message } = problem;
  const place = paint("bold", printableLine(`${file}:${line}:${column}`));
  const word = paint(severity === "error" ? "red" : "yellow", severity);
  return `${place} ${word} ${printableLine(message.replace(/\s+/g, " "))}`;
}

/** The number of warnings of one kind that are printed before the rest is only counted. */
const mostOfKind = 5;

/**
 * One line for each error, and for each kind of warning at most five lines and the number of the
 * others.
 *
 * @param listAll says how to list the others.
 */
export function problemLines(
  problems: readonly LocatedProblem[],
  paint = plain,
  listAll = "--json lists all",
): string[] {
  const groups = grouped(
    problems.map((problem) => {
      const key = problem.severity === "warning" ? (problem.kind ?? problem) : problem;
      return [key, problem] as const;
    }),
  );
  return [...groups.values()].flatMap((group) => {
    const more = group.length - mostOfKind;
    const lines = group.slice(0, mostOfKind).map((problem) => problemLine(problem, paint));
    return more > 0 ? [...lines, `… and ${more} more of this kind; ${listAll}`] : lines;
  });
}

/** How to print the paths that differ: only their number, some of them (watch), or all (check). */
export type Detail = "counted" | "some" | "all";

/** About a screen of lines, enough for the files of one operation. */
const mostNamed = 40;

/**
 * The outcome for the output folder: one line, one more for each listed path, and the next step if a
 * package was written.
 */
export function outcomeLines(report: Report, detail: Detail, paint = plain): string[] {
  const [first = "", ...others] = outcomeOf(report, detail).map(printableLine);
  return [paint(styleOf(report, detail), first), ...others];
}

function styleOf({ difference }: Report, detail: Detail): Parameters<Paint>[0] {
  if (difference === null) return "red";
  return detail === "all" && !isSame(difference) ? "yellow" : "green";
}

function outcomeOf({ output, difference }: Report, detail: Detail): string[] {
  if (output === null || difference === null) return ["nothing was written"];
  if (isSame(difference)) return [`${output} is up to date`];
  switch (detail) {
    case "all":
      return outOfDate(output, difference);
    case "some":
      return [written(output, difference), ...named(difference)];
    case "counted":
      return [written(output, difference), nextStep(output, difference)];
  }
}

function written(output: string, { added, changed, removed }: Difference): string {
  const counts = `${added.length} added, ${changed.length} changed, ${removed.length} removed`;
  return `${output} was written: ${counts}`;
}

function named({ added, changed, removed }: Difference): string[] {
  if (added.length + changed.length + removed.length > mostNamed) return [];
  return [
    ...added.map((path) => `  added     ${path}`),
    ...changed.map((path) => `  changed   ${path}`),
    ...removed.map((path) => `  removed   ${path}`),
  ];
}

/** A new package has to be installed; of one that was there, the changes are of interest. */
function nextStep(output: string, { added }: Difference): string {
  const enter = enterCommand(output);
  return added.includes("package.json")
    ? `next: ${enter}npm install && npm run build`
    : `next: review the changes, then ${enter}npm run build`;
}

/** Names a folder only if no shell finds a command in it, since settings may be somebody else's. */
function enterCommand(folder: string): string {
  if (folder === ".") return "";
  if (/^[\w./\\:@][\w./\\:@-]*$/.test(folder)) return `cd ${folder} && `;
  const isSafe = /^[^-"$`!%\\\p{C}][^"$`!%\\\p{C}]*$/u.test(folder);
  return isSafe ? `cd "${folder}" && ` : "in that folder: ";
}

function outOfDate(output: string, { added, changed, removed }: Difference): string[] {
  return [
    `${output} is out of date; run the same command without --check`,
    ...added.map((path) => `  missing   ${path}`),
    ...changed.map((path) => `  different ${path}`),
    ...removed.map((path) => `  left over ${path}`),
  ];
}
