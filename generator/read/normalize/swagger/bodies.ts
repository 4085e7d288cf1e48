import { pointerTo } from "../../../pointer.js";
import { isObject, type Json, type JsonObject } from "../../document/document.js";
import { headerFrom, ownSchema, recordParameter, styleOf } from "./parameters.js";

/** Maps JSON Pointers of the converted document to those of the original. */
export type Origins = Map<string, string>;

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

/** Converts the responses of an operation, or the document's named ones. */
export function responsesFrom(
  responses: Json | undefined,
  produces: readonly string[],
  pointer: string,
  origins: Origins,
  newPointer = pointer,
): Json {
  if (!isObject(responses)) return responses ?? {};
  const entries = Object.entries(responses).map(([key, response]): [string, Json] => {
    if (!isObject(response) || key.startsWith("x-")) return [key, response];
    const places = { oldPointer: pointerTo(pointer, key), newPointer: pointerTo(newPointer, key) };
    return [key, responseFrom(response, produces, places, origins)];
  });
  return Object.fromEntries(entries);
}

interface Places {
  readonly oldPointer: string;
  readonly newPointer: string;
}

function responseFrom(
  response: JsonObject,
  produces: readonly string[],
  places: Places,
  origins: Origins,
): JsonObject {
  if (typeof response["$ref"] === "string") return response;
  const { oldPointer, newPointer } = places;
  const { schema, headers, examples, ...rest } = response;
  const samples = isObject(examples) ? examples : {};
  const types = schema === undefined ? Object.keys(samples) : typesOf(schema, produces);
  const content = types.map((type): [string, Json] => {
    origins.set(pointerTo(newPointer, "content", type, "schema"), `${oldPointer}/schema`);
    origins.set(
      pointerTo(newPointer, "content", type, "example"),
      pointerTo(oldPointer, "examples", type),
    );
    const sample = Object.hasOwn(samples, type) ? { example: samples[type] ?? null } : {};
    return [type, { ...(schema !== undefined && { schema }), ...sample }];
  });
  return {
    description: "",
    ...rest,
    ...(isObject(headers) && { headers: headersFrom(headers, places, origins) }),
    ...(content.length > 0 && { content: Object.fromEntries(content) }),
  };
}

/** A file is bytes, even if `produces` lists JSON or XML. */
function typesOf(schema: Json, produces: readonly string[]): readonly string[] {
  const isFile = isObject(schema) && schema["type"] === "file";
  if (!isFile) return produces.length > 0 ? produces : ["application/json"];
  const types = produces.filter((type) => !/[/+](json|xml)\b/i.test(type));
  return types.length > 0 ? types : [produces.length > 0 ? "*/*" : "application/octet-stream"];
}

function headersFrom(headers: JsonObject, response: Places, origins: Origins): JsonObject {
  const entries = Object.entries(headers).map(([name, header]): [string, Json] => {
    if (!isObject(header)) return [name, header];
    const oldPointer = pointerTo(response.oldPointer, "headers", name);
    const newPointer = pointerTo(response.newPointer, "headers", name);
    recordParameter(header, { oldPointer, newPointer }, origins);
    return [name, headerFrom(header)];
  });
  return Object.fromEntries(entries);
}
