import type { Json, JsonObject } from "../../document/document.js";

/** What describes a value, in a parameter, header or item of Swagger 2.0 and in a schema alike. */
const schemaKeys = (
  "type format items default enum maximum exclusiveMaximum minimum exclusiveMinimum maxLength " +
  "minLength pattern maxItems minItems uniqueItems multipleOf x-nullable"
).split(" ");

/** The schema that a parameter or header of Swagger 2.0 is by itself. */
export function ownSchema(node: JsonObject): JsonObject {
  const entries = schemaKeys.flatMap((key): [string, Json][] => {
    const value = node[key];
    return value === undefined ? [] : [[key, value]];
  });
  return Object.fromEntries(entries);
}

/** What remains of it beside its schema. */
export function besideSchema(node: JsonObject): JsonObject {
  const gone = new Set([...schemaKeys, "collectionFormat", "schema"]);
  return Object.fromEntries(Object.entries(node).filter(([key]) => !gone.has(key)));
}

/** A schema of Swagger 2.0 in the words of OpenAPI 3.0; what it contains is left as it is. */
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

/** Swagger 2.0 has only the name of the property. */
function discriminatorFrom(discriminator: Json): Json {
  return typeof discriminator === "string" ? { propertyName: discriminator } : discriminator;
}
