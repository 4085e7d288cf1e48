import type { Scope } from "./scope.js";

/** What something of the document is to be called. */
export interface NameCandidate {
  /** Its key in the document, which is its own. */
  readonly key: string;
  readonly name: string;
  /** What it is called where the name is taken by something of another kind. */
  readonly otherwise: string;
}

/**
 * Names for all that is of one kind, by its keys, whatever the order. Where keys come to one name, the
 * one that is written like it has it, else the first of the alphabet; the name of the others says
 * their keys too.
 */
export function resolveClashes(
  wishes: readonly NameCandidate[],
  scope: Scope,
): Map<string, string> {
  const ranked = [...wishes].sort(byKey);
  const wished = new Set<string>();
  const names = new Map<string, string>();
  const others: [key: string, ...names: [string, ...string[]]][] = [];
  for (const { key, name, otherwise } of ranked) {
    const told = `${name}_${key.replace(/[^\p{L}\p{N}]+/gu, "_")}`;
    if (wished.has(name)) others.push([key, told]);
    else if (scope.isFree(name)) names.set(key, scope.allot(name));
    else others.push([key, otherwise, told]);
    wished.add(name);
  }
  for (const [key, ...own] of others) names.set(key, scope.allot(...own));
  return names;
}

function byKey(a: NameCandidate, b: NameCandidate): number {
  const isLike = ({ key, name }: NameCandidate) => Number(key === name);
  return isLike(b) - isLike(a) || (a.key < b.key ? -1 : 1);
}

/**
 * The first name of each thing that is its alone; where none is, its last one. All that meet in a name
 * move on to their next one, so that their order doesn't matter.
 *
 * @param candidates the names of each thing, the best first.
 * @param keyOf names with one key are the same.
 * @param isFree whether nothing else has a name.
 */
export function unsharedNames<T>(
  candidates: ReadonlyMap<T, readonly string[]>,
  keyOf: (name: string) => string = (name) => name,
  isFree: (name: string) => boolean = () => true,
): Map<T, string> {
  const names = new Map([...candidates].map(([thing, [first = ""]]) => [thing, first]));
  for (let hasMoved = true; hasMoved; ) {
    hasMoved = false;
    const counts = new Map<string, number>();
    for (const name of names.values()) counts.set(keyOf(name), (counts.get(keyOf(name)) ?? 0) + 1);
    for (const [thing, name] of names) {
      const all = candidates.get(thing) ?? [];
      const next = all[all.lastIndexOf(name) + 1];
      if (next === undefined || (counts.get(keyOf(name)) === 1 && isFree(name))) continue;
      names.set(thing, next);
      hasMoved = true;
    }
  }
  return names;
}
