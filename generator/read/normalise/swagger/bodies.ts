import { isObject, type Json, type JsonObject } from "../../document/document.js";
import { styleOf } from "./parameters.js";
import { ownSchema } from "./schema-rules.js";

const multipart = "multipart/form-data";
const urlencoded = "application/x-www-form-urlencoded";

/** The request body of an `in: body` parameter, for each content type of `consumes`. */
export function bodyFrom(parameter: JsonObject, consumes: readonly string[]): JsonObject {
  const { name: _, in: __, schema = {}, ...rest } = parameter;
  const types = consumes.length > 0 ? consumes : ["application/json"];
  return { ...rest, content: Object.fromEntries(types.map((type) => [type, { schema }])) };
}

/** The request body of the `in: formData` parameters. */
export function formFrom(
  parameters: readonly JsonObject[],
  consumes: readonly string[],
): JsonObject {
  const fields = parameters.filter(({ name }) => typeof name === "string");
  const required = fields.filter((field) => field["required"] === true).map(nameOf);
  const schema = {
    type: "object",
    properties: Object.fromEntries(fields.map((field) => [nameOf(field), fieldFrom(field)])),
    ...(required.length > 0 && { required }),
  };
  const encoded = fields.filter(({ type }) => type === "array");
  const encoding = Object.fromEntries(encoded.map((field) => [nameOf(field), styleOf(field)]));
  const media = { schema, ...(encoded.length > 0 && { encoding }) };
  const types = formTypes(fields, consumes);
  return {
    ...(required.length > 0 && { required: true }),
    content: Object.fromEntries(types.map((type) => [type, media])),
  };
}

function nameOf({ name }: JsonObject): string {
  return typeof name === "string" ? name : "";
}

function fieldFrom(field: JsonObject): JsonObject {
  const { description } = field;
  return { ...ownSchema(field), ...(description !== undefined && { description }) };
}

/** Files require multipart. Content types that aren't forms are ignored. */
function formTypes(fields: readonly JsonObject[], consumes: readonly string[]): readonly string[] {
  if (fields.some(({ type }) => type === "file")) return [multipart];
  const forms = consumes.filter((type) => /^(multipart\/|application\/x-www-form)/.test(type));
  return forms.length > 0 ? forms : [urlencoded];
}

/** The strings of a list such as `consumes`. */
export function textsIn(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

/** The objects of a list with their indices. */
export function objectsIn(value: Json | undefined): [index: number, node: JsonObject][] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item, index): [number, JsonObject][] =>
    isObject(item) ? [[index, item]] : [],
  );
}
