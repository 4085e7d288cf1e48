import {
  isArticle,
  isFunctionWord,
  isPlural,
  isPreposition,
  isSameNoun,
  isVerb,
} from "./english.js";
import { memberName, wordsOf } from "./words.js";

/**
 * The method name of an id: without the words of its resource at its start (`vesselsListTracks`)
 * and directly after its verb (`listVesselTracks`), and without the number that a framework adds to
 * an id that another resource has too (`listTracks_1`). Words elsewhere are kept.
 *
 * @param path the path of the resource.
 */
export function shortName(id: string, path: readonly string[]): string {
  const group = groupWordsOf(path);
  const own = withoutNamespace(id, path).replace(/(?<=\p{L})_\d{1,2}$/u, "");
  const words = withoutObject(withoutStart(wordsOf(own), group), group);
  return isName(words) ? words.join(" ") : id;
}

/** `labels.revisions.list` from `drivelabels.labels.revisions.list`, for the resource `labels`. */
function withoutNamespace(id: string, [step = ""]: readonly string[]): string {
  const segments = id.split(".");
  const index = segments.findIndex((segment) => memberName(segment) === memberName(step));
  return index > 0 && index < segments.length - 1 ? segments.slice(index).join(".") : id;
}

function withoutStart(words: readonly string[], group: GroupWords): readonly string[] {
  const own = withoutPrefix(words, group);
  const rest = withoutLeadingGroup(own, group);
  return rest.length > 0 ? rest : own;
}

/** Some authors put a version before the group, and some frameworks the word `api`. */
function withoutPrefix(words: readonly string[], group: GroupWords): readonly string[] {
  const own = withoutLeadingVersion(words);
  const others = own.slice(1);
  const startsWithGroup = (each: readonly string[]) =>
    withoutLeadingGroup(each, group).length < each.length;
  return own[0] === "api" && !startsWithGroup(own) && startsWithGroup(others) ? others : own;
}

function withoutLeadingVersion(words: readonly string[]): readonly string[] {
  return isVersion(words[0] ?? "") && words.length > 1 ? words.slice(1) : words;
}

function isVersion(word: string): boolean {
  return /^v\d+((alpha|beta)\d*)?$/i.test(word);
}

/**
 * Keeps `getVessels` and `getVesselsByOwner`, which return a list, whereas `get` suggests one item.
 * `getVesselsCount` returns one value.
 */
function withoutObject(words: readonly string[], group: GroupWords): readonly string[] {
  const [verb = "", ...others] = words;
  const object = isArticle(others[0] ?? "") ? others.slice(1) : others;
  const rest = withoutGroup(object, group);
  const removed = object.slice(0, object.length - rest.length);
  const isVerbFirst = isVerb(verb) || !object.some(isVerb);
  const isObject = rest.length === 0 || isFunctionWord(rest[0] ?? "") || isVersion(rest[0] ?? "");
  const returnsMany = verb.toLowerCase() === "get" && isObject && isPlural(removed.at(-1) ?? "");
  return removed.length > 0 && isVerbFirst && !returnsMany ? [verb, ...rest] : words;
}

/** A name can't be a single preposition. One at the end of an id was the author's choice. */
function isName(words: readonly string[]): boolean {
  const [first = ""] = words;
  return /^\p{L}/u.test(first) && !(words.length === 1 && isPreposition(first));
}

/** Suffixes that frameworks add to group names: `VesselService`, `vessel-controller`. */
const frameworkSuffixes = new Set(
  "api apis controller endpoint endpoints resource resources service".split(" "),
);

/** The words of each step to a resource. */
type GroupWords = readonly (readonly string[])[];

function groupWordsOf(path: readonly string[]): GroupWords {
  return path.map(wordsOf);
}

/** Removes the words of the group from the start; a step that isn't repeated is skipped. */
function withoutGroup(words: readonly string[], group: GroupWords): readonly string[] {
  return group.reduce((rest, step) => rest.slice(repeatedWords(rest, step)), words);
}

/** The number of leading words that repeat a step, with or without its framework suffix. */
function repeatedWords(words: readonly string[], step: readonly string[]): number {
  const end = step.findLastIndex((word) => !frameworkSuffixes.has(word.toLowerCase())) + 1;
  return matchLength(step, words) || matchLength(step.slice(0, end), words);
}

/** The same for the start of an id, where the last noun is enough: `emailsList` of `sentEmails`. */
function withoutLeadingGroup(words: readonly string[], group: GroupWords): readonly string[] {
  const rest = withoutGroup(words, group);
  const [noun = "", verb = ""] = words;
  const isNoun = rest.length === words.length && isVerb(verb);
  return isNoun && isSameNoun(noun, group.at(-1)?.at(-1) ?? "") ? words.slice(1) : rest;
}

/**
 * The number of leading words that are equal, however they are joined: `nodeBalancers` and
 * `Nodebalancer`.
 */
function matchLength(step: readonly string[], words: readonly string[]): number {
  if (step.every((word, index) => isSameNoun(word, words[index] ?? ""))) return step.length;
  const joined = step.join("");
  const ends = words.slice(0, step.length + mostJoinedWords).map((_, index) => index + 1);
  return ends.find((end) => isSameNoun(joined, words.slice(0, end).join(""))) ?? 0;
}

/** The maximum number of words in an id that match one word of a group. */
const mostJoinedWords = 3;

/**
 * Removes the service from an id: gRPC gateways write `Service_Method`, others repeat the noun of
 * the service after the verb, as `Lock_DeleteEnvelopeLock`.
 */
export function withoutService(id: string): string {
  const [, named] = /^\w+?(?:Service|Controller)[_.](?=\p{L})(.+)$/u.exec(id) ?? [];
  if (named !== undefined) return named;
  const [service = "", method = "", ...more] = id.split("_");
  const [verb = "", ...object] = wordsOf(method);
  const noun = untilVersion(wordsOf(service));
  const isRepeated = object.some((_, index) => matchLength(noun, object.slice(index)) > 0);
  return more.length === 0 && isVerb(verb) && isRepeated ? method : id;
}

/** `EnvelopeLocks` of `EnvelopeLocksV2`. */
function untilVersion(words: readonly string[]): readonly string[] {
  const index = words.findIndex(isVersion);
  return index > 0 ? words.slice(0, index) : words;
}

/**
 * The words of an id without a namespace, a version or a prefix before its group: `vesselList` of
 * `v1.vessel.list`.
 *
 * @param path the steps to its resource.
 */
export function wholeName(id: string, path: readonly string[]): string {
  return withoutPrefix(wordsOf(withoutNamespace(id, path)), groupWordsOf(path)).join(" ");
}

/**
 * The words of an id for a function, which is imported by name: without the service or the group at
 * its start, if the rest still has a noun, and a verb if the id has one. `vesselsListTracks` becomes
 * `listTracks`; `vesselsList` and, in the group `import`, `importTracks` stay.
 *
 * @param path the steps to its resource.
 */
export function functionWords(id: string, path: readonly string[]): string {
  const words = wordsOf(wholeName(withoutService(id), path));
  const rest = withoutLeadingGroup(words, groupWordsOf(path));
  const hasNoun = rest.some((word) => !isVerb(word) && !isFunctionWord(word));
  const hasVerb = rest.some(isVerb) || !words.some(isVerb);
  return rest.length > 1 && hasNoun && hasVerb ? rest.join(" ") : wholeName(id, path);
}
