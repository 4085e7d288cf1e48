import { isObject, type Json, type JsonObject } from "../../generator/read/document/document.js";

/** What openapi-typescript reads otherwise than the specification has it, and where that says so. */
interface Exception {
  readonly reason: string;
  /** Whether one object of a schema, at any depth, has it. */
  readonly isIn: (node: JsonObject) => boolean;
}

const exceptions: readonly Exception[] = [
  {
    reason: "bytes are files in multipart bodies (OpenAPI 3.1, 4.8.14.4)",
    isIn: ({ format, contentMediaType }) => format === "binary" || contentMediaType !== undefined,
  },
  {
    reason: "a reference leads below a schema (RFC 6901)",
    isIn: ({ $ref }) => typeof $ref === "string" && !/^#\/components\/schemas\/[^/]+$/.test($ref),
  },
  {
    reason: "a required field needs no schema here (JSON Schema 2020-12, Validation, 6.5.3)",
    isIn: ({ required, properties }) =>
      Array.isArray(required) &&
      required.some((name) => !isObject(properties) || !Object.hasOwn(properties, String(name))),
  },
  {
    reason: "a constant may be 0, false, null or empty (JSON Schema 2020-12, Validation, 6.1.3)",
    isIn: (node) => "const" in node && !node["const"],
  },
  {
    reason: "a tuple may be shorter or longer (JSON Schema 2020-12, Core, 10.3.1)",
    isIn: ({ prefixItems }) => prefixItems !== undefined,
  },
  {
    reason: "keywords beside alternatives hold too (JSON Schema 2020-12, Core, 10.2)",
    isIn: (node) =>
      (node["anyOf"] !== undefined || node["oneOf"] !== undefined) &&
      ["type", "properties", "allOf", "additionalProperties"].some((key) => key in node),
  },
  {
    reason: "further fields are forbidden (JSON Schema 2020-12, Core, 10.3.2.3)",
    isIn: ({ additionalProperties, properties }) =>
      additionalProperties === false && Object.keys(Object(properties)).length === 0,
  },
  {
    reason: "keywords of objects and lists imply the type (JSON Schema 2020-12, Core, 7.6.1)",
    isIn: (node) => node["type"] === undefined && ("items" in node || "properties" in node),
  },
];

/** The schemas that can't be compared, with the reason: those that have an exception, and those that refer to them. */
export function openapiTypescriptDiffers(
  schemas: Readonly<Record<string, Json>>,
): ReadonlyMap<string, string> {
  const left = new Map<string, string>();
  const referring = new Map<string, string[]>();
  for (const [name, schema] of Object.entries(schemas)) {
    for (const node of objectsIn(schema)) {
      const exception = exceptions.find(({ isIn }) => isIn(node));
      if (exception !== undefined) left.set(name, exception.reason);
      const target = /^#\/components\/schemas\/(.+)$/.exec(String(node["$ref"]))?.[1];
      if (target !== undefined) referring.set(target, [...(referring.get(target) ?? []), name]);
    }
  }
  // A map gives those that are added meanwhile, too.
  for (const [name, reason] of left) {
    for (const other of referring.get(name) ?? []) if (!left.has(other)) left.set(other, reason);
  }
  return left;
}

function objectsIn(value: Json): JsonObject[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  if (!isObject(value)) return [];
  return [value, ...Object.values(value).flatMap(objectsIn)];
}
