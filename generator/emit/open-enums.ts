import { isObject, type Json, type JsonObject } from "../read/document/document.js";

/** What openapi-typescript is told to spell as any text, or any number, beside the listed values. */
const rest = "sdkwright-rest";

/**
 * The document with its open enums said in two: the values that are listed, or whatever else there
 * may come. The model reads the same extension (`x-speakeasy-unknown-values`).
 */
export function withOpenEnums(document: JsonObject): JsonObject {
  const whole = opened(document);
  return isObject(whole) ? whole : document;
}

/** Whether a schema stands for what else there may come. */
export function isRest(schema: object | boolean): boolean {
  return typeof schema === "object" && "format" in schema && schema.format === rest;
}

function opened(value: Json): Json {
  if (Array.isArray(value)) {
    const items = value.map(opened);
    return items.some((item, index) => item !== value[index]) ? items : value;
  }
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([key, each]): [string, Json] => [key, opened(each)]);
  const isSame = entries.every(([key, each]) => each === value[key]);
  return openedEnum(isSame ? value : Object.fromEntries(entries));
}

function openedEnum(schema: JsonObject): JsonObject {
  const { enum: values, type, nullable, ...others } = schema;
  if (schema["x-speakeasy-unknown-values"] !== "allow" || !Array.isArray(values)) return schema;
  const listed = {
    enum: values,
    ...(type !== undefined && { type }),
    ...(nullable !== undefined && { nullable }),
  };
  const types = new Set(values.map((value) => typeof value));
  const further = (["string", "number"] as const).filter((each) => types.has(each));
  return { ...others, anyOf: [listed, ...further.map((each) => ({ type: each, format: rest }))] };
}
