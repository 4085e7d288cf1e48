import type { Case } from "./cases.js";
import type { Ending } from "./child.js";

/** What was found about one document. */
export interface Outcome {
  readonly file: string;
  readonly isGenerated: boolean;
  /** Whether the emitted package has no type error; `null` where there is none to check. */
  readonly isClean: boolean | null;
  readonly operations: { readonly exported: number; readonly documented: number } | null;
  readonly seconds: number;
  readonly peak: number | null;
  /** What went wrong first, or `null` where all is as it should be. */
  readonly problem: string | null;
}

/** What is read from an emitted package. */
export interface Emitted {
  readonly operations: { readonly exported: number; readonly documented: number };
  readonly deadLinks: readonly string[];
  readonly typeErrors: readonly string[];
  /** The models that openapi-typescript reads differently; none if they weren't compared. */
  readonly disagreements: readonly string[];
  /** The programs of its pages that don't compile or don't do what they say; none if they weren't run. */
  readonly failingPrograms: readonly string[];
}

/** @param emitted the content of the output folder, or `null` if nothing was written. */
export function outcomeOf(given: Case, run: Ending, emitted: Emitted | null): Outcome {
  return {
    file: given.file,
    isGenerated: run.code === 0,
    isClean: emitted && emitted.typeErrors.length === 0,
    operations: emitted?.operations ?? null,
    seconds: run.seconds,
    peak: run.peak,
    problem: problemWith(given, run, emitted),
  };
}

function problemWith(given: Case, run: Ending, emitted: Emitted | null): string | null {
  if (run.isOverTime) return "takes too long";
  if (run.code !== 0 && run.code !== 1) return `dies: ${lastLine(run.complaints)}`;
  const reason = firstError(run.complaints);
  if (run.code === 1) {
    if (emitted !== null) return "is refused, and yet something is written";
    if (reason === null) return `is refused without a reason: ${lastLine(run.complaints)}`;
    if (given.verdict === "valid") return reason;
    return isNamed(given.expect, run.complaints)
      ? null
      : `a message names another thing: ${reason}`;
  }
  if (given.verdict === "invalid") return "is taken for valid";
  if (emitted === null) return "nothing was written";
  return defectOf(emitted, given.verdict === "lax" && / warning /.test(run.complaints));
}

/** @param mayLackSome whether operations may be left out, since a warning said so. */
function defectOf(emitted: Emitted, mayLackSome: boolean): string | null {
  const { operations, deadLinks, typeErrors, disagreements, failingPrograms } = emitted;
  const [typeError] = typeErrors;
  if (typeError !== undefined) return `${typeErrors.length} type errors: ${typeError}`;
  const { exported, documented } = operations;
  if (exported !== documented && !(mayLackSome && exported < documented)) {
    return `exports ${exported} operations of ${documented}`;
  }
  const [dead] = deadLinks;
  if (dead !== undefined) return `dead link: ${dead}`;
  const [disagreement] = disagreements;
  if (disagreement !== undefined) {
    return `${disagreements.length} models are read otherwise: ${disagreement}`;
  }
  const [failing] = failingPrograms;
  return failing === undefined ? null : `${failingPrograms.length} programs fail: ${failing}`;
}

/** The first line of `file:line:column error message`, without the place. */
function firstError(complaints: string): string | null {
  return /:\d+:\d+ error (.*)/.exec(complaints)?.[1] ?? null;
}

function isNamed(patterns: readonly string[], message: string): boolean {
  return patterns.length === 0 || patterns.some((each) => new RegExp(each, "i").test(message));
}

function lastLine(text: string): string {
  return text.trim().split("\n").at(-1) ?? "";
}
