import type { Schema } from "../../model/api.js";
import { type FindSchema, followed } from "../../model/schema/find-schema.js";
import { flattenedFields, flattenedObject } from "../../model/schema/flattened-fields.js";

/** A `readOnly` field is in responses alone, a `writeOnly` one in requests. */
export type Access = "readOnly" | "writeOnly";

/**
 * The names of an object's fields that are marked, where all of its fields are known. Those of the
 * objects in it aren't looked at: requests and responses share their types.
 */
export function fieldsMarked(access: Access, schema: Schema, find: FindSchema): string[] {
  const fields = flattenedFields(schema, find) ?? [];
  return fields
    .filter((field) => field.schema[access] || followed(field.schema, find)?.[access] === true)
    .map(({ name }) => name);
}

/** A schema without its marked fields: one object with the others, where there are any. */
export function withoutMarked(access: Access, schema: Schema, find: FindSchema): Schema {
  const marked = new Set(fieldsMarked(access, schema, find));
  const object = marked.size === 0 ? null : flattenedObject(schema, find);
  if (object === null) return schema;
  return { ...schema, ...object, fields: object.fields.filter(({ name }) => !marked.has(name)) };
}
