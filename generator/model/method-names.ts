import type { JsonObject } from "../read/document/document.js";
import { nameOverrideOf, nameRulesOf } from "./extensions.js";

/** The name of an operation's method; `null` if it follows from the id. */
export type MethodName = (operation: JsonObject, id: string) => string | null;

/** In characters: matching may take the cube of an id's length. */
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
