import { type Document, isObject, type Json, type JsonObject } from "../document/document.js";
import { rewritten } from "../document/rewrite.js";

/**
 * Upgrades a document to OpenAPI 3.1. Documents of 3.1 or later are returned unchanged. The result
 * shares unchanged parts with the original. Only the insides of schemas change, so JSON Pointers to
 * anything else stay valid.
 */
export function upgrade(document: Document): Document {
  const { openapi } = document;
  if (typeof openapi !== "string" || !/^3\.0(\.|$)/.test(openapi)) return document;
  const upgraded = rewritten(document, (part, kind) =>
    kind === "schema" && isObject(part) ? upgradedSchema(part) : part,
  );
  return { ...upgraded, openapi: "3.1.0" };
}

/**
 * Converts one keyword of OpenAPI 3.0 to 3.1; returns the same object if there is nothing to
 * convert.
 */
type UpgradeRule = (schema: JsonObject) => JsonObject;

/**
 * The differences between 3.0 and 3.1 schemas. Bounds are converted before `nullable` may wrap
 * them.
 */
const rules: readonly UpgradeRule[] = [
  exclusiveBound("exclusiveMinimum", "minimum"),
  exclusiveBound("exclusiveMaximum", "maximum"),
  example,
  nullable,
];

/** Converts one schema to OpenAPI 3.1, without its subschemas. */
export function upgradedSchema(schema: JsonObject): JsonObject {
  return rules.reduce((upgraded, rule) => rule(upgraded), schema);
}

function nullable(schema: JsonObject): JsonObject {
  if (typeof schema["nullable"] !== "boolean") return schema;
  const { nullable: isNullable, ...rest } = schema;
  return isNullable === true ? withNull(rest) : rest;
}

/** `exclusiveMinimum: true` next to `minimum: 5` becomes `exclusiveMinimum: 5`. */
function exclusiveBound(exclusive: string, inclusive: string): UpgradeRule {
  return (schema) => {
    const { [exclusive]: isExclusive, [inclusive]: bound, ...rest } = schema;
    if (typeof isExclusive !== "boolean") return schema;
    if (bound === undefined) return rest;
    return { ...rest, [isExclusive ? exclusive : inclusive]: bound };
  };
}

function example(schema: JsonObject): JsonObject {
  if (!Object.hasOwn(schema, "example")) return schema;
  const { example: value = null, ...rest } = schema;
  return Array.isArray(rest["examples"]) ? rest : { ...rest, examples: [value] };
}

const nullSchema: JsonObject = { type: "null" };

/** Keywords next to a composition that don't constrain the value. */
const annotations: ReadonlySet<string> = new Set(
  "title description deprecated readOnly writeOnly default example examples externalDocs xml".split(
    " ",
  ),
);

/** Keywords that constrain the value as a whole, so `null` must be an alternative to them. */
const wholeValueKeywords = ["$ref", "allOf", "not", "const"];

/** Converts `nullable` of OpenAPI 3.0 to its 3.1 equivalent. */
export function withNull(schema: JsonObject): JsonObject {
  return wholeValueKeywords.some((key) => Object.hasOwn(schema, key))
    ? orNull(schema)
    : { ...schema, ...typeWithNull(schema), ...choicesWithNull(schema) };
}

function orNull(schema: JsonObject): JsonObject {
  const entries = Object.entries(schema);
  const outer = entries.filter(([key]) => isAnnotation(key));
  const inner = entries.filter(([key]) => !isAnnotation(key));
  return { ...Object.fromEntries(outer), anyOf: [Object.fromEntries(inner), nullSchema] };
}

function isAnnotation(key: string): boolean {
  return annotations.has(key) || key.startsWith("x-");
}

function typeWithNull(schema: JsonObject): JsonObject {
  const { type } = schema;
  const types = type === undefined ? impliedType(schema) : Array.isArray(type) ? type : [type];
  if (types.length === 0 || types.includes("null")) return {};
  return { type: [...types, "null"] };
}

/** A schema with properties or items but without a type implies an object or an array. */
function impliedType(schema: JsonObject): Json[] {
  if (Object.hasOwn(schema, "properties") || Object.hasOwn(schema, "additionalProperties")) {
    return ["object"];
  }
  return Object.hasOwn(schema, "items") ? ["array"] : [];
}

function choicesWithNull({ enum: values, oneOf, anyOf }: JsonObject): JsonObject {
  return {
    ...(Array.isArray(values) && { enum: values.includes(null) ? values : [...values, null] }),
    ...(Array.isArray(oneOf) && { oneOf: [...oneOf, nullSchema] }),
    ...(Array.isArray(anyOf) && { anyOf: [...anyOf, nullSchema] }),
  };
}
