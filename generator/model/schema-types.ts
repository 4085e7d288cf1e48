import { isObject, type Json, type JsonObject } from "../read/document/document.js";
import type { ScalarType } from "./api.js";
import { listIn } from "./node.js";
import { typeListOf } from "./null-values.js";

export function isComposition(node: JsonObject): boolean {
  return ["allOf", "oneOf", "anyOf"].some((key) => listIn(node, key).length > 0);
}

/** Whether a schema allows everything, so that what it is the opposite of allows nothing. */
export function allowsAll(schema: Json | undefined): boolean {
  return schema === true || (isObject(schema) && Object.keys(schema).length === 0);
}

/** The types but `null`, which makes any other one nullable. */
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

/** Only text has a media type. */
export function isScalar(node: JsonObject, types: readonly string[]): boolean {
  return types.length === 1 || (types.length === 0 && Object.hasOwn(node, "contentMediaType"));
}

export function isScalarType(type: string | undefined): type is ScalarType {
  return type === "string" || type === "number" || type === "integer" || type === "boolean";
}
