import { type Difference, isSame } from "./emit/difference.js";
import type { LocatedProblem } from "./problem.js";
import { visible } from "./visible.js";

/** What a run came to: what the command line prints, as text or as data. */
export interface Report {
  readonly problems: readonly LocatedProblem[];
  /** The output folder, or `null` where the configuration doesn't get as far. */
  readonly output: string | null;
  /** What differs from the folder, or `null` where nothing could be made. */
  readonly difference: Difference | null;
}

/** `file:line:column severity message`, on one line whatever the document says. */
export function problemLine({ file, line, column, severity, message }: LocatedProblem): string {
  const told = `${file}:${line}:${column} ${severity} ${message.replace(/\s+/g, " ")}`;
  return visible(told).replaceAll("\n", "\\n");
}

/** One line on what became of the output folder, and in a check a line for each path that differs. */
export function outcomeLines({ output, difference }: Report, isCheck: boolean): string[] {
  if (difference === null) return ["nothing is written"];
  const { added, changed, removed } = difference;
  if (isSame(difference)) return [`${output} is up to date`];
  if (!isCheck) {
    const parts = [
      `${added.length} added`,
      `${changed.length} changed`,
      `${removed.length} removed`,
    ];
    return [`${output} is written: ${parts.join(", ")}`];
  }
  return [
    `${output} is out of date; run the same command without --check`,
    ...added.map((path) => `  missing   ${path}`),
    ...changed.map((path) => `  different ${path}`),
    ...removed.map((path) => `  left over ${path}`),
  ];
}
