import { paintFor } from "../paint.js";
import type { LocatedProblem } from "../problem.js";
import { outcomeLines, problemLines, type Report } from "../report.js";
import { printable, printableLine } from "../text.js";

/** The streams of a command: those of `process`, or a test's own. */
export interface IO {
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
}

interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
}

/** The exit codes of the command. */
export const exitCode = { success: 0, failure: 1, badArguments: 2, different: 3 } as const;

/** Shows the current stage on a terminal, in place of the one before; prints nothing elsewhere. */
export function showProgress({ stderr }: IO, stage: string): void {
  if (stderr.isTTY) stderr.write(`\r\u001b[K${printableLine(stage)}`);
}

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
  printProblems(report.problems, io);
  for (const note of report.notes ?? []) {
    io.stderr.write(`${printableLine(`sdkwright: ${note}`)}\n`);
  }
  const detail = watch ? "some" : "counted";
  const paint = paintFor(io.stdout, io.env);
  for (const line of outcomeLines(report, check ? "all" : detail, paint)) {
    io.stdout.write(`${line}\n`);
  }
}

/**
 * Prints problems to stderr.
 *
 * @param listAll says how to list the warnings that are only counted.
 */
export function printProblems(
  problems: readonly LocatedProblem[],
  { stderr, env }: IO,
  listAll?: string,
): void {
  const paint = paintFor(stderr, env);
  for (const line of problemLines(problems, paint, listAll)) stderr.write(`${line}\n`);
}

/** Prints the problems that prevent a command, and returns its exit code. */
export function refuse(problems: readonly LocatedProblem[], io: IO): number {
  printProblems(problems, io);
  return exitCode.failure;
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
