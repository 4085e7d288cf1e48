import type { Schema } from "../../model/api.js";
import { type FindSchema, followed } from "../find-schema.js";
import { flattenedFields } from "../flattened-fields.js";

/** What is `readOnly` stands in responses alone, and what is `writeOnly` in requests. */
export type Access = "readOnly" | "writeOnly";

/**
 * The names of an object's fields that are marked so, where all of its fields are known. Those of
 * the objects in it aren't looked at: its type names theirs, which requests and responses share.
 */
export function fieldsMarked(access: Access, schema: Schema, find: FindSchema): string[] {
  const fields = flattenedFields(schema, find) ?? [];
  return fields
    .filter((field) => field.schema[access] || followed(field.schema, find)?.[access] === true)
    .map(({ name }) => name);
}

/** A schema without some of the fields that it lists itself; what it names stays whole. */
export function withoutFields(schema: Schema, names: readonly string[]): Schema {
  if (names.length === 0) return schema;
  switch (schema.kind) {
    case "object": {
      const left = new Set(names);
      return { ...schema, fields: schema.fields.filter(({ name }) => !left.has(name)) };
    }
    case "intersection":
      return { ...schema, members: schema.members.map((each) => withoutFields(each, names)) };
    default:
      return schema;
  }
}
