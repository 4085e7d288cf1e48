import { outcomeLines, problemLines, type Report } from "./report.js";
import { printable, printableLine } from "./text.js";

/** How a run is told. */
export interface Telling {
  /** Whether as data. */
  readonly json: boolean;
  readonly check: boolean;
  readonly watch?: boolean;
}

/** Prints what a run came to: problems as errors, and what became of the output folder. */
export function print(report: Report, { json, check, watch = false }: Telling): void {
  if (json) {
    console.log(printable(JSON.stringify(report, null, 2)));
    return;
  }
  for (const line of problemLines(report.problems)) console.error(line);
  for (const note of report.notes ?? []) console.error(printableLine(`sdkwright: ${note}`));
  const named = watch ? "some" : "counted";
  for (const line of outcomeLines(report, check ? "all" : named)) console.log(line);
}
