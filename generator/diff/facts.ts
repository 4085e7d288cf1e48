import type { Fact, Line } from "../plan/report/surface.js";
import { isWord } from "../plan/report/surface-type.js";
import { factText } from "../plan/report/text.js";
import { change, type LineChange } from "./line-change.js";
import { joined, type Phrase, say } from "./phrase.js";
import { type Happening, info, judge, type Taker } from "./rules.js";
import { typeChange } from "./type-change.js";

/** The changes of limits, formats and defaults. A fact whose type changes counts as another one. */
export function factChanges(old: Line, next: Line, side: Taker, what: Phrase): LineChange[] {
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

function limitChange(was: Fact | null, is: Fact | null, side: Taker, what: Phrase): LineChange {
  const [before, after] = [was, is].map((fact) => (fact === null ? null : factText(fact)));
  const phrase = !after
    ? say` no longer has to meet ${before ?? ""}`
    : before
      ? say` has to meet ${after} instead of ${before}`
      : say` now has to meet ${after}`;
  return change(joined(what, phrase), "", judge(happeningOf(was, is), side));
}

function happeningOf(was: Fact | null, is: Fact | null): Happening {
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

/** Documenting a default, or removing it from the document, doesn't change known behaviour. */
function defaultChange(was: Fact | null, is: Fact | null, side: Taker, what: Phrase): LineChange {
  if (was !== null && is !== null) {
    const phrase = say` defaults to ${is.value} instead of ${was.value}`;
    return change(joined(what, phrase), "", judge("other default", side));
  }
  const phrase = is
    ? say` now has the documented default ${is.value}`
    : say` no longer has the documented default ${was?.value ?? ""}`;
  return change(joined(what, phrase), "", info(null));
}
