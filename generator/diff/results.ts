import type { Line, SurfaceType } from "../plan/report/surface.js";
import { withInnerTypes, word } from "../plan/report/surface-type.js";
import type { LineChange } from "./line-change.js";
import { typedChanges } from "./line-changes.js";
import { inWords } from "./phrase.js";

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
 * All possible results as one type. A result without a name has a type of its own for each status.
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
