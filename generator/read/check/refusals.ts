import { quoted } from "../../text.js";
import { isObject, type Json, type JsonObject } from "../document/document.js";
import { targetOf } from "../document/references.js";

/** Why a value doesn't match a schema, and the part of the value that is wrong. */
export interface Refusal {
  readonly keys: readonly (string | number)[];
  /** The end of a sentence about the part: "is text and not a number". */
  readonly reason: string;
}

/** The limits on the steps for one value and on their nesting. Beyond them, values are accepted. */
const mostSteps = 5_000;
const deepest = 500;

/**
 * Validates a value by the keywords that examples often violate: types, enums, limits, fields and
 * compositions (JSON Schema 2020-12, Validation). A `pattern` is never run, `format` is an
 * annotation, and several alternatives of `oneOf` may match.
 */
export function refusalsOf(document: JsonObject, value: Json, schema: Json): Refusal[] {
  return refusals(value, schema, { document, left: mostSteps, depth: 0, known: new Map() });
}

interface Validation {
  readonly document: JsonObject;
  left: number;
  depth: number;
  /**
   * The refusals of each value by each schema, because schemas may refer to each other many times.
   */
  readonly known: Map<Json, Map<Json, Refusal[]>>;
}

/** Returns nothing beyond the limits, because references or compositions may form a loop. */
function refusals(value: Json, schema: Json, validation: Validation): Refusal[] {
  if (validation.left === 0 || validation.depth === deepest) return [];
  const before = validation.known.get(schema)?.get(value);
  if (before !== undefined) return before;
  validation.left -= 1;
  validation.depth += 1;
  const found = distinct(check(value, schema, validation));
  validation.depth -= 1;
  const ofSchema = validation.known.get(schema) ?? new Map<Json, Refusal[]>();
  validation.known.set(schema, ofSchema.set(value, found));
  return found;
}

/** Removes duplicates: members of an `allOf` may refuse a value for the same reason. */
function distinct(found: readonly Refusal[]): Refusal[] {
  return [
    ...new Map(found.map((each) => [JSON.stringify([each.keys, each.reason]), each])).values(),
  ];
}

function check(value: Json, schema: Json, validation: Validation): Refusal[] {
  if (schema === false) return [refusalFor("is not allowed")];
  if (!isObject(schema)) return [];
  if (value === null && (schema["nullable"] === true || schema["x-nullable"] === true)) return [];
  const { $ref } = schema;
  if (typeof $ref === "string") {
    const target = targetOf(validation.document, $ref);
    return target.kind === "object" ? refusals(value, target.place.node, validation) : [];
  }
  const type = typeRefusal(value, schema);
  if (type !== null) return [type];
  return [
    ...listedRefusals(value, schema),
    ...limitRefusals(value, schema),
    ...(isObject(value) ? fieldRefusals(value, schema, validation) : []),
    ...(Array.isArray(value) ? itemRefusals(value, schema, validation) : []),
    ...compositionRefusals(value, schema, validation),
  ];
}

function refusalFor(reason: string, ...keys: (string | number)[]): Refusal {
  return { keys, reason };
}

function within(key: string | number, found: readonly Refusal[]): Refusal[] {
  return found.map(({ keys, reason }) => ({ keys: [key, ...keys], reason }));
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

function isSame(one: Json, other: Json): boolean {
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

function fieldRefusals(value: JsonObject, schema: JsonObject, validation: Validation): Refusal[] {
  const { properties, required, additionalProperties, patternProperties } = schema;
  const known = isObject(properties) ? properties : {};
  const others = isObject(patternProperties) ? true : (additionalProperties ?? true);
  const missing = (Array.isArray(required) ? required : []).flatMap((name) =>
    typeof name === "string" && !Object.hasOwn(value, name) && !isReadOrWriteOnly(known, name)
      ? [refusalFor(`lacks the field ${quoted(name)}`)]
      : [],
  );
  const wrong = Object.keys(value).flatMap((name) => {
    const expected = Object.hasOwn(known, name) ? (known[name] ?? true) : others;
    return within(name, refusals(value[name] ?? null, expected, validation));
  });
  return [...wrong, ...missing];
}

/** A read-only or write-only field may be missing in an example. */
function isReadOrWriteOnly(properties: JsonObject, name: string): boolean {
  const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
  if (!isObject(property)) return false;
  return property["readOnly"] === true || property["writeOnly"] === true;
}

function itemRefusals(
  value: readonly Json[],
  schema: JsonObject,
  validation: Validation,
): Refusal[] {
  const { items, prefixItems } = schema;
  const first: readonly Json[] = Array.isArray(prefixItems) ? prefixItems : [];
  return value.flatMap((item, index) =>
    within(index, refusals(item, first[index] ?? items ?? true, validation)),
  );
}

function compositionRefusals(value: Json, schema: JsonObject, validation: Validation): Refusal[] {
  const { allOf } = schema;
  const all = Array.isArray(allOf)
    ? allOf.flatMap((each) => refusals(value, each, validation))
    : [];
  const alternatives = ["oneOf", "anyOf"].flatMap((key) => {
    const members = schema[key];
    return Array.isArray(members) && members.length > 0 ? [members] : [];
  });
  return [
    ...all,
    ...alternatives.flatMap((members) => alternativeRefusals(value, members, validation)),
  ];
}

/** The errors of the closest alternative: the one whose errors are deepest in the value. */
function alternativeRefusals(
  value: Json,
  members: readonly Json[],
  validation: Validation,
): Refusal[] {
  let nearest: readonly Refusal[] | null = null;
  for (const member of members) {
    const found = refusals(value, member, validation);
    if (found.length === 0) return [];
    if (nearest === null || depthOf(found) > depthOf(nearest)) nearest = found;
  }
  const [first] = nearest ?? [];
  if (first === undefined || members.length === 1) return [...(nearest ?? [])];
  return first.keys.length > 0 ? [first] : [refusalFor("matches none of the alternatives")];
}

function depthOf(found: readonly Refusal[]): number {
  return found.reduce((least, { keys }) => Math.min(least, keys.length), Infinity);
}
