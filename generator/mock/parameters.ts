import { grouped } from "../grouped.js";
import type { Operation } from "../model/api/operation.js";
import type { Parameter } from "../model/api/parameter.js";
import type { Field, Schema } from "../model/api/schema.js";
import { type FindSchema, followed } from "../model/schema/find-schema.js";
import { flattenedObject } from "../model/schema/flattened-fields.js";
import { fitsPart } from "../plan/samples/fits-schema.js";
import { decoded, patternOf } from "../text.js";
import type { Received } from "./received.js";
import { schemaFaults } from "./schema-faults.js";

/** What is wrong with the parameters of a request, one line each. */
export function parameterFaults(
  { parameters }: Operation,
  received: Received,
  pathValues: ReadonlyMap<string, string>,
  find: FindSchema,
): string[] {
  return parameters.flatMap((parameter) => {
    const value = sentValue(parameter, received, pathValues, find);
    const label = `${parameter.in} parameter ${parameter.name}`;
    if (value === undefined) return parameter.required ? [`${label} is required`] : [];
    return schemaFaults(value, parameter.schema, find).map(
      ({ pointer, message }) => `${label}${pointer} ${message}`,
    );
  });
}

/** The value of a parameter; `undefined` if it wasn't sent. */
function sentValue(
  parameter: Parameter,
  { url, headers }: Received,
  pathValues: ReadonlyMap<string, string>,
  find: FindSchema,
): unknown {
  const { name } = parameter;
  switch (parameter.in) {
    case "query":
      return queryValue(parameter, url, find);
    case "header": {
      const text = headers.get(name);
      return text === null ? undefined : delimitedValue(text, parameter, find, String);
    }
    case "cookie": {
      const cookies = new URLSearchParams((headers.get("Cookie") ?? "").replace(/;\s*/g, "&"));
      const text = cookies.get(name);
      return text === null ? undefined : delimitedValue(text, parameter, find, String);
    }
    case "path": {
      const text = pathValues.get(name);
      if (text === undefined || text === "") return undefined;
      return delimitedValue(text, parameter, find, decoded);
    }
  }
}

/**
 * A value in a path, header or cookie (OpenAPI 3.1, Style Values).
 *
 * @param text as it was sent.
 * @param decode removes the percent-encoding of its place.
 */
function delimitedValue(
  text: string,
  { name, schema, serialization }: Parameter,
  find: FindSchema,
  decode: (text: string) => string,
): unknown {
  if (serialization?.kind === "json") return jsonOr(decode(text));
  const { style = "simple", explode = false } =
    serialization?.kind === "style" ? serialization : {};
  const own = new RegExp(`^${patternOf(name)}=`);
  const parts = {
    label: () => text.replace(/^\./, "").split(explode ? "." : ","),
    matrix: () =>
      explode
        ? text
            .replace(/^;/, "")
            .split(";")
            .map((part) => part.replace(own, ""))
        : text.replace(/^;/, "").replace(own, "").split(","),
    other: () => text.split(delimiters[style] ?? ","),
  }[style === "label" || style === "matrix" ? style : "other"]();
  const separator = explode && style !== "simple" ? (style === "label" ? "." : ";") : ",";
  return fromParts(parts.map(decode), decode(parts.join(separator)), schema, find);
}

const delimiters: Readonly<Record<string, RegExp>> = {
  spaceDelimited: /%20|\+| /,
  pipeDelimited: /%7C|\|/i,
  tabDelimited: /%09|\t/,
  spaceSeparated: /%20| /,
  pipeSeparated: /%7C|\|/i,
  tabSeparated: /%09|\t/,
  form: /,/,
};

function queryValue(
  { name, schema, serialization }: Parameter,
  { search, searchParams }: URL,
  find: FindSchema,
): unknown {
  if (serialization?.kind === "querystring") {
    if (search.length <= 1) return undefined;
    return serialization.format === "json"
      ? jsonOr(decodedQuery(search.slice(1)))
      : formValue(searchParams, schema, find);
  }
  const { style = "form", explode = true } = serialization?.kind === "style" ? serialization : {};
  if (style === "deepObject") return deepValue(name, searchParams, schema, find);
  const object = objectIn(schema, find);
  if (object !== null && explode && serialization?.kind !== "json") {
    return formValue(searchParams, schema, find);
  }
  if (!searchParams.has(name)) return undefined;
  if (serialization?.kind === "json") return jsonOr(searchParams.get(name) ?? "");
  if (explode)
    return fromParts(searchParams.getAll(name), searchParams.get(name) ?? "", schema, find);
  const raw =
    new RegExp(`[?&]${patternOf(encodeURIComponent(name.toWellFormed()))}=([^&]*)`).exec(
      search,
    )?.[1] ?? "";
  const parts = raw.split(delimiters[style] ?? /,/).map(decodedQuery);
  return fromParts(parts, searchParams.get(name) ?? "", schema, find);
}

/** An object whose fields are separate pairs: `?color=red&size=1`. `undefined` if none was sent. */
export function formValue(pairs: URLSearchParams, schema: Schema, find: FindSchema): unknown {
  const fields = objectIn(schema, find)?.fields ?? [];
  const entries = fields.flatMap(({ name, schema: inner }: Field): [string, unknown][] =>
    pairs.has(name)
      ? [[name, fromParts(pairs.getAll(name), pairs.get(name) ?? "", inner, find)]]
      : pairs.has(`${name}[]`)
        ? [[name, fromParts(pairs.getAll(`${name}[]`), "", inner, find)]]
        : [],
  );
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** `?filter[color]=red`; deeper keys and list indices are kept as objects and lists. */
function deepValue(
  name: string,
  pairs: URLSearchParams,
  schema: Schema,
  find: FindSchema,
): unknown {
  const fields = objectIn(schema, find)?.fields ?? [];
  const entries = grouped(
    [...pairs].flatMap(([key, value]): [string, string][] => {
      const inner = key.startsWith(`${name}[`)
        ? /^\[([^\]]*)\]/.exec(key.slice(name.length))?.[1]
        : undefined;
      return inner === undefined ? [] : [[inner, value]];
    }),
  );
  if (entries.size === 0) return undefined;
  return Object.fromEntries(
    [...entries].map(([key, values]) => {
      const field = fields.find((each) => each.name === key);
      return [key, field ? fromParts(values, values[0] ?? "", field.schema, find) : values[0]];
    }),
  );
}

function fromParts(
  parts: readonly string[],
  whole: string,
  schema: Schema,
  find: FindSchema,
): unknown {
  const target = followed(schema, find);
  if (target?.kind === "array") return parts.map((part) => scalarFrom(part, target.items, find));
  if (target?.kind === "object") {
    const pairs = parts.some((part) => part.includes("="))
      ? parts.map((part): [string, string] => [
          part.replace(/=.*/s, ""),
          part.replace(/^[^=]*=/, ""),
        ])
      : parts.flatMap((part, index): [string, string][] =>
          index % 2 === 0 ? [[part, parts[index + 1] ?? ""]] : [],
        );
    const fields = new Map(target.fields.map((field) => [field.name, field.schema]));
    return Object.fromEntries(
      pairs.map(([key, text]) => {
        const inner = fields.get(key);
        return [key, inner ? scalarFrom(text, inner, find) : text];
      }),
    );
  }
  const single = scalarFrom(whole, schema, find);
  if (fitsPart(single, schema, find)) return single;
  const list = parts.map((part) => jsonOr(part));
  return parts.length > 1 && fitsPart(list, schema, find) ? list : single;
}

/**
 * The value of a text that fits the schema: the text itself, else the number, boolean or null that
 * it represents.
 */
export function scalarFrom(text: string, schema: Schema, find: FindSchema): unknown {
  const candidates = [text, jsonOr(text)];
  return (
    candidates.find((candidate) => schemaFaults(candidate, schema, find).length === 0) ??
    candidates[1]
  );
}

function objectIn(schema: Schema, find: FindSchema) {
  const target = followed(schema, find);
  if (target?.kind === "object") return target;
  return target?.kind === "intersection" ? flattenedObject(target, find) : null;
}

/** In a query, a plus sign is a space. */
function decodedQuery(text: string): string {
  return decoded(text.replaceAll("+", " "));
}

/** The JSON value of a text, or the text itself if it isn't JSON. */
function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
