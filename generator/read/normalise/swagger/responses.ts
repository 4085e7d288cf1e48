import { isObject, type Json, type JsonObject, pointerTo } from "../../document/document.js";
import type { Origins } from "./origins.js";
import { headerFrom } from "./parameters.js";

/** Converts the responses of an operation, or the document's named ones. */
export function responsesFrom(
  responses: Json | undefined,
  produces: readonly string[],
  pointer: string,
  origins: Origins,
  now = pointer,
): Json {
  if (!isObject(responses)) return responses ?? {};
  const entries = Object.entries(responses).map(([key, response]): [string, Json] => {
    if (!isObject(response) || key.startsWith("x-")) return [key, response];
    const places = { old: pointerTo(pointer, key), now: pointerTo(now, key) };
    return [key, responseFrom(response, produces, places, origins)];
  });
  return Object.fromEntries(entries);
}

interface Places {
  readonly old: string;
  readonly now: string;
}

function responseFrom(
  response: JsonObject,
  produces: readonly string[],
  { old, now }: Places,
  origins: Origins,
): JsonObject {
  if (typeof response["$ref"] === "string") return response;
  const { schema, headers, examples, ...rest } = response;
  const samples = isObject(examples) ? examples : {};
  const types = schema === undefined ? Object.keys(samples) : typesOf(schema, produces);
  const content = types.map((type): [string, Json] => {
    origins.set(pointerTo(now, "content", type, "schema"), `${old}/schema`);
    origins.set(pointerTo(now, "content", type, "example"), pointerTo(old, "examples", type));
    const sample = Object.hasOwn(samples, type) ? { example: samples[type] ?? null } : {};
    return [type, { ...(schema !== undefined && { schema }), ...sample }];
  });
  return {
    description: "",
    ...rest,
    ...(isObject(headers) && { headers: headersFrom(headers) }),
    ...(content.length > 0 && { content: Object.fromEntries(content) }),
  };
}

/** A file is bytes, whatever the document says of its other responses. */
function typesOf(schema: Json, produces: readonly string[]): readonly string[] {
  const isFile = isObject(schema) && schema["type"] === "file";
  if (!isFile) return produces.length > 0 ? produces : ["application/json"];
  const types = produces.filter((type) => !/[/+](json|xml)\b/i.test(type));
  return types.length > 0 ? types : [produces.length > 0 ? "*/*" : "application/octet-stream"];
}

function headersFrom(headers: JsonObject): JsonObject {
  const entries = Object.entries(headers).map(([name, header]): [string, Json] => [
    name,
    isObject(header) ? headerFrom(header) : header,
  ]);
  return Object.fromEntries(entries);
}
