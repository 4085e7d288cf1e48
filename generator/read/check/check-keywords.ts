import { pointerTo } from "../../pointer.js";
import { warningAt } from "../../problem.js";
import { isObject, type Json, type JsonObject } from "../document/document.js";
import { pointerOf, walk } from "../document/walk.js";
import type { Finding } from "./finding.js";

/** Keywords that apply only to values of one type (JSON Schema 2020-12, 10.3). */
const keywords: readonly (readonly [keyword: string, type: string])[] = [
  ["properties", "object"],
  ["patternProperties", "object"],
  ["additionalProperties", "object"],
  ["items", "array"],
  ["prefixItems", "array"],
];

/** Keywords that have no effect because `type` is a different type. */
export function keywordMistakes(document: JsonObject): Finding[] {
  return walk(document, "outside-in").flatMap((visit) => {
    const { node, kind } = visit;
    if (kind !== "schema" || !isObject(node)) return [];
    const types = typesIn(node);
    if (types.length === 0) return [];
    return keywords
      .filter(([keyword, type]) => hasContent(node[keyword]) && !types.includes(type))
      .map(([keyword, type]) => {
        const message = `\`${keyword}\` is ignored, because the type is ${types.join(" or ")}: remove it, or use \`type: ${type}\``;
        const pointer = pointerTo(pointerOf(visit), keyword);
        return { problem: warningAt(pointer, message, "keyword-of-another-type"), fix: null };
      });
  });
}

function typesIn({ type }: JsonObject): readonly Json[] {
  return typeof type === "string" ? [type] : Array.isArray(type) ? type : [];
}

/** Empty objects and `false` are artifacts of tools and have no effect. */
function hasContent(value: Json | undefined): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return isObject(value) && Object.keys(value).length > 0;
}
