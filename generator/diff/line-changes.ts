import type { Line, LineKind } from "../plan/report/surface.js";
import { typesText } from "../plan/report/surface-type.js";
import { factChanges } from "./facts.js";
import { change, type LineChange } from "./line-change.js";
import type { Pair } from "./pairs.js";
import { inWords, joined, type Phrase, say } from "./phrase.js";
import { type Happening, info, judge, type Taker } from "./rules.js";
import { isNameable, isOther, typeChange } from "./type-change.js";

/** The changes of an argument, a field, or anything else that is judged like one. */
export function typedChanges({ old, next }: Pair, side: Taker, what: Phrase): LineChange[] {
  if (next === null) return old === null ? [] : [change(what, " is removed", judge("gone", side))];
  if (old === null) {
    return next.required && next.kind !== "result"
      ? [change(what, " is new and required", judge("new and required", side))]
      : [change(what, " is new", judge("new", side))];
  }
  return [
    ...presenceChanges(old, next, side, what),
    ...typeChanges(old, next, side, what),
    ...factChanges(old, next, side, what),
    ...deprecationChanges(old, next, what),
  ];
}

function presenceChanges(old: Line, next: Line, side: Taker, what: Phrase): LineChange[] {
  if (old.required === next.required) return [];
  return next.required
    ? [change(what, " is now required", judge("required", side))]
    : [change(what, " is now optional", judge("optional", side))];
}

function typeChanges(old: Line, next: Line, side: Taker, what: Phrase): LineChange[] {
  const difference = typeChange(old.type, next.type);
  const { gained, lost } = difference;
  if (isOther(difference)) {
    const before = typesText(old.type);
    return [
      change(
        joined(what, say` is ${typesText(next.type)} instead of ${before}`),
        "",
        judge("other", side),
      ),
    ];
  }
  if (gained.length > 0) {
    return [change(joined(what, say` may now be ${typesText(gained)}`), "", judge("wider", side))];
  }
  if (lost.length === 0) return [];
  const happening: Happening = lost.some(isNameable) ? "narrower" : "tamer";
  const phrase =
    next.type.length < old.type.length
      ? say` is no longer ${typesText(lost)}`
      : say` is ${typesText(next.type)} instead of ${typesText(old.type)}`;
  return [change(joined(what, phrase), "", judge(happening, side))];
}

export function deprecationChanges(
  old: Pick<Line, "deprecated">,
  next: Pick<Line, "deprecated">,
  what: Phrase,
): LineChange[] {
  if (old.deprecated === next.deprecated) return [];
  const phrase = next.deprecated ? " is deprecated" : " is no longer deprecated";
  return [change(what, phrase, info(null))];
}

/** How a message refers to a line, when its entry is known. */
export function titleOf(kind: LineKind, path: string): Phrase {
  return path === "" ? inWords(kind) : joined(inWords(`${kind} `), say`${path}`);
}
