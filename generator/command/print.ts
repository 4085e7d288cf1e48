import { outcomeLines, problemLines, type Report } from "../report.js";
import { printable, printableLine } from "../text.js";
import type { IO } from "./io.js";

/** How a report is printed. */
interface PrintOptions {
  readonly json?: boolean | undefined;
  readonly check?: boolean | undefined;
  readonly watch?: boolean | undefined;
}

/** Prints problems to stderr and the outcome to stdout, or both to stdout as JSON. */
export function printReport(report: Report, { json, check, watch }: PrintOptions, io: IO): void {
  if (json) {
    io.stdout.write(printable(`${JSON.stringify(report, null, 2)}\n`));
    return;
  }
  for (const line of problemLines(report.problems)) io.stderr.write(`${line}\n`);
  for (const note of report.notes ?? []) {
    io.stderr.write(`${printableLine(`sdkwright: ${note}`)}\n`);
  }
  const detail = watch ? "some" : "counted";
  for (const line of outcomeLines(report, check ? "all" : detail)) io.stdout.write(`${line}\n`);
}

/** Prints an unexpected error on one line: users can't act on a stack trace. */
export function printError(error: unknown, { stderr }: IO): void {
  stderr.write(`${printableLine(`sdkwright: ${reasonOf(error)}`)}\n`);
}

/** Some steps recurse once for each level of a document, and the stack is limited. */
function reasonOf(error: unknown): string {
  const isTooDeep = error instanceof RangeError && /call stack/.test(error.message);
  if (isTooDeep) return "the document is nested too deeply: move nested schemas to `components`";
  return error instanceof Error ? error.message : String(error);
}
