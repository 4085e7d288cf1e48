import type { Fact, Line, LineKind } from "../plan/report/surface.js";
import { factText, isWord, typesText } from "../plan/report/surface-text.js";
import { type ChangeKind, change, info, judge, type LineChange, type Viewpoint } from "./change.js";
import type { Pair } from "./pairs.js";
import { joined, type Phrase, say, words } from "./phrase.js";
import { isNameable, isReplaced, typeChange } from "./type-change.js";

/** The changes of an argument, a field, or anything else that is judged like one. */
export function typedChanges({ old, next }: Pair, side: Viewpoint, what: Phrase): LineChange[] {
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

function presenceChanges(old: Line, next: Line, side: Viewpoint, what: Phrase): LineChange[] {
  if (old.required === next.required) return [];
  return next.required
    ? [change(what, " is now required", judge("required", side))]
    : [change(what, " is now optional", judge("optional", side))];
}

function typeChanges(old: Line, next: Line, side: Viewpoint, what: Phrase): LineChange[] {
  const difference = typeChange(old.type, next.type);
  const { gained, lost } = difference;
  if (isReplaced(difference)) {
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
  const kind: ChangeKind = lost.some(isNameable) ? "narrower" : "fewer values";
  const phrase =
    next.type.length < old.type.length
      ? say` is no longer ${typesText(lost)}`
      : say` is ${typesText(next.type)} instead of ${typesText(old.type)}`;
  return [change(joined(what, phrase), "", judge(kind, side))];
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
  return path === "" ? words(kind) : joined(words(`${kind} `), say`${path}`);
}

/** The changes of limits, formats and defaults. A fact whose type changes counts as another one. */
function factChanges(old: Line, next: Line, side: Viewpoint, what: Phrase): LineChange[] {
  const { gained, lost } = typeChange(old.type, next.type);
  if ([...gained, ...lost].some((member) => !isWord(member, "null"))) return [];
  const [before, after] = [factsIn(old), factsIn(next)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((name) => {
    const [was, is] = [before.get(name) ?? null, after.get(name) ?? null];
    if (was?.value === is?.value) return [];
    if (name !== "default") return [limitChange(was, is, side, what)];
    return old.required === next.required ? [defaultChange(was, is, side, what)] : [];
  });
}

function factsIn({ facts }: Line): ReadonlyMap<string, Fact> {
  return new Map(facts.map((fact) => [fact.name, fact]));
}

function limitChange(was: Fact | null, is: Fact | null, side: Viewpoint, what: Phrase): LineChange {
  const [before, after] = [was, is].map((fact) => (fact === null ? null : factText(fact)));
  const phrase = !after
    ? say` no longer has to meet ${before ?? ""}`
    : before
      ? say` has to meet ${after} instead of ${before}`
      : say` now has to meet ${after}`;
  return change(joined(what, phrase), "", judge(changeKindOf(was, is), side));
}

function changeKindOf(was: Fact | null, is: Fact | null): ChangeKind {
  if (was === null) return "stricter";
  if (is === null) return "looser";
  const keyword = is.name.replace(/^.*\./, "");
  if (keyword === "format") return "other format";
  return isLooser(keyword, Number(was.value), Number(is.value)) ? "looser" : "stricter";
}

/** Whether every value within the old limit is within the new one. Patterns can't be compared. */
function isLooser(keyword: string, was: number, is: number): boolean {
  if (keyword === "multipleOf") return was % is === 0;
  return /^(m|exclusiveM)in/.test(keyword) ? is < was : is > was;
}

/** Documenting a default, or removing it from the document, doesn't change known behavior. */
function defaultChange(
  was: Fact | null,
  is: Fact | null,
  side: Viewpoint,
  what: Phrase,
): LineChange {
  if (was !== null && is !== null) {
    const phrase = say` defaults to ${is.value} instead of ${was.value}`;
    return change(joined(what, phrase), "", judge("other default", side));
  }
  const phrase = is
    ? say` now has the documented default ${is.value}`
    : say` no longer has the documented default ${was?.value ?? ""}`;
  return change(joined(what, phrase), "", info(null));
}
