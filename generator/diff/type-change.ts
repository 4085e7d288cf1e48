import type { SurfaceType } from "../plan/report/surface.js";
import { isWord, typesText } from "../plan/report/surface-text.js";

/** The difference of two types: the members of each that the other can't hold. */
export interface TypeChange {
  readonly gained: readonly SurfaceType[];
  readonly lost: readonly SurfaceType[];
}

export function typeChange(old: readonly SurfaceType[], next: readonly SurfaceType[]): TypeChange {
  return { gained: beyond(next, old), lost: beyond(old, next) };
}

/** Whether a type is neither wider nor narrower, but different. */
export function isOther({ gained, lost }: TypeChange): boolean {
  return gained.length > 0 && lost.length > 0;
}

function beyond(type: readonly SurfaceType[], other: readonly SurfaceType[]): SurfaceType[] {
  return type.filter((member) => !other.some((room) => holds(room, member)));
}

/** Whether every value of `member` is a value of `room`. */
function holds(room: SurfaceType, member: SurfaceType): boolean {
  switch (room.kind) {
    case "word":
      // An operation that requires no credential accepts any.
      if (room.text === "unknown" || room.text === "none") return true;
      if (member.kind === "literal") return typeof member.value === room.text;
      return isSame(room, member);
    case "list":
      return member.kind === "list" && beyond(member.items, room.items).length === 0;
    case "record":
      if (isAnyObject(room)) return member.kind === "object" || member.kind === "record";
      return member.kind === "record" && beyond(member.values, room.values).length === 0;
    default:
      return isSame(room, member);
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
