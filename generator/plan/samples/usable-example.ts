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
  return example && usablePart(example.value, schema, { find, known: new Map() });
}

/** The example of a field, or of the schema that it refers to. */
export function exampleOf({ example, schema }: Field, find: FindSchema): Example | null {
  return example ?? followed(schema, find)?.example ?? null;
}

/** Whether an example fits its schema, at least in part; in some documents it doesn't. */
export function isUsable(example: Example | null, schema: Schema, find: FindSchema): boolean {
  return usableExample(example, schema, find) !== null;
}

interface Search {
  readonly find: FindSchema;
  /**
   * The usable part of each value, by the name of its schema. `null` while it is looked for, which
   * ends recursion. Each is looked for once, since members of unions may lead to the same schema.
   */
  readonly known: Map<string, Map<unknown, Example | null>>;
}

function usablePart(value: unknown, schema: Schema, search: Search): Example | null {
  if (value === null && schema.nullable) return { value };
  if (schema.kind === "named") return usablePartOfNamed(value, schema.name, search);
  if (fitsSchema(value, schema, search.find)) return { value };
  switch (schema.kind) {
    case "union":
      return largest(schema.members.map((member) => usablePart(value, member, search)));
    case "array":
      return Array.isArray(value) ? usableItems(value, schema.items, search) : null;
    case "object":
    case "intersection":
      return isRecord(value) ? usableFields(value, schema, search) : null;
    default:
      return null;
  }
}

function usablePartOfNamed(value: unknown, name: string, search: Search): Example | null {
  const parts = search.known.get(name) ?? new Map<unknown, Example | null>();
  search.known.set(name, parts);
  const known = parts.get(value);
  if (known !== undefined) return known;
  parts.set(value, null);
  const target = search.find(name);
  const part = target ? usablePart(value, target, search) : null;
  parts.set(value, part);
  return part;
}

function usableItems(items: readonly unknown[], schema: Schema, search: Search): Example | null {
  const parts = items.map((item) => usablePart(item, schema, search));
  return parts.every((part) => part !== null) ? { value: parts.map(({ value }) => value) } : null;
}

function usableFields(
  value: Readonly<Record<string, unknown>>,
  schema: Schema,
  search: Search,
): Example | null {
  const { find } = search;
  const object = flattenedObject({ ...schema, nullable: false }, find);
  if (object === null) return null;
  const fields = new Map(object.fields.map((field) => [field.name, field.schema]));
  const parts = Object.entries(value).flatMap(([name, each]) => {
    const own = fields.get(name) ?? object.additional;
    const part = own && usablePart(each, own, search);
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
