import { didYouMean, lettersOf, type Suggest, suggester } from "../../nearest.js";
import { pointerTo } from "../../pointer.js";
import { type Problem, warningAt } from "../../problem.js";
import { quoted } from "../../text.js";
import { isObject, type Json, type JsonObject } from "../document/document.js";
import { follow } from "../document/references.js";
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
        const pointer = pointerTo(pointerOf(visit), "security", index, name);
        if (Object.hasOwn(schemes, name)) {
          const scopes = requirement[name];
          const known = scopesOf(document, schemes[name]);
          return unknownScopes(name, scopes, known, pointer, suggest);
        }
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

/** The scopes that an OAuth scheme lists; `null` if it lists none. */
function scopesOf(document: JsonObject, scheme: Json | undefined): ReadonlySet<string> | null {
  const place = isObject(scheme) ? follow(document, { node: scheme, pointer: "" }) : null;
  const { type, flows } = place?.node ?? {};
  if (type !== "oauth2" || !isObject(flows)) return null;
  const names = Object.values(flows).flatMap((flow) =>
    isObject(flow) && isObject(flow["scopes"]) ? Object.keys(flow["scopes"]) : [],
  );
  return names.length === 0 ? null : new Set(names);
}

function unknownScopes(
  scheme: string,
  scopes: Json | undefined,
  known: ReadonlySet<string> | null,
  pointer: string,
  suggest: Suggest,
): Finding[] {
  if (known === null || !Array.isArray(scopes)) return [];
  return scopes.flatMap((scope, index): Finding[] => {
    if (typeof scope !== "string" || known.has(scope)) return [];
    const remedy = didYouMean(suggest(scope, [...known]), "describe it in `scopes`");
    const message = `the security scheme ${quoted(scheme)} has no scope ${quoted(scope)}, which is requested as it is: ${remedy}`;
    return [{ problem: warningAt(pointerTo(pointer, index), message, "unknown-scope"), fix: null }];
  });
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
