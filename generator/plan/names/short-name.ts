import { isArticle, isFunctionWord, isPlural, isPreposition, isVerb } from "./english.js";
import { type GroupWords, groupWordsOf, withoutGroup } from "./group-words.js";
import { wordsOf } from "./words.js";

/**
 * The method name of an id: without the words of its resource at its start (`vesselsListTracks`)
 * and directly after its verb (`listVesselTracks`); elsewhere they stay.
 *
 * @param path the steps to the resource.
 */
export function shortName(id: string, path: readonly string[]): string {
  const group = groupWordsOf(path);
  const words = withoutObject(withoutStart(wordsOf(withoutNamespace(id, path)), group), group);
  return isName(words) ? words.join(" ") : id;
}

/** `labels.revisions.list` from `drivelabels.labels.revisions.list`, for the resource `labels`. */
function withoutNamespace(id: string, path: readonly string[]): string {
  const segments = id.split(".");
  const index = segments.indexOf(path[0] ?? "");
  return index > 0 && index < segments.length - 1 ? segments.slice(index).join(".") : id;
}

/** Some frameworks add `api` before the group. */
function withoutStart(words: readonly string[], group: GroupWords): readonly string[] {
  const named = words[0] === "api" ? words.slice(1) : words;
  const rest = withoutGroup(named, group);
  return rest.length === named.length || rest.length === 0 ? words : rest;
}

/**
 * `getVessels` and `getVesselsByOwner` return many, where `get` would suggest one;
 * `getVesselsCount` returns one value.
 */
function withoutObject(words: readonly string[], group: GroupWords): readonly string[] {
  const [verb = "", ...others] = words;
  const object = isArticle(others[0] ?? "") ? others.slice(1) : others;
  const rest = withoutGroup(object, group);
  const removed = object.slice(0, object.length - rest.length);
  const isVerbFirst = isVerb(verb) || !object.some(isVerb);
  const isObject = rest.length === 0 || isFunctionWord(rest[0] ?? "");
  const saysMany = verb.toLowerCase() === "get" && isObject && isPlural(removed.at(-1) ?? "");
  return removed.length > 0 && isVerbFirst && !saysMany ? [verb, ...rest] : words;
}

/** A name can't be a single preposition. One at the end of an id was the author's choice. */
function isName(words: readonly string[]): boolean {
  const [first = ""] = words;
  return /^\p{L}/u.test(first) && !(words.length === 1 && isPreposition(first));
}
