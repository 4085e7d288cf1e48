import type { Line } from "../plan/report/surface.js";
import { typesText } from "../plan/report/surface-type.js";
import { change, type LineChange } from "./line-change.js";
import { say } from "./phrase.js";
import { additive, breaking } from "./rules.js";

/** The type of every failure without a documented one. */
const fallback = "SDKError";

/**
 * The changes of an operation's error union. The union covers every status from the start, with
 * `SDKError` for undocumented ones: documenting a status types its payload and breaks no program,
 * and removing it takes the type away.
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
    return [change(say`failure ${status} is now ${after}`, "", additive("its payload has a type"))];
  }
  const what = say`failure ${status} is ${after} instead of ${before}`;
  return [change(what, "", breaking("programs that read its payload no longer compile"))];
}

type Failures = ReadonlyMap<string, string>;

function failuresIn(lines: readonly Line[]): Failures {
  return new Map(
    lines.flatMap(({ kind, path, type }) => (kind === "failure" ? [[path, typesText(type)]] : [])),
  );
}

/** The error of a status: by its code, then its range, then the default. */
function failureOf(status: string, failures: Failures): string {
  const range = `${status.charAt(0)}XX`;
  return failures.get(status) ?? failures.get(range) ?? failures.get("default") ?? fallback;
}
