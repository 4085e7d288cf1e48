import type { Example, Field, Schema } from "../../model/api/schema.js";
import { type FindSchema, followed } from "../../model/schema/find-schema.js";
import { flattenedObject } from "../../model/schema/flattened-fields.js";
import { isRecord } from "../../record.js";
import { distinct, isListWithin, isUniqueList, limitIn } from "./constraints.js";
import { fitsSchema } from "./fits-schema.js";

/**
 * The part of an example that its schema allows: without fields that the schema doesn't have,
 * optional fields and items whose values don't fit, and surplus items. JSON in a string is parsed
 * if its schema allows no string. `null` if nothing is left, or a required part doesn't fit.
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
      if (typeof value === "string") return usablePartOfJson(value, schema, search);
      return Array.isArray(value) ? usableItems(value, schema, search) : null;
    case "object":
    case "intersection":
      if (typeof value === "string") return usablePartOfJson(value, schema, search);
      return isRecord(value) ? usableFields(value, schema, search) : null;
    default:
      return null;
  }
}

function usablePartOfJson(text: string, schema: Schema, search: Search): Example | null {
  const value = parsedJson(text);
  return typeof value === "object" ? usablePart(value, schema, search) : null;
}

/** The value of an example of JSON that is written as a string; other values as they are. */
export function parsedJson(value: unknown): unknown {
  if (typeof value !== "string") return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
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

function usableItems(
  items: readonly unknown[],
  { items: item, constraints }: Extract<Schema, { kind: "array" }>,
  search: Search,
): Example | null {
  const parts = items.flatMap((each) => {
    const part = usablePart(each, item, search);
    return part ? [part.value] : [];
  });
  const different = isUniqueList(constraints) ? distinct(parts) : parts;
  const value = different.slice(0, limitIn(constraints, "maxItems") ?? Infinity);
  return value.length > 0 && isListWithin(value, constraints) ? { value } : null;
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
