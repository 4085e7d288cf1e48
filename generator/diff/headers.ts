import type { Line } from "../plan/report/surface.js";
import { change, type LineChange } from "./line-change.js";
import { titleOf, typedChanges } from "./line-changes.js";
import type { Pair } from "./pairs.js";
import { joined, type Phrase, say } from "./phrase.js";
import { judge } from "./rules.js";

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
