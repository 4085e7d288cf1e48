import type { Line, SurfaceType } from "../plan/report/surface.js";
import { typesText, withInnerTypes, word } from "../plan/report/surface-text.js";
import { additive, breaking, change, judge, type LineChange } from "./change.js";
import { titleOf, typedChanges } from "./line-changes.js";
import type { Pair } from "./pairs.js";
import { inWords, joined, type Phrase, say } from "./phrase.js";

/**
 * The changes of an awaited result when success statuses are added or removed. Another status is
 * harmless if programs already know the type of its value.
 */
export function resultChanges(old: readonly Line[], next: readonly Line[]): LineChange[] {
  const [before, after] = [resultsIn(old), resultsIn(next)];
  const kept = after.filter(({ path }) => before.some((line) => line.path === path));
  const gone = before.filter(({ path }) => after.every((line) => line.path !== path));
  const added = after.filter((line) => !kept.includes(line));
  const pair = { old: unionOf(kept, gone), next: unionOf(kept, added) };
  return typedChanges(pair, "received", inWords("its result"));
}

function resultsIn(lines: readonly Line[]): Line[] {
  return lines.filter(({ kind }) => kind === "result");
}

/**
 * All possible results as one type. A result without a name has one type for each status.
 */
function unionOf(kept: readonly Line[], own: readonly Line[]): Line {
  const types = [
    ...kept.flatMap(({ type }) => type),
    ...own.flatMap(({ path, type }) => type.map((member) => ownObject(member, path))),
  ];
  const type = types.length === 0 ? [word("void")] : types;
  return { kind: "result", path: "", required: true, deprecated: false, type, facts: [] };
}

/** An inline object belongs to its status: objects of two statuses are different types. */
function ownObject(type: SurfaceType, status: string): SurfaceType {
  if (type.kind === "object") return { kind: "whole", text: `the object of ${status}` };
  return withInnerTypes(type, (inner) => inner.map((each) => ownObject(each, status)));
}

/** A program reads a stream where it sends what chooses it. */
export function streamChanges({ old, next }: Pair): LineChange[] {
  const [before, after] = [old, next].map((line) => line && typesText(line.type));
  if (before === after) return [];
  if (!after) {
    const gone = say`it no longer returns a stream with ${before ?? ""}`;
    return [change(gone, "", breaking("programs that read it no longer compile"))];
  }
  if (!before) return [change(say`it returns a stream with ${after}`, "", additive(null))];
  const other = say`it returns a stream with ${after} instead of ${before}`;
  return [change(other, "", breaking("calls receive another result than they expect"))];
}

/** A stream that is new or gone is a change of the result, or of what chooses it. */
export function itemChanges({ old, next }: Pair): LineChange[] {
  return old && next
    ? typedChanges({ old, next }, "received", inWords("an item of its stream"))
    : [];
}

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

/**
 * The changes of a response header, for the statuses that the operation has before and after. Added
 * and removed statuses are compared as a whole.
 *
 * @param before the lines of the old operation; `after`, those of the new one.
 */
export function headerChanges(
  { old, next }: Pair,
  before: readonly Line[],
  after: readonly Line[],
): LineChange[] {
  const line = old ?? next;
  if (line === null) return [];
  const stay = statusesOf(before).filter((status) => statusesOf(after).includes(status));
  const [had, has] = [statusesWith(old, stay), statusesWith(next, stay)];
  if (had.length + has.length === 0) return [];
  const what = titleOf("header", line.path);
  if (had.length === 0 || has.length === 0) {
    return typedChanges(
      { old: had.length === 0 ? null : old, next: has.length === 0 ? null : next },
      "header",
      what,
    );
  }
  const pair = { old: old && withoutStatuses(old), next: next && withoutStatuses(next) };
  return [...typedChanges(pair, "header", what), ...statusChanges(had, has, what)];
}

function statusChanges(had: readonly string[], has: readonly string[], what: Phrase): LineChange[] {
  const gone = had.filter((status) => !has.includes(status)).join(", ");
  const added = has.filter((status) => !had.includes(status)).join(", ");
  return [
    ...(gone === ""
      ? []
      : [change(joined(what, say` is no longer sent with ${gone}`), "", judge("gone", "header"))]),
    ...(added === ""
      ? []
      : [change(joined(what, say` is also sent with ${added}`), "", judge("new", "header"))]),
  ];
}

function statusesOf(lines: readonly Line[]): string[] {
  return lines.flatMap(({ kind, path }) => (kind === "result" || kind === "failure" ? [path] : []));
}

/** The statuses, out of some, that have a header. */
function statusesWith(line: Line | null, some: readonly string[]): string[] {
  const listed = line?.facts.find(({ name }) => name === "with")?.value ?? "";
  const statuses: readonly string[] = listed.match(/\w+/g) ?? [];
  return some.filter((status) => statuses.includes(status));
}

function withoutStatuses(line: Line): Line {
  return { ...line, facts: line.facts.filter(({ name }) => name !== "with") };
}
