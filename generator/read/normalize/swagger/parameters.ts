import { isObject, type Json, type JsonObject } from "../../document/document.js";

/** The OpenAPI 3 equivalents of `collectionFormat` in a query or a form. */
const styles: Readonly<Record<string, JsonObject>> = {
  csv: { explode: false },
  ssv: { style: "spaceDelimited", explode: false },
  // OpenAPI 3 has no style for tabs; the model supports this one in addition.
  tsv: { style: "tabDelimited", explode: false },
  pipes: { style: "pipeDelimited", explode: false },
  multi: { style: "form", explode: true },
};

/** Converts a parameter in path, query or header. */
export function parameterFrom(parameter: JsonObject): JsonObject {
  if (typeof parameter["$ref"] === "string") return parameter;
  return {
    ...withoutSchemaKeys(parameter),
    ...styleOf(parameter),
    schema: isObject(parameter["schema"]) ? parameter["schema"] : ownSchema(parameter),
  };
}

/**
 * Records the original location of a parameter or a header, and of the keywords that its schema
 * gets from it.
 */
export function recordParameter(
  node: JsonObject,
  { oldPointer, newPointer }: { readonly oldPointer: string; readonly newPointer: string },
  origins: Map<string, string>,
): void {
  // References are converted by the first location that is recorded for them.
  origins.set(newPointer, oldPointer);
  if (!isObject(node["schema"])) origins.set(`${newPointer}/schema`, oldPointer);
}

/** The same in a path or a header. OpenAPI 3 has only commas; the model supports these in addition. */
const separatedStyles: Readonly<Record<string, string>> = {
  ssv: "spaceSeparated",
  tsv: "tabSeparated",
  pipes: "pipeSeparated",
};

export function headerFrom(header: JsonObject): JsonObject {
  return { ...withoutSchemaKeys(header), schema: ownSchema(header) };
}

/** The serialization style of a list parameter; empty for anything else. */
export function styleOf({ type, in: location, collectionFormat }: JsonObject): JsonObject {
  if (type !== "array") return {};
  const format = typeof collectionFormat === "string" ? collectionFormat : "csv";
  if (location === "query" || location === "formData") return styles[format] ?? {};
  const style = separatedStyles[format];
  return { explode: false, ...(style !== undefined && { style }) };
}

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

/** The keys of a parameter or header that aren't part of its schema. */
function withoutSchemaKeys(node: JsonObject): JsonObject {
  const schemaRelated = new Set([...schemaKeys, "collectionFormat", "schema"]);
  return Object.fromEntries(Object.entries(node).filter(([key]) => !schemaRelated.has(key)));
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
