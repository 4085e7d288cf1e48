import { isFunctionWord } from "./english.js";
import { withoutAccents, wordsOf } from "./words.js";

/**
 * The words of a title that name a product, as written: `InfluxDB` and `Cloud` from "The InfluxDB
 * Cloud API Reference (Beta)". Empty if the title has only generic words.
 */
export function productWords(title: string): string[] {
  const plain = withoutAccents(title.slice(0, longestTitle))
    .replace(/[([{].*?[)\]}]/g, " ")
    .replace(/['\u2019]s\b/g, "")
    .replaceAll("&", " and ");
  const parts = plain.split(/\s[-\u2013\u2014]\s|[:,;|+](?=\s|$)/).map(tokensIn);
  const words = shortened(subjectOf(parts)).flatMap(asciiWords);
  return words.every((word) => generic.has(word.toLowerCase())) ? [] : words;
}

function tokensIn(part: string): string[] {
  const tokens = part.split(/[\s\u2013\u2014_-]+/).map((token) => token.replace(/[.!?]+$/, ""));
  return tokens.filter((token) => /[\p{L}\p{N}]/u.test(token));
}

/** In characters. */
const longestTitle = 1_000;

/** In words, because some titles are sentences. */
const longest = 6;

/** The part of a title that names something; what follows an API's name only describes it. */
function subjectOf(parts: readonly (readonly string[])[]): readonly string[] {
  let subject: readonly string[] = [];
  for (const part of parts) {
    const start = part.findIndex((token) => !/^(the|official|welcome|to)$/i.test(token));
    const all = part.slice(Math.max(start, 0));
    const named = withoutAPI(all);
    if (subject.length > 0 && subject.length + named.length > longest) break;
    subject = [...subject, ...named];
    if (named.length < all.length && subject.length > 0) break;
  }
  return subject;
}

function shortened(tokens: readonly string[]): readonly string[] {
  const start = tokens.slice(0, longest);
  const end = tokens.length > longest ? start.findLastIndex(isFunctionWord) : -1;
  return end > 0 ? start.slice(0, end) : start;
}

function withoutAPI(tokens: readonly string[]): readonly string[] {
  const about = tokens.findIndex((token) => /^(for|of)$/i.test(token));
  if (about > 0 && tokens.slice(0, about).every(isTechnicalTerm)) return tokens.slice(about + 1);
  const end = tokens.findIndex(
    (token, index) => isAPI(token) && tokens.slice(index + 1).every(describesAPIs),
  );
  const subject = end < 0 ? tokens : tokens.slice(0, end);
  const last = subject.findLastIndex(
    (token) => !(isTechnicalTerm(token) || (end >= 0 && isAPIAttribute(token))),
  );
  return subject.slice(0, last + 1);
}

function isAPI(token: string): boolean {
  return /^(open|rest)?apis?(v?\d[\d.]*)?$/i.test(token);
}

/** Whether a word describes the technology rather than a product. */
function isTechnicalTerm(token: string): boolean {
  return isAPI(token) || technical.test(token);
}

const technical =
  /^(rest(ful)?|https?|json|graphql|swagger|reference|doc(ument(ation|s)?|s)?|spec(ification)?s?|definitions?|overview|beta|alpha|preview|official|version|v\d[\d.]*|\d+\.[\d.]+)$/i;

function isAPIAttribute(token: string): boolean {
  return /^(public|open|web)$/i.test(token);
}

function describesAPIs(token: string): boolean {
  return (
    isTechnicalTerm(token) ||
    /^(service|server|application|framework|guide|schema|\d+)$/i.test(token)
  );
}

const generic = new Set(
  "a app application backend default docs fastapi my our project server service title untitled your".split(
    " ",
  ),
);

/**
 * Package names are ASCII. A compound such as `DiskResourceProviderClient` isn't a product's name.
 */
function asciiWords(token: string): string[] {
  return token.split(/[^A-Za-z0-9]+/).flatMap((word) => {
    const parts = wordsOf(word);
    const isCompound = parts.length > 2 && word.length > 14;
    return word === "" ? [] : isCompound ? parts : [word];
  });
}
