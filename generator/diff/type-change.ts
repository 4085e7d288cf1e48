import type { SurfaceType } from "../plan/report/surface.js";
import { isWord, typesText } from "../plan/report/surface-text.js";

/** The difference of two types: the members of each that the other can't hold. */
export interface TypeChange {
  readonly gained: readonly SurfaceType[];
  readonly lost: readonly SurfaceType[];
}

export function typeChange(old: readonly SurfaceType[], next: readonly SurfaceType[]): TypeChange {
  return { gained: membersOutside(next, old), lost: membersOutside(old, next) };
}

/** Whether a type is neither wider nor narrower, but different. */
export function isReplaced({ gained, lost }: TypeChange): boolean {
  return gained.length > 0 && lost.length > 0;
}

function membersOutside(
  type: readonly SurfaceType[],
  other: readonly SurfaceType[],
): SurfaceType[] {
  return type.filter((member) => !other.some((container) => holds(container, member)));
}

/** Whether every value of `member` is a value of `room`. */
function holds(container: SurfaceType, member: SurfaceType): boolean {
  switch (container.kind) {
    case "word":
      // An operation that requires no credential accepts any.
      if (container.text === "unknown" || container.text === "none") return true;
      if (member.kind === "literal") return typeof member.value === container.text;
      return isSame(container, member);
    case "list":
      return member.kind === "list" && membersOutside(member.items, container.items).length === 0;
    case "record":
      if (isAnyObject(container)) return member.kind === "object" || member.kind === "record";
      return (
        member.kind === "record" && membersOutside(member.values, container.values).length === 0
      );
    default:
      return isSame(container, member);
  }
}

function isSame(one: SurfaceType, other: SurfaceType): boolean {
  return one.kind === other.kind && typesText([one]) === typesText([other]);
}

function isAnyObject(type: SurfaceType): boolean {
  return type.kind === "record" && type.values.some((value) => isWord(value, "unknown"));
}

/** Whether programs may name a type, so that they stop compiling when it is removed. */
export function isNameable(type: SurfaceType): boolean {
  return type.kind === "word"
    ? !/^(string|number|boolean|null|unknown|void)$/.test(type.text)
    : !isAnyObject(type);
}
