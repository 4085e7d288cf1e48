import type { Line } from "../plan/report/surface.js";
import { typesText } from "../plan/report/surface-type.js";
import { change, type LineChange } from "./line-change.js";
import { say } from "./phrase.js";
import { additive, breaking } from "./rules.js";

/** What every failure is that no documented one stands for. */
const fallback = "SDKError";

/**
 * What changes in an operation's error union. A union holds every status from the start, those that
 * the document doesn't mention as `SDKError`: to document one adds a type to its payload and stops
 * nothing from compiling, and to document it no longer takes the type away.
 */
export function failureChanges(old: readonly Line[], next: readonly Line[]): LineChange[] {
  const [before, after] = [failuresIn(old), failuresIn(next)];
  const statuses = new Set([...before.keys(), ...after.keys()]);
  return [...statuses].flatMap((status) =>
    failureChange(status, failureOf(status, before), failureOf(status, after)),
  );
}

function failureChange(status: string, before: string, after: string): LineChange[] {
  if (before === after) return [];
  if (before === fallback) {
    return [change(say`failure ${status} is ${after} now`, "", additive("its payload has a type"))];
  }
  const what = say`failure ${status} is ${after} instead of ${before}`;
  return [change(what, "", breaking("programs that look into it no longer compile"))];
}

type Failures = ReadonlyMap<string, string>;

function failuresIn(lines: readonly Line[]): Failures {
  return new Map(
    lines.flatMap(({ kind, path, type }) => (kind === "failure" ? [[path, typesText(type)]] : [])),
  );
}

/** What a failure is: a code is looked up, then its range, then the default. */
function failureOf(status: string, failures: Failures): string {
  const range = `${status.charAt(0)}XX`;
  return failures.get(status) ?? failures.get(range) ?? failures.get("default") ?? fallback;
}
