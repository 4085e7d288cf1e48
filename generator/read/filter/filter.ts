import { nearest } from "../../nearest.js";
import type { JsonObject } from "../document/document.js";

/** The properties of an operation that a filter can match. */
export interface FilterSubject {
  readonly path: string;
  readonly node: JsonObject;
}

/** Selects operations. */
export interface Filter {
  /** As the user wrote it. */
  readonly text: string;
  readonly fits: (subject: FilterSubject) => boolean;
  /** The filter that was probably meant, if this one matches none of the subjects. */
  readonly nearest: (subjects: readonly FilterSubject[]) => string | null;
}

type Selector = (subject: FilterSubject) => readonly string[];

/** What a filter can match: the texts of an operation against which its pattern is tested. */
const selectors: Readonly<Record<string, Selector>> = {
  tag: ({ node }) => (Array.isArray(node["tags"]) ? node["tags"] : []).filter(isText),
  path: ({ path }) => [path],
  operation: ({ node }) => [node["operationId"]].filter(isText),
};

export const filterSyntax = "tag:…, path:…, operation:… or deprecated, with * and ** for any text";

/** Parses a filter; `null` if the text isn't one. */
export function filterFrom(text: string): Filter | null {
  if (text === "deprecated") {
    return { text, fits: ({ node }) => node["deprecated"] === true, nearest: () => null };
  }
  const [, kind = "", pattern = ""] = /^([a-z]+):(.+)$/s.exec(text) ?? [];
  const wordsOf = Object.hasOwn(selectors, kind) ? selectors[kind] : undefined;
  if (wordsOf === undefined) return null;
  const matches = globMatcher(pattern);
  return {
    text,
    fits: (subject) => wordsOf(subject).some(matches),
    nearest: (subjects) => {
      const word = nearest(pattern, [...new Set(subjects.flatMap(wordsOf))]);
      return word === null ? null : `${kind}:${word}`;
    },
  };
}

/**
 * Selects the operations that match one of `include` (all if it is empty) and none of `exclude`.
 */
export interface Filters {
  readonly include: readonly Filter[];
  readonly exclude: readonly Filter[];
  /** Whether a filter may match nothing: of two documents that are compared, one is enough. */
  readonly mayMatchNothing?: boolean;
}

export const noFilters: Filters = { include: [], exclude: [] };

export function hasNoFilters({ include, exclude }: Filters): boolean {
  return include.length === 0 && exclude.length === 0;
}

export function isSelected(subject: FilterSubject, { include, exclude }: Filters): boolean {
  if (exclude.some(({ fits }) => fits(subject))) return false;
  return include.length === 0 || include.some(({ fits }) => fits(subject));
}

/**
 * The filters that match no operation, most likely because of a typo. To exclude `deprecated`
 * operations is a rule for later ones too.
 */
export function unmatchedFilters(
  subjects: readonly FilterSubject[],
  { include, exclude }: Filters,
): Filter[] {
  const typed = exclude.filter(({ text }) => text !== "deprecated");
  return [...include, ...typed].filter(({ fits }) => !subjects.some(fits));
}

/** The kind of the warning about a filter that matches nothing. */
export function idleKind(text: string): string {
  return `idle-filter ${text}`;
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

/**
 * Matches a text against a pattern with `*` (any text without slashes) and `**` (any text). The
 * braces of a path template have no special meaning, so this is not the glob of a shell. A `/**` at
 * the end may be missing. Takes time proportional to the product of both lengths at most.
 */
export function globMatcher(pattern: string): (text: string) => boolean {
  const parts = partsOf(pattern);
  return (text) => {
    // The positions up to which the parts so far match.
    let ends = new Set([0]);
    for (const part of parts) ends = endsAfter(part, text, ends);
    return ends.has(text.length);
  };
}

/** A text or a wildcard: for one part of a path, for any text, or for everything below a path. */
type Part = string | { readonly any: "name" | "text" | "below" };

function partsOf(pattern: string): Part[] {
  return pattern.split(/(\/\*{2,}$|\*+)/).map((part, index): Part => {
    if (index % 2 === 0) return part;
    if (part.startsWith("/")) return { any: "below" };
    return { any: part === "*" ? "name" : "text" };
  });
}

function endsAfter(part: Part, text: string, starts: ReadonlySet<number>): Set<number> {
  if (typeof part === "string") {
    const matching = [...starts].filter((start) => text.startsWith(part, start));
    return new Set(matching.map((start) => start + part.length));
  }
  const ends = new Set(starts);
  const { any } = part;
  let isWithin = false;
  for (let at = 0; at < text.length; at += 1) {
    const isSlash = text[at] === "/";
    if (starts.has(at)) isWithin ||= any !== "below" || isSlash;
    if (any === "name" && isSlash) isWithin = false;
    if (isWithin) ends.add(at + 1);
  }
  return ends;
}
