import type { JsonObject } from "../read/document/document.js";
import { nameOverrideOf, nameRulesOf } from "./extensions.js";

/** The properties of an operation that decide which one keeps a name. */
export interface IdCandidate {
  /** The `operationId` as written. */
  readonly operationId: string | null;
  readonly method: string;
  readonly path: string;
}

/**
 * Sorts operations that compete for a name, independent of their order in the document: first those
 * with an `operationId`, then by how many words of the id their path lacks, then by the length of
 * the path.
 */
export function byPrecedence<C extends IdCandidate>(candidates: readonly C[]): C[] {
  const ranked = candidates.map((candidate) => ({ candidate, missing: missingWords(candidate) }));
  ranked.sort(
    (a, b) =>
      Number(a.candidate.operationId === null) - Number(b.candidate.operationId === null) ||
      a.missing - b.missing ||
      a.candidate.path.length - b.candidate.path.length ||
      compare(a.candidate.path, b.candidate.path) ||
      compare(a.candidate.method, b.candidate.method),
  );
  return ranked.map(({ candidate }) => candidate);
}

/** The number of words of an id that its path lacks; singular and plural are equal. */
function missingWords({ operationId, path }: IdCandidate): number {
  const words =
    (operationId ?? "").match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{Lo}+|\p{N}+/gu) ?? [];
  const lower = path.toLowerCase();
  return words.filter((word) => !lower.includes(word.toLowerCase().replace(/s$/, ""))).length;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** The name of an operation's method; `null` if it follows from the id. */
export type MethodName = (operation: JsonObject, id: string) => string | null;

/** In characters, because matching can take time cubic in the length of an id. */
const longest = 200;

/**
 * An operation's own name has precedence over the document's rules, of which the first match
 * applies.
 */
export function methodNamesIn(document: JsonObject): MethodName {
  const rules = nameRulesOf(document).flatMap(({ pattern, name }) => {
    const expression = expressionFrom(pattern);
    return expression ? [{ expression, name }] : [];
  });
  return (operation, id) =>
    nameOverrideOf(operation) ??
    (id.length > longest ? null : (rules.find((rule) => rule.expression.test(id))?.name ?? null));
}

/**
 * The expression of a pattern; `null` unless matching it is fast on any id, since documents may be
 * hostile.
 */
export function expressionFrom(pattern: string): RegExp | null {
  const quantifiers = pattern.match(/[*+?{]/g) ?? [];
  if (pattern.length > 200 || quantifiers.length > 3 || /\)[*+?{]|\\\d/.test(pattern)) return null;
  try {
    return new RegExp(pattern);
  } catch {
    return null;
  }
}
