import type { Example, Field, Schema } from "../../model/api/schema.js";
import { type FindSchema, followed } from "../../model/schema/find-schema.js";
import { flattenedObject } from "../../model/schema/flattened-fields.js";
import { isRecord } from "../../record.js";
import { fitsSchema } from "./fits-schema.js";

/**
 * The part of an example that its schema allows: without fields that the schema doesn't have, and
 * without optional fields whose values don't fit. `null` if nothing of it is left, or a required
 * part doesn't fit.
 */
export function usableExample(
  example: Example | null,
  schema: Schema,
  find: FindSchema,
): Example | null {
  return example && usablePart(example.value, schema, find);
}

/** The example of a field, or of the schema that it refers to. */
export function exampleOf({ example, schema }: Field, find: FindSchema): Example | null {
  return example ?? followed(schema, find)?.example ?? null;
}

/** Whether an example fits its schema, at least in part; in some documents it doesn't. */
export function isUsable(example: Example | null, schema: Schema, find: FindSchema): boolean {
  return usableExample(example, schema, find) !== null;
}

/** @param names the schemas that refer to this one with the same value, which end recursion. */
function usablePart(
  value: unknown,
  schema: Schema,
  find: FindSchema,
  names: readonly string[] = [],
): Example | null {
  if (fitsSchema(value, schema, find)) return { value };
  switch (schema.kind) {
    case "named": {
      const target = names.includes(schema.name) ? undefined : find(schema.name);
      return target ? usablePart(value, target, find, [...names, schema.name]) : null;
    }
    case "union":
      return largest(schema.members.map((member) => usablePart(value, member, find, names)));
    case "array":
      return Array.isArray(value) ? usableItems(value, schema.items, find) : null;
    case "object":
    case "intersection":
      return isRecord(value) ? usableFields(value, schema, find) : null;
    default:
      return null;
  }
}

function usableItems(items: readonly unknown[], schema: Schema, find: FindSchema): Example | null {
  const parts = items.map((item) => usablePart(item, schema, find));
  return parts.every((part) => part !== null) ? { value: parts.map(({ value }) => value) } : null;
}

function usableFields(
  value: Readonly<Record<string, unknown>>,
  schema: Schema,
  find: FindSchema,
): Example | null {
  const object = flattenedObject({ ...schema, nullable: false }, find);
  if (object === null) return null;
  const fields = new Map(object.fields.map((field) => [field.name, field.schema]));
  const parts = Object.entries(value).flatMap(([name, each]) => {
    const own = fields.get(name) ?? object.additional;
    const part = own && usablePart(each, own, find);
    return part ? [[name, part.value]] : [];
  });
  const rest = Object.fromEntries(parts);
  return parts.length > 0 && fitsSchema(rest, schema, find) ? { value: rest } : null;
}

/** The part with the most data, the first of equal ones. */
function largest(parts: readonly (Example | null)[]): Example | null {
  const [first = null] = parts
    .filter((part) => part !== null)
    .sort((one, other) => sizeOf(other) - sizeOf(one));
  return first;
}

function sizeOf({ value }: Example): number {
  return JSON.stringify(value).length;
}
