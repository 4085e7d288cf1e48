import type { JsonObject } from "../read/document/document.js";
import { methodNameOf, nameRulesOf } from "./extensions.js";

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

/** In characters. */
const longest = 200;

/** The most steps of matching all rules with all ids, which take a few seconds. */
const mostSteps = 1e10;

/**
 * An operation's own name has precedence over the document's rules, of which the first match
 * applies. Rules have no effect on ids that are too long, or when all together took too many steps.
 */
export function methodNamesIn(document: JsonObject): MethodName {
  let left = mostSteps;
  const rules = nameRulesOf(document).flatMap(({ pattern, name }) => {
    const expression = expressionFrom(pattern);
    if (expression === null) return [];
    const power = 1 + quantifiersIn(pattern);
    const matches = (id: string) => {
      left -= id.length ** power;
      return left >= 0 && expression.test(id);
    };
    return [{ matches, name }];
  });
  return (operation, id) =>
    methodNameOf(operation) ??
    (id.length > longest ? null : (rules.find(({ matches }) => matches(id))?.name ?? null));
}

/**
 * The expression of a pattern; `null` unless matching it is fast on any id, since documents may be
 * hostile.
 */
export function expressionFrom(pattern: string): RegExp | null {
  const isLong = pattern.length > 200 || quantifiersIn(pattern) > 3;
  if (isLong || /\)[*+?{]|\\\d/.test(pattern)) return null;
  try {
    return new RegExp(pattern);
  } catch {
    return null;
  }
}

function quantifiersIn(pattern: string): number {
  return pattern.match(/[*+?{]/g)?.length ?? 0;
}
