import type { Schema } from "../../../model/api.js";
import type { Names } from "../../names/names.js";

/** A Schema Object in the keywords that TypeScript has a type for (OpenAPI 3.1). */
export type SchemaObject = Readonly<Record<string, unknown>>;

/** A schema of the model, written back. Named schemas are references to `components/schemas`. */
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
      return { type: "array", prefixItems: schema.members.map(each) };
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
  }
}

/** Bytes. */
export const binary: SchemaObject = { type: "string", format: "binary" };

/** Further fields are never narrower than the fields beside them, or TypeScript takes no value. */
function objectOf(
  { fields, additional }: Extract<Schema, { kind: "object" }>,
  each: (schema: Schema) => SchemaObject,
): SchemaObject {
  const properties = fields.map(({ name, schema }) => [name, each(schema)] as const);
  const further = additional && [each(additional), ...properties.map(([, property]) => property)];
  return {
    type: "object",
    properties: Object.fromEntries(properties),
    required: fields.filter(({ required }) => required).map(({ name }) => name),
    ...(further && { additionalProperties: further.length > 1 ? { anyOf: further } : further[0] }),
  };
}
