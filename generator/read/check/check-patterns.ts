import { pointerTo } from "../../pointer.js";
import { warningAt } from "../../problem.js";
import { quoted } from "../../text.js";
import { isObject, type JsonObject } from "../document/document.js";
import { pointerOf, type Visit, walk } from "../document/walk.js";
import { type Finding, removed } from "./finding.js";

/** Patterns that aren't regular expressions of ECMA-262. Patterns are compiled but never run. */
export function patternMistakes(document: JsonObject): Finding[] {
  return walk(document, "outside-in").flatMap((visit) => {
    const { node, kind } = visit;
    if (kind !== "schema" || !isObject(node)) return [];
    const { pattern, patternProperties } = node;
    const prefixes = isObject(patternProperties) ? Object.keys(patternProperties) : [];
    return [
      ...(typeof pattern === "string" ? patternMistake(visit, pattern) : []),
      ...prefixes.flatMap((prefix) => prefixMistake(visit, prefix)),
    ];
  });
}

function patternMistake(visit: Visit, pattern: string): Finding[] {
  const fault = faultOf(pattern);
  if (fault === null) return [];
  const message = `${quoted(pattern)} isn't a valid JavaScript regular expression and is ignored: ${fault}`;
  const fix = { node: visit.node, key: "pattern", replace: removed };
  const pointer = pointerTo(pointerOf(visit), "pattern");
  return [{ problem: warningAt(pointer, message, "invalid-pattern"), fix }];
}

/** The type describes such fields with any name. */
function prefixMistake(visit: Visit, prefix: string): Finding[] {
  const fault = faultOf(prefix);
  if (fault === null) return [];
  const message = `${quoted(prefix)} isn't a valid JavaScript regular expression and matches any name: ${fault}`;
  const pointer = pointerTo(pointerOf(visit), "patternProperties", prefix);
  return [{ problem: warningAt(pointer, message, "invalid-pattern"), fix: null }];
}

/** A pattern is valid if any mode accepts it: no flag, `u` or `v`. */
function faultOf(pattern: string): string | null {
  try {
    new RegExp(pattern);
    return null;
  } catch (error) {
    if (isPattern(pattern, "u") || isPattern(pattern, "v")) return null;
    const reason = error instanceof Error ? error.message.split(": ").at(-1) : undefined;
    return remedies.find(([found]) => found.test(pattern))?.[1] ?? `correct it (${reason})`;
  }
}

function isPattern(pattern: string, mode: "u" | "v"): boolean {
  try {
    new RegExp(pattern, mode);
    return true;
  } catch {
    return false;
  }
}

/** Common syntax of other regular expression dialects. */
const remedies: readonly (readonly [RegExp, string])[] = [
  [/^\(\?[a-z]+\)/, "JavaScript doesn't support inline flags; write both cases, as in [Aa]"],
  [/[*+?}]\+/, "JavaScript doesn't support possessive quantifiers; leave out the second `+`"],
  [/\(\?P</, "write (?<name>…) for a named group"],
];
