import type { JsonObject } from "../document/document.js";
import { globExpression } from "./glob.js";

/** What a filter looks at in an operation. */
export interface Subject {
  readonly path: string;
  readonly node: JsonObject;
}

/** Says of operations whether they are meant. */
export interface Filter {
  /** As the user wrote it. */
  readonly text: string;
  readonly fits: (subject: Subject) => boolean;
}

type Kind = (subject: Subject) => readonly string[];

/** What can be filtered by, and the words of an operation that a pattern is held against. */
const kinds: Readonly<Record<string, Kind>> = {
  tag: ({ node }) => (Array.isArray(node["tags"]) ? node["tags"] : []).filter(isText),
  path: ({ path }) => [path],
  operation: ({ node }) => [node["operationId"]].filter(isText),
};

export const filterSyntax = "tag:…, path:…, operation:… or deprecated, with * and ** for any text";

/** The filter that a text describes, or `null` if it describes none. */
export function filterFrom(text: string): Filter | null {
  if (text === "deprecated") return { text, fits: ({ node }) => node["deprecated"] === true };
  const [, kind = "", pattern = ""] = /^([a-z]+):(.+)$/s.exec(text) ?? [];
  const wordsOf = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (wordsOf === undefined) return null;
  const expression = globExpression(pattern);
  return { text, fits: (subject) => wordsOf(subject).some((word) => expression.test(word)) };
}

/** Which operations are wanted: those that one of `include` fits, if there is any, but none of `exclude`. */
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

/** The filters that fit none of the operations: a slip of the pen, most likely. */
export function idleFilters(subjects: readonly Subject[], { include, exclude }: Filters): Filter[] {
  return [...include, ...exclude].filter(({ fits }) => !subjects.some(fits));
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}
