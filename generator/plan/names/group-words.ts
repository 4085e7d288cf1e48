import { isSameNoun } from "./english.js";
import { wordsOf } from "./words.js";

/** What frameworks add to the name of a group: `VesselService`, `vessel-controller`. */
const noise = new Set(
  "api apis controller endpoint endpoints resource resources service".split(" "),
);

/** The words of each step to a resource. */
export type GroupWords = readonly (readonly string[])[];

export function groupWordsOf(path: readonly string[]): GroupWords {
  return path.map(wordsOf);
}

/** Words without those of the group at their start; a step that they don't repeat is passed over. */
export function withoutGroup(words: readonly string[], group: GroupWords): readonly string[] {
  return group.reduce((rest, step) => rest.slice(repeated(rest, step)), words);
}

/** How many words at the start repeat a step: all of it, or all but what a framework added. */
function repeated(words: readonly string[], step: readonly string[]): number {
  const end = step.findLastIndex((word) => !noise.has(word.toLowerCase())) + 1;
  return lengthOf(step, words) || lengthOf(step.slice(0, end), words);
}

/** How many words at the start are the same, however they are joined: `nodeBalancers` and `Nodebalancer`. */
function lengthOf(step: readonly string[], words: readonly string[]): number {
  if (step.every((word, index) => isSameNoun(word, words[index] ?? ""))) return step.length;
  const joined = step.join("");
  const ends = words.slice(0, step.length + longestJoint).map((_, index) => index + 1);
  return ends.find((end) => isSameNoun(joined, words.slice(0, end).join(""))) ?? 0;
}

/** In words: how many one word of a group may be in an id. */
const longestJoint = 3;
