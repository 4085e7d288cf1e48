import type { Json, JsonObject } from "../../document/document.js";

/** Keywords that parameters, headers and items of Swagger 2.0 share with schemas. */
const schemaKeys = (
  "type format items default enum maximum exclusiveMaximum minimum exclusiveMinimum maxLength " +
  "minLength pattern maxItems minItems uniqueItems multipleOf x-nullable"
).split(" ");

/** The schema that a Swagger 2.0 parameter or header contains inline. */
export function ownSchema(node: JsonObject): JsonObject {
  const entries = schemaKeys.flatMap((key): [string, Json][] => {
    const value = node[key];
    return value === undefined ? [] : [[key, value]];
  });
  return Object.fromEntries(entries);
}

/** Its keys that aren't part of the schema. */
export function besideSchema(node: JsonObject): JsonObject {
  const gone = new Set([...schemaKeys, "collectionFormat", "schema"]);
  return Object.fromEntries(Object.entries(node).filter(([key]) => !gone.has(key)));
}

/** Converts one schema of Swagger 2.0 to OpenAPI 3.0, without its subschemas. */
export function convertedSchema(schema: JsonObject): JsonObject {
  const { discriminator, type, collectionFormat, ...rest } = schema;
  const isSame = discriminator === undefined && type !== "file" && collectionFormat === undefined;
  if (isSame) return schema;
  return {
    ...(type === "file" ? { type: "string", format: "binary" } : type !== undefined && { type }),
    ...rest,
    ...(discriminator !== undefined && { discriminator: discriminatorFrom(discriminator) }),
  };
}

/** In Swagger 2.0, a discriminator is only a property name. */
function discriminatorFrom(discriminator: Json): Json {
  return typeof discriminator === "string" ? { propertyName: discriminator } : discriminator;
}
