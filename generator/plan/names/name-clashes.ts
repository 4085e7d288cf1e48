import type { Scope } from "./scope.js";

/** The preferred and fallback names of a node. */
export interface NameCandidate {
  /** Its key in the document, which is unique. */
  readonly key: string;
  readonly name: string;
  /** Its name if something of another kind has the preferred one. */
  readonly otherwise: string;
}

/**
 * Names for all candidates of one kind, by key, independent of their order. If several have the
 * same name, the one whose key is spelled like it keeps it, else the first in the alphabet; the
 * names of the others include their keys.
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
    const longer = `${name}_${key.replace(/[^\p{L}\p{N}]+/gu, "_")}`;
    if (wished.has(name)) others.push([key, longer]);
    else if (scope.isFree(name)) names.set(key, scope.allot(name));
    else others.push([key, otherwise, longer]);
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
 * Picks the first unique name of each thing, or its last one if none is unique. All things that
 * share a name move on to their next one, so that their order doesn't matter.
 *
 * @param candidates the names of each thing, in order of preference.
 * @param keyOf names with equal keys count as equal.
 * @param isFree whether a name isn't used elsewhere.
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
