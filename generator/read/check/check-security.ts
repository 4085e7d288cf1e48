import { didYouMean, lettersOf, suggester } from "../../nearest.js";
import { pointerTo } from "../../pointer.js";
import { type Problem, warningAt } from "../../problem.js";
import { quoted } from "../../text.js";
import { isObject, type Json, type JsonObject } from "../document/document.js";
import { pointerOf, walk } from "../document/walk.js";
import type { Finding } from "./finding.js";

/**
 * Security requirements that name an unknown scheme (OpenAPI 3.1.1, Security Requirement Object). A
 * name that differs only in case or hyphens is read as the existing one.
 */
export function securityMistakes(document: JsonObject): Finding[] {
  const schemes = schemesIn(document);
  const names = Object.keys(schemes);
  const suggest = suggester();
  return walk(document, "outside-in").flatMap((visit) => {
    const { node, kind } = visit;
    if ((kind !== "document" && kind !== "operation") || !isObject(node)) return [];
    const { security } = node;
    const list: readonly Json[] = Array.isArray(security) ? security : [];
    return list.flatMap((requirement, index): Finding[] => {
      if (!isObject(requirement)) return [];
      return Object.keys(requirement).flatMap((name): Finding[] => {
        if (Object.hasOwn(schemes, name)) return [];
        const pointer = pointerTo(pointerOf(visit), "security", index, name);
        const similar = suggest(name, names);
        const isSame = similar !== null && lettersOf(similar) === lettersOf(name);
        const intended = isSame ? similar : null;
        const problem = unknownScheme(name, intended, similar, pointer);
        const replace = (value: Json | undefined) => renamed(value, name, intended ?? name);
        return [{ problem, fix: intended === null ? null : { node, key: "security", replace } }];
      });
    });
  });
}

function schemesIn({ components }: JsonObject): JsonObject {
  const schemes = isObject(components) ? components["securitySchemes"] : undefined;
  return isObject(schemes) ? schemes : {};
}

function unknownScheme(
  name: string,
  intended: string | null,
  similar: string | null,
  pointer: string,
): Problem {
  const effect = intended === null ? "is left out" : `is read as ${quoted(intended)}`;
  const remedy = didYouMean(similar, "describe it among the security schemes");
  const message = `the document has no security scheme ${quoted(name)}; it ${effect}: ${remedy}`;
  return warningAt(pointer, message, "unknown-security-scheme");
}

function renamed(list: Json | undefined, from: string, to: string): Json | undefined {
  if (!Array.isArray(list)) return list;
  return list.map((requirement: Json) =>
    isObject(requirement)
      ? Object.fromEntries(
          Object.entries(requirement).map(([name, scopes]) => [name === from ? to : name, scopes]),
        )
      : requirement,
  );
}
