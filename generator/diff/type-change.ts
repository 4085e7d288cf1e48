import { membersOf } from "../plan/report/text.js";

/** How a type differs from what it was, by the members that the one has and the other hasn't. */
export interface TypeChange {
  readonly gained: readonly string[];
  readonly lost: readonly string[];
}

export function typeChange(old: readonly string[], next: readonly string[]): TypeChange {
  return { gained: beyond(next, old), lost: beyond(old, next) };
}

/** Whether it is neither a wider nor a narrower type. */
export function isOther({ gained, lost }: TypeChange): boolean {
  return gained.length > 0 && lost.length > 0;
}

/** Members of a type that another one has no room for. */
function beyond(type: readonly string[], other: readonly string[]): string[] {
  const same = new Set(other);
  return type.filter((member) => !same.has(member) && !other.some((room) => holds(room, member)));
}

/** Whether every value of one member is a value of another. */
function holds(room: string, member: string): boolean {
  // Where an operation asks for no credential, any will do.
  if (room === member || room === "unknown" || room === "none") return true;
  if (room === "string") return member.startsWith('"');
  if (room === "number") return /^-?\d/.test(member);
  if (room === "boolean") return member === "true" || member === "false";
  if (room === anyObject) return member === "object" || /^Record</.test(member);
  return containers.some((container) => {
    const [, outer] = container.exec(room) ?? [];
    const [, inner] = container.exec(member) ?? [];
    if (outer === undefined || inner === undefined) return false;
    return beyond(membersOf(bare(inner)), membersOf(bare(outer))).length === 0;
  });
}

const anyObject = "Record<string, unknown>";

/** What holds values of another type, and by that much is as wide as it. */
const containers: readonly RegExp[] = [/^(.*)\[\]$/s, /^Record<string, (.*)>$/s];

function bare(type: string): string {
  return /^\((.*)\)$/s.exec(type)?.[1] ?? type;
}

/** Whether a program can name it, so that it stops to compile where it is gone. */
export function isNameable(member: string): boolean {
  return !/^(string|number|boolean|null|unknown|void)$/.test(member) && member !== anyObject;
}
