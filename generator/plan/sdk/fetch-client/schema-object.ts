import type { Schema } from "../../../model/api.js";
import type { Names } from "../../names/names.js";

/** A Schema Object with the keywords that affect TypeScript types (OpenAPI 3.1). */
export type SchemaObject = Readonly<Record<string, unknown>>;

/**
 * Converts a schema of the model to a Schema Object. Named schemas become references to
 * `components/schemas`.
 */
export function schemaObject(schema: Schema, names: Names): SchemaObject {
  const { description, deprecated, nullable } = schema;
  const said = {
    ...(description !== null && { description }),
    ...(deprecated !== null && { deprecated: true }),
  };
  const written = kindObject(schema, names);
  return nullable ? { anyOf: [written, { type: "null" }], ...said } : { ...written, ...said };
}

function kindObject(schema: Schema, names: Names): SchemaObject {
  const each = (member: Schema) => schemaObject(member, names);
  switch (schema.kind) {
    case "scalar":
      return schema.format === "binary" ? binary : { type: schema.type };
    case "enum": {
      const values = schema.values.filter((value) => value !== null);
      const types = [...new Set(values.map((value) => typeof value))];
      const listed = { type: types, enum: values };
      return schema.isOpen ? { anyOf: [listed, { type: types }] } : listed;
    }
    case "array":
      return { type: "array", items: each(schema.items) };
    case "tuple":
      return tupleOf(schema, each);
    case "object":
      return objectOf(schema, each);
    case "union":
      return { anyOf: schema.members.map(each) };
    case "intersection":
      return { allOf: schema.members.map(each) };
    case "named":
      return { $ref: `#/components/schemas/${names.model(schema.name).type}` };
    case "unknown":
      return {};
    case "never":
      return { enum: [] };
  }
}

export const binary: SchemaObject = { type: "string", format: "binary" };

/**
 * openapi-typescript prints only tuples of a fixed length; others become lists of all their item
 * types.
 */
function tupleOf(
  { members, least, rest }: Extract<Schema, { kind: "tuple" }>,
  each: (schema: Schema) => SchemaObject,
): SchemaObject {
  const prefixItems = members.map(each);
  if (rest === null && least === members.length) return { type: "array", prefixItems };
  return { type: "array", items: { anyOf: [...prefixItems, ...(rest ? [each(rest)] : [])] } };
}

/**
 * The type of additional properties includes the types of the fields; otherwise, TypeScript would
 * accept no value.
 */
function objectOf(
  { fields, additional, patterns }: Extract<Schema, { kind: "object" }>,
  each: (schema: Schema) => SchemaObject,
): SchemaObject {
  const properties = fields.map(({ name, schema }) => [name, each(schema)] as const);
  const further = [...(additional ? [additional] : []), ...patterns.map(({ schema }) => schema)];
  const values = [...further.map(each), ...properties.map(([, property]) => property)];
  return {
    type: "object",
    properties: Object.fromEntries(properties),
    required: fields.filter(({ required }) => required).map(({ name }) => name),
    ...(further.length > 0 && { additionalProperties: { anyOf: values } }),
  };
}
