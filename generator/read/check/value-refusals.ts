import { quoted } from "../../text.js";
import { isObject, type Json, type JsonObject } from "../document/document.js";

/** Why a value doesn't match a schema, and the part of the value that is wrong. */
export interface Refusal {
  readonly keys: readonly (string | number)[];
  /** The end of a sentence about the part: "is text and not a number". */
  readonly reason: string;
}

export function refusalFor(reason: string, ...keys: (string | number)[]): Refusal {
  return { keys, reason };
}

/**
 * Validates a value by the keywords about the value itself: its type, the listed values and the
 * limits. A value of another type is refused for its type alone.
 */
export function valueRefusals(
  value: Json,
  schema: JsonObject,
): { readonly fitsType: boolean; readonly refusals: Refusal[] } {
  const type = typeRefusal(value, schema);
  if (type !== null) return { fitsType: false, refusals: [type] };
  const refusals = [...listedRefusals(value, schema), ...limitRefusals(value, schema)];
  return { fitsType: true, refusals };
}

function typeRefusal(value: Json, { type }: JsonObject): Refusal | null {
  const types = (Array.isArray(type) ? type : [type]).filter((each) => typeof each === "string");
  if (types.length === 0 || types.some((each) => isOfType(value, each))) return null;
  return refusalFor(`is ${kindOf(value)} and not ${types.map(typeName).join(" or ")}`);
}

/** Whether a value has a type of JSON Schema; always for an unknown type. */
export function isOfType(value: Json, type: string): boolean {
  switch (type) {
    case "integer":
      return Number.isInteger(value);
    case "array":
      return Array.isArray(value);
    case "object":
      return isObject(value);
    case "null":
      return value === null;
    case "string":
    case "number":
    case "boolean":
      return typeof value === type;
    default:
      return true;
  }
}

const words: Readonly<Record<string, string>> = {
  string: "text",
  integer: "a whole number",
  array: "a list",
  object: "an object",
  null: "null",
};

function typeName(type: string): string {
  return words[type] ?? `a ${type}`;
}

function kindOf(value: Json): string {
  if (value === null) return "null";
  if (typeof value === "string") return value.length > 40 ? "text" : `the text ${quoted(value)}`;
  if (typeof value !== "object") return String(value);
  return typeName(Array.isArray(value) ? "array" : "object");
}

function listedRefusals(value: Json, schema: JsonObject): Refusal[] {
  const { enum: values } = schema;
  if (Object.hasOwn(schema, "const") && !isSame(value, schema["const"] ?? null)) {
    return [refusalFor(`is ${kindOf(value)} and not ${JSON.stringify(schema["const"])}`)];
  }
  if (!Array.isArray(values) || values.length === 0) return [];
  if (values.some((each) => isSame(value, each))) return [];
  const some = values.slice(0, 5).map((each) => JSON.stringify(each));
  const more = values.length > some.length ? ", …" : "";
  return [refusalFor(`is ${kindOf(value)} and not one of ${some.join(", ")}${more}`)];
}

/** Whether two values are equal, with the keys of their objects in the same order. */
export function isSame(one: Json, other: Json): boolean {
  return one === other || (isObjectOrList(one) && JSON.stringify(one) === JSON.stringify(other));
}

function isObjectOrList(value: Json): boolean {
  return typeof value === "object" && value !== null;
}

/** Each limit: its keyword, the measured property of a value, and the comparison. */
const limits: readonly (readonly [
  keyword: string,
  measure: (value: Json) => number | null,
  isKept: (measured: number, limit: number) => boolean,
])[] = [
  ["minimum", numberOf, (measured, limit) => measured >= limit],
  ["maximum", numberOf, (measured, limit) => measured <= limit],
  ["exclusiveMinimum", numberOf, (measured, limit) => measured > limit],
  ["exclusiveMaximum", numberOf, (measured, limit) => measured < limit],
  ["minLength", lengthOf, (measured, limit) => measured >= limit],
  ["maxLength", lengthOf, (measured, limit) => measured <= limit],
  ["minItems", itemsOf, (measured, limit) => measured >= limit],
  ["maxItems", itemsOf, (measured, limit) => measured <= limit],
];

function numberOf(value: Json): number | null {
  return typeof value === "number" ? value : null;
}

/** In code points (JSON Schema 2020-12, Validation, 6.3.1). */
function lengthOf(value: Json): number | null {
  return typeof value === "string" ? [...value].length : null;
}

function itemsOf(value: Json): number | null {
  return Array.isArray(value) ? value.length : null;
}

function limitRefusals(value: Json, schema: JsonObject): Refusal[] {
  return limits.flatMap(([keyword, measure, isMet]) => {
    const limit = schema[keyword];
    const measured = typeof limit === "number" ? measure(value) : null;
    if (typeof limit !== "number" || measured === null || isMet(measured, limit)) return [];
    return [refusalFor(`violates \`${keyword}: ${limit}\``)];
  });
}
