import { errorAt, type Problem, warningAt } from "../problem.js";
import { isObject, type Json, type JsonObject, pointerTo } from "./document.js";
import { type Kind, kindBelow } from "./grammar.js";
import { quoted } from "./quoted.js";
import { pointerOf, type Visit, walk } from "./walk.js";

/**
 * Text, numbers and the like where objects or lists belong. What is only empty, as `null` or as an
 * object that became `[]`, can be lived with.
 */
export function kindProblems(document: JsonObject): Problem[] {
  const problems: Problem[] = [];
  for (const visit of walk(document, "outside-in")) {
    for (const [key, value] of Object.entries(visit.node)) {
      const message = problemOf(visit, key, value);
      if (message === null) continue;
      // A composition that isn't one says nothing, and the rest of its schema does.
      const problemAt = isObject(value) ? warningAt : errorAt;
      problems.push(problemAt(pointerTo(pointerOf(visit), key), message));
    }
  }
  return problems;
}

function problemOf({ node, kind: outer }: Visit, key: string, value: Json): string | null {
  const isItem = Array.isArray(node);
  if (isObject(value) && (isItem || !wantsList(outer, key))) return null;
  const kind = isItem ? outer : kindBelow(outer, key);
  if (toldElsewhere.has(kind) || isNameless(key) || isEmpty(value)) return null;
  const name = isItem ? `entry ${Number(key) + 1} of this list` : quoted(key);
  if (!isItem && wantsList(outer, key)) {
    return Array.isArray(value) ? null : `${name} is ${spelled(value)}: write a list`;
  }
  if (kind === "schema" && typeof value === "boolean") return null;
  if (kind === "schema" && key === "items" && Array.isArray(value)) return null;
  return `${name} is ${spelled(value)}: write an object`;
}

/** What nothing is known of, and what the check of paths looks at. */
const toldElsewhere: ReadonlySet<Kind> = new Set<Kind>([
  "data",
  "unknown",
  "unknowns",
  "paths",
  "pathItem",
  "pathItems",
  "operation",
]);

/** Keys that name nothing, though they stand among names. */
function isNameless(key: string): boolean {
  return key === "$ref" || key.startsWith("x-");
}

function isEmpty(value: Json): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}

function wantsList(kind: Kind, key: string): boolean {
  switch (kind) {
    case "pathItem":
    case "operation":
      return key === "parameters";
    case "schema":
      return /^(allOf|anyOf|oneOf|prefixItems)$/.test(key);
    case "mediaType":
      return key === "prefixEncoding";
    default:
      return false;
  }
}

function spelled(value: Json): string {
  if (Array.isArray(value)) return "a list";
  if (isObject(value)) return "an object";
  return typeof value === "string" ? "text" : `a ${typeof value}`;
}
