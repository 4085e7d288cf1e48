import type { Schema, SchemaKind } from "../model/api.js";
import { type FindSchema, followed } from "../model/schema/find-schema.js";
import { flattenedObject } from "../model/schema/flattened-fields.js";
import { fitsPart, isFields } from "../plan/samples/fits-schema.js";

/** Where a value doesn't fit its schema. */
export interface Fault {
  /** JSON Pointer of the value; empty for the whole. */
  readonly pointer: string;
  readonly message: string;
}

/** At most this many faults of one request are reported. */
const most = 20;

/** Where a sent value doesn't fit a schema. Undocumented fields are allowed. */
export function schemaFaults(value: unknown, schema: Schema, find: FindSchema): Fault[] {
  return faultsAt(value, schema, find, "").slice(0, most);
}

function faultsAt(value: unknown, schema: Schema, find: FindSchema, pointer: string): Fault[] {
  if (value === null && schema.nullable) return [];
  const target = followed(schema, find);
  if (target === undefined) return [];
  const object = target.kind === "object" ? target : flattenedIn(target, find);
  if (object !== null) return objectFaults(value, object, find, pointer);
  if (target.kind === "array") {
    if (!Array.isArray(value)) return [{ pointer, message: "must be a list" }];
    return value.flatMap((item, index) =>
      faultsAt(item, target.items, find, `${pointer}/${index}`),
    );
  }
  if (target.kind === "intersection") {
    return target.members.flatMap((member) => faultsAt(value, member, find, pointer));
  }
  return fitsPart(value, target, find) ? [] : [{ pointer, message: mismatchText(target) }];
}

function flattenedIn(schema: Schema, find: FindSchema) {
  return schema.kind === "intersection" ? flattenedObject(schema, find) : null;
}

function objectFaults(
  value: unknown,
  { fields }: Extract<SchemaKind, { kind: "object" }>,
  find: FindSchema,
  pointer: string,
): Fault[] {
  if (!isFields(value)) return [{ pointer, message: "must be an object" }];
  return fields.flatMap(({ name, required, schema }) => {
    const at = `${pointer}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    if (Object.hasOwn(value, name)) return faultsAt(value[name], schema, find, at);
    return required && !schema.readOnly ? [{ pointer: at, message: "is required" }] : [];
  });
}

const typeWords = {
  string: "a string",
  number: "a number",
  integer: "an integer",
  boolean: "true or false",
  null: "null",
} as const;

function mismatchText(schema: Schema): string {
  const limits = schema.constraints.length > 0 ? ` (${schema.constraints.join(", ")})` : "";
  switch (schema.kind) {
    case "scalar": {
      const format = schema.format === null ? "" : ` with the format ${schema.format}`;
      return `must be ${typeWords[schema.type]}${format}${limits}`;
    }
    case "enum":
      return `must be one of ${schema.values.map((each) => JSON.stringify(each)).join(", ")}`;
    case "union":
      return "fits none of the documented alternatives";
    case "never":
      return "is not allowed";
    default:
      return `doesn't fit its schema${limits}`;
  }
}
