import type { JsonObject } from "../read/document/document.js";
import { nameOverrideOf, nameRulesOf } from "./extensions.js";

/** What an operation is called on its resource, or `null` where the document leaves that to its id. */
export type MethodName = (operation: JsonObject, id: string) => string | null;

/** In characters: an expression may take the cube of an id's length. */
const longest = 200;

/** An operation's own word goes before the rules of the document, and of these the first that fits. */
export function methodNamesIn(document: JsonObject): MethodName {
  const rules = nameRulesOf(document).flatMap(({ pattern, name }) => {
    const expression = expressionFrom(pattern);
    return expression ? [{ expression, name }] : [];
  });
  return (operation, id) =>
    nameOverrideOf(operation) ??
    (id.length > longest ? null : (rules.find((rule) => rule.expression.test(id))?.name ?? null));
}

/** An expression that is tried in short time on any id, or `null`: a document may be hostile. */
export function expressionFrom(pattern: string): RegExp | null {
  const quantifiers = pattern.match(/[*+?{]/g) ?? [];
  if (pattern.length > 200 || quantifiers.length > 3 || /\)[*+?{]|\\\d/.test(pattern)) return null;
  try {
    return new RegExp(pattern);
  } catch {
    return null;
  }
}
