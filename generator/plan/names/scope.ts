import { fileKey } from "../../text.js";
import { uniqueName } from "../../unique-name.js";

/** A scope in which names are unique. */
export interface Scope {
  /**
   * Reserves and returns the first free name of those given, else the first free one of `name2`,
   * `name3`, … for the last of them. A reserved word always gets a trailing `_`, which no other
   * name has.
   */
  reserve(name: string, ...others: readonly string[]): string;
  isFree(name: string): boolean;
}

/** A scope of identifiers, which are case-sensitive. */
export function identifierScope(taken: Iterable<string> = []): Scope {
  return scopeWith(taken, (name) => name);
}

/**
 * A scope of file names without extensions. `pet.md` and `Pet.md` are the same file on many file
 * systems, which also limit the length. Names may include folders.
 */
export function fileScope(): Scope {
  const scope = scopeWith(devices, fileKey);
  const fitting = (name: string) => name.split("/").map(shortened).join("/");
  return {
    reserve: (name, ...others) => scope.reserve(fitting(name), ...others.map(fitting)),
    isFree: (name) => scope.isFree(fitting(name)),
  };
}

/** Names that Windows reserves for devices, with any extension. */
const devices = ["aux", "con", "nul", "prn"].concat(
  ...["com", "lpt"].map((port) => Array.from({ length: 9 }, (_, index) => `${port}${index + 1}`)),
);

/** In bytes. File systems allow 255, which have to include a number and an extension. */
const longestName = 120;

/** Truncates a long name and appends a hash of the whole. */
function shortened(name: string): string {
  const bytes = new TextEncoder().encode(name);
  if (bytes.length <= longestName) return name;
  const start = new TextDecoder().decode(bytes.slice(0, longestName - 10)).replace(/\ufffd+$/, "");
  return `${start}-${hashOf(bytes)}`;
}

/** The FNV-1a hash, as letters and digits. */
function hashOf(bytes: Uint8Array): string {
  const hash = bytes.reduce((sum, byte) => Math.imul(sum ^ byte, 16777619), 2166136261);
  return (hash >>> 0).toString(36);
}

function scopeWith(taken: Iterable<string>, key: (name: string) => string): Scope {
  const reserved = new Set([...taken].map(key));
  const names = new Set<string>(reserved);
  const withSuffix = (name: string) => (reserved.has(key(name)) ? `${name}_` : name);
  const isFree = (name: string) => !names.has(key(name));
  const next = new Map<string, number>();
  return {
    isFree,
    reserve(...candidates) {
      const seen = candidates.map(withSuffix);
      const name = seen.find(isFree) ?? uniqueName(seen.at(-1) ?? "", isFree, next);
      names.add(key(name));
      return name;
    },
  };
}

/** The preferred and fallback names of a node. */
interface NameCandidate {
  /** Its key in the document, which is unique. */
  readonly key: string;
  readonly name: string;
  /** Its name if a node of another kind has the preferred one. */
  readonly otherwise: string;
}

/**
 * Names for all candidates of one kind, by key, independent of their order. If several have the
 * same name, the one whose key equals it keeps it, else the first in the alphabet; the names of the
 * others include their keys.
 */
export function resolveClashes(
  candidates: readonly NameCandidate[],
  scope: Scope,
): Map<string, string> {
  const ranked = [...candidates].sort(byKey);
  const seen = new Set<string>();
  const names = new Map<string, string>();
  const others: [key: string, ...names: [string, ...string[]]][] = [];
  for (const { key, name, otherwise } of ranked) {
    const longer = `${name}_${key.replace(/[^\p{L}\p{N}]+/gu, "_")}`;
    if (seen.has(name)) others.push([key, longer]);
    else if (scope.isFree(name)) names.set(key, scope.reserve(name));
    else others.push([key, otherwise, longer]);
    seen.add(name);
  }
  for (const [key, ...own] of others) names.set(key, scope.reserve(...own));
  return names;
}

function byKey(a: NameCandidate, b: NameCandidate): number {
  const isExact = ({ key, name }: NameCandidate) => Number(key === name);
  return isExact(b) - isExact(a) || (a.key < b.key ? -1 : 1);
}

/**
 * Picks the first unique name of each item, or its last one if none is unique. All items that share
 * a name move on to their next one, so that their order doesn't matter.
 *
 * @param candidates the names of each item, in order of preference.
 * @param keyOf names with equal keys count as equal.
 * @param isFree whether a name isn't used elsewhere.
 */
export function distinctNames<T>(
  candidates: ReadonlyMap<T, readonly string[]>,
  keyOf: (name: string) => string = (name) => name,
  isFree: (name: string) => boolean = () => true,
): Map<T, string> {
  const names = new Map([...candidates].map(([item, [first = ""]]) => [item, first]));
  for (let hasChanged = true; hasChanged; ) {
    hasChanged = false;
    const counts = new Map<string, number>();
    for (const name of names.values()) counts.set(keyOf(name), (counts.get(keyOf(name)) ?? 0) + 1);
    for (const [item, name] of names) {
      const all = candidates.get(item) ?? [];
      const next = all[all.lastIndexOf(name) + 1];
      if (next === undefined || (counts.get(keyOf(name)) === 1 && isFree(name))) continue;
      names.set(item, next);
      hasChanged = true;
    }
  }
  return names;
}

/** A name that must have been assigned; `what` is the thing that has it. */
export function known<T>(names: T | undefined, what: string): T {
  if (names === undefined) throw new Error(`no name was assigned to ${what}`);
  return names;
}
