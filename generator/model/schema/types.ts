import { isObject, type Json, type JsonObject, type Place } from "../../read/document/document.js";
import type { Field, ScalarType, Schema } from "../api/schema.js";
import { listIn, textIn } from "../node.js";
import { type Converted, withFacts } from "./facts.js";
import { enumFrom, typeListOf, valuesIn } from "./values.js";

export function isComposition(node: JsonObject): boolean {
  return ["allOf", "oneOf", "anyOf"].some((key) => listIn(node, key).length > 0);
}

/** Whether a schema allows everything, so that its `not` allows nothing. */
export function allowsAll(schema: Json | undefined): boolean {
  return schema === true || (isObject(schema) && Object.keys(schema).length === 0);
}

/** The types except `null`, which makes the others nullable. */
export function typesIn(node: JsonObject): string[] {
  return typeListOf(node).filter((type) => type !== "null");
}

export const listKeys = ["items", "prefixItems"];

export function isArray(node: JsonObject, [type]: readonly string[]): boolean {
  return (
    type === "array" || (type === undefined && listKeys.some((key) => Object.hasOwn(node, key)))
  );
}

export function isTuple(node: JsonObject, types: readonly string[]): boolean {
  return isArray(node, types) && listIn(node, "prefixItems").length > 0;
}

export const objectKeys = [
  "properties",
  "patternProperties",
  "additionalProperties",
  "unevaluatedProperties",
  "required",
];

export function isObjectLike(node: JsonObject, [type]: readonly string[]): boolean {
  if (type !== undefined) return type === "object";
  return objectKeys.some((key) => Object.hasOwn(node, key));
}

/** A schema with a media type is a string. */
export function isScalar(node: JsonObject, types: readonly string[]): boolean {
  return types.length === 1 || (types.length === 0 && Object.hasOwn(node, "contentMediaType"));
}

export function isScalarType(type: string | undefined): type is ScalarType {
  return type === "string" || type === "number" || type === "integer" || type === "boolean";
}

/**
 * Whether a string in a multipart body is a file: `only` a file (raw bytes), or `also` a file (text
 * with a media type, or encoded bytes); `null` for plain text. OpenAPI 3.0 declares it by `format:
 * binary`, 3.1 by `contentMediaType` and `contentEncoding`.
 */
export function fileOf(node: JsonObject): "only" | "also" | null {
  if (textIn(node, "format") === "binary") return "only";
  const mediaType = textIn(node, "contentMediaType");
  if (mediaType === null) return null;
  const isText = /^text\/|[/+](json|xml|yaml)\b/i.test(mediaType);
  return isText || textIn(node, "contentEncoding") !== null ? "also" : "only";
}

/** Whether a schema is raw bytes. */
export function isBinary(schema: Schema): boolean {
  return schema.kind === "scalar" && schema.file === "only";
}

/** The listed values; an object or a list among them is a schema that allows nothing else. */
export function valuesFrom({ node }: Place): Converted {
  const others = valuesIn(node).filter((value) => typeof value === "object" && value !== null);
  const scalars = enumFrom(node);
  if (others.length === 0) return scalars;
  const members = others.map(schemaOfValue);
  const [only] = members;
  if (scalars.values.length > 0) members.push(withFacts(scalars, {}));
  return members.length === 1 && only ? only : { kind: "union", members };
}

function schemaOfValue(value: Json): Schema {
  if (Array.isArray(value)) {
    const members = value.map(schemaOfValue);
    return withFacts({ kind: "tuple", members, least: members.length, rest: null }, {});
  }
  if (!isObject(value)) return withFacts(enumFrom({ const: value }), { const: value });
  const fields = Object.entries(value).map(([name, each]) =>
    fieldFrom(name, schemaOfValue(each), true),
  );
  return withFacts({ kind: "object", fields, additional: null, patterns: [] }, {});
}

/** A field with the facts of its schema. */
export function fieldFrom(name: string, schema: Schema, required: boolean): Field {
  const { description, deprecated, example } = schema;
  return { name, required, description, deprecated, schema, example };
}
