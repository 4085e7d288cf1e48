import type { Line, LineKind, Side } from "../plan/report/surface.js";
import type { Change } from "./change.js";
import type { Pair } from "./pairs.js";
import { inWords, joined, type Phrase, say } from "./phrase.js";
import { type Happening, type Judgement, judge, neither } from "./rules.js";
import { isNameable, isOther, typeChange } from "./type-change.js";

/** A change of a line, before it is said of what. */
export type LineChange = Pick<Change, "verdict" | "message">;

/** What becomes of an argument, a field, or something that is judged like one. */
export function typedChanges({ old, next }: Pair, side: Side, what: Phrase): LineChange[] {
  if (next === null) return old === null ? [] : [change(what, " is gone", judge("gone", side))];
  if (old === null) {
    return next.required && next.kind !== "result"
      ? [change(what, " is new and required", judge("new and required", side))]
      : [change(what, " is new", judge("new", side))];
  }
  return [
    ...presenceChanges(old, next, side, what),
    ...typeChanges(old, next, side, what),
    ...deprecationChanges(old, next, what),
  ];
}

function presenceChanges(old: Line, next: Line, side: Side, what: Phrase): LineChange[] {
  if (old.required === next.required) return [];
  return next.required
    ? [change(what, " is required now", judge("required", side))]
    : [change(what, " is optional now", judge("optional", side))];
}

function typeChanges(old: Line, next: Line, side: Side, what: Phrase): LineChange[] {
  const difference = typeChange(old.type, next.type);
  const { gained, lost } = difference;
  if (isOther(difference)) {
    const before = spelled(old.type);
    return [
      change(
        joined(what, say` is ${spelled(next.type)} instead of ${before}`),
        "",
        judge("other", side),
      ),
    ];
  }
  if (gained.length > 0) {
    return [change(joined(what, say` may be ${spelled(gained)} now`), "", judge("wider", side))];
  }
  if (lost.length === 0) return [];
  const happening: Happening = lost.some(isNameable) ? "narrower" : "tamer";
  const phrase =
    next.type.length < old.type.length
      ? say` is ${spelled(lost)} no longer`
      : say` is ${spelled(next.type)} instead of ${spelled(old.type)}`;
  return [change(joined(what, phrase), "", judge(happening, side))];
}

export function deprecationChanges(
  old: Pick<Line, "deprecated">,
  next: Pick<Line, "deprecated">,
  what: Phrase,
): LineChange[] {
  if (old.deprecated === next.deprecated) return [];
  const phrase = next.deprecated ? " is deprecated" : " is deprecated no longer";
  return [change(what, phrase, neither(null))];
}

/** `what` with what happens to it, and why that matters. */
export function change(what: Phrase, happens: string, { verdict, because }: Judgement): LineChange {
  const reason = because === null ? "" : `: ${because}`;
  return { verdict, message: joined(what, inWords(`${happens}${reason}`)) };
}

/** How a line is spoken of, where its entry is known. */
export function titleOf(kind: LineKind, path: string): Phrase {
  return path === "" ? inWords(kind) : joined(inWords(`${kind} `), say`${path}`);
}

function spelled(type: readonly string[]): string {
  return type.join(" | ");
}
