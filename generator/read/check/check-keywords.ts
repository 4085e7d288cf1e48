import { pointerTo } from "../../pointer.js";
import { warningAt } from "../../problem.js";
import { isObject, type Json, type JsonObject } from "../document/document.js";
import { pointerOf, type Visit, walk } from "../document/walk.js";
import type { Finding } from "./finding.js";
import { isOfType } from "./value-refusals.js";

/** Keywords that apply only to values of one type (JSON Schema 2020-12, 10.3). */
const keywords: readonly (readonly [keyword: string, type: string])[] = [
  ["properties", "object"],
  ["patternProperties", "object"],
  ["additionalProperties", "object"],
  ["items", "array"],
  ["prefixItems", "array"],
];

/** Keywords that have no effect because `type` is a different type, and such values of `enum`. */
export function keywordMistakes(document: JsonObject): Finding[] {
  return walk(document, "outside-in").flatMap((visit) => {
    const { node, kind } = visit;
    if (kind !== "schema" || !isObject(node)) return [];
    const types = typesIn(node);
    if (types.length === 0) return [];
    const found = keywords
      .filter(([keyword, type]) => hasContent(node[keyword]) && !types.includes(type))
      .map(([keyword, type]) => {
        const message = `\`${keyword}\` is ignored, because the type is ${types.join(" or ")}: remove it, or use \`type: ${type}\``;
        const pointer = pointerTo(pointerOf(visit), keyword);
        return { problem: warningAt(pointer, message, "keyword-of-another-type"), fix: null };
      });
    return [...found, ...enumMistakes(visit, node, types)];
  });
}

function typesIn({ type }: JsonObject): readonly Json[] {
  return typeof type === "string" ? [type] : Array.isArray(type) ? type : [];
}

/** Values of an enum that its type excludes, and what was probably meant. */
function enumMistakes(visit: Visit, node: JsonObject, types: readonly Json[]): Finding[] {
  const values = node["enum"];
  if (!Array.isArray(values) || types.length === 0) return [];
  const names = types.filter((type) => typeof type === "string");
  const isFit = (value: Json) => value === null || names.some((type) => isOfType(value, type));
  const intended = values.map((value) => (isFit(value) ? value : intendedValue(value, names)));
  const wrong = values.findIndex((value) => !isFit(value));
  if (wrong < 0) return [];
  const isRead = values.every((value, index) => isFit(value) || intended[index] !== value);
  const what = `${JSON.stringify(values[wrong])} of \`enum\` isn't of the type ${names.join(" or ")}`;
  const message = isRead
    ? `${what} and is read as ${JSON.stringify(intended[wrong])}: write that`
    : `${what}: correct one of them`;
  const pointer = pointerTo(pointerOf(visit), "enum", wrong);
  const fix = { node, key: "enum", replace: () => intended };
  return [{ problem: warningAt(pointer, message, "enum-of-another-type"), fix }];
}

/**
 * The value of one of the types that was meant by another one: YAML reads a text without quotation
 * marks as a number or a boolean.
 */
export function intendedValue(value: Json, types: readonly string[]): Json {
  if (types.includes("string") && typeof value !== "object") return String(value);
  if (types.includes("boolean") && /^(true|false)$/.test(String(value))) return value === "true";
  const isNumber = types.some((type) => type === "number" || type === "integer");
  const isWritten = typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value);
  return isNumber && isWritten ? Number(value) : value;
}

/** Empty objects and `false` are artifacts of tools and have no effect. */
function hasContent(value: Json | undefined): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return isObject(value) && Object.keys(value).length > 0;
}
