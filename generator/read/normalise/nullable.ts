import type { Json, JsonObject } from "../document/document.js";

const nullSchema: JsonObject = { type: "null" };

/** Keywords beside a composition that don't constrain the value. */
const annotations: ReadonlySet<string> = new Set(
  "title description deprecated readOnly writeOnly default example examples externalDocs xml".split(
    " ",
  ),
);

/** Keywords that constrain the value as a whole, so `null` must be an alternative to them. */
const bindings = ["$ref", "allOf", "not", "const"];

/** Converts `nullable` of OpenAPI 3.0 to its 3.1 equivalent. */
export function withNull(schema: JsonObject): JsonObject {
  return bindings.some((key) => Object.hasOwn(schema, key))
    ? besideNull(schema)
    : { ...schema, ...typeWithNull(schema), ...choicesWithNull(schema) };
}

function besideNull(schema: JsonObject): JsonObject {
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
