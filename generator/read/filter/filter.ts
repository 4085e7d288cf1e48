import type { JsonObject } from "../document/document.js";
import { globMatcher } from "./glob.js";

/** The properties of an operation that a filter can match. */
export interface Subject {
  readonly path: string;
  readonly node: JsonObject;
}

/** Selects operations. */
export interface Filter {
  /** As the user wrote it. */
  readonly text: string;
  readonly fits: (subject: Subject) => boolean;
}

type Kind = (subject: Subject) => readonly string[];

/** What a filter can match, with the words of an operation that its pattern is tested against. */
const kinds: Readonly<Record<string, Kind>> = {
  tag: ({ node }) => (Array.isArray(node["tags"]) ? node["tags"] : []).filter(isText),
  path: ({ path }) => [path],
  operation: ({ node }) => [node["operationId"]].filter(isText),
};

export const filterSyntax = "tag:…, path:…, operation:… or deprecated, with * and ** for any text";

/** Parses a filter; `null` if the text isn't one. */
export function filterFrom(text: string): Filter | null {
  if (text === "deprecated") return { text, fits: ({ node }) => node["deprecated"] === true };
  const [, kind = "", pattern = ""] = /^([a-z]+):(.+)$/s.exec(text) ?? [];
  const wordsOf = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (wordsOf === undefined) return null;
  const matches = globMatcher(pattern);
  return { text, fits: (subject) => wordsOf(subject).some(matches) };
}

/**
 * Selects the operations that match one of `include` (all if it is empty) and none of `exclude`.
 */
export interface Filters {
  readonly include: readonly Filter[];
  readonly exclude: readonly Filter[];
}

export const noFilters: Filters = { include: [], exclude: [] };

export function isEmpty({ include, exclude }: Filters): boolean {
  return include.length === 0 && exclude.length === 0;
}

export function isWanted(subject: Subject, { include, exclude }: Filters): boolean {
  if (exclude.some(({ fits }) => fits(subject))) return false;
  return include.length === 0 || include.some(({ fits }) => fits(subject));
}

/** The filters that match no operation, most likely because of a typo. */
export function idleFilters(subjects: readonly Subject[], { include, exclude }: Filters): Filter[] {
  return [...include, ...exclude].filter(({ fits }) => !subjects.some(fits));
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}
