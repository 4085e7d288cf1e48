import { isSameNoun } from "./english.js";
import { wordsOf } from "./words.js";

/** Suffixes that frameworks add to group names: `VesselService`, `vessel-controller`. */
const noise = new Set(
  "api apis controller endpoint endpoints resource resources service".split(" "),
);

/** The words of each step to a resource. */
export type GroupWords = readonly (readonly string[])[];

export function groupWordsOf(path: readonly string[]): GroupWords {
  return path.map(wordsOf);
}

/** Removes the words of the group from the start; a step that isn't repeated is skipped. */
export function withoutGroup(words: readonly string[], group: GroupWords): readonly string[] {
  return group.reduce((rest, step) => rest.slice(repeated(rest, step)), words);
}

/** The number of leading words that repeat a step, with or without its framework suffix. */
function repeated(words: readonly string[], step: readonly string[]): number {
  const end = step.findLastIndex((word) => !noise.has(word.toLowerCase())) + 1;
  return lengthOf(step, words) || lengthOf(step.slice(0, end), words);
}

/**
 * The number of leading words that are equal, however they are joined: `nodeBalancers` and
 * `Nodebalancer`.
 */
function lengthOf(step: readonly string[], words: readonly string[]): number {
  if (step.every((word, index) => isSameNoun(word, words[index] ?? ""))) return step.length;
  const joined = step.join("");
  const ends = words.slice(0, step.length + longestJoint).map((_, index) => index + 1);
  return ends.find((end) => isSameNoun(joined, words.slice(0, end).join(""))) ?? 0;
}

/** The maximum number of words in an id that match one word of a group. */
const longestJoint = 3;
