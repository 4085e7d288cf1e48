import type { Schema, SchemaKind } from "../model/api.js";
import type { FindSchema } from "./find-schema.js";

type ObjectSchema = Extract<SchemaKind, { kind: "object" }>;

/** Whether a value has the TypeScript type of a schema: examples of documents often don't. */
export function isValueOf(value: unknown, schema: Schema, find: FindSchema): boolean {
  return fits(value, schema, find, true);
}

/** The same of one of several schemas that a value is held to: it may have fields of the others too. */
export function isPartOf(value: unknown, schema: Schema, find: FindSchema): boolean {
  return fits(value, schema, find, false);
}

/**
 * @param isWhole whether fields that the schema doesn't name are too many, as in an object literal.
 * @param asked the named schemas that the value is held to already: a loop asks for nothing more.
 */
function fits(
  value: unknown,
  target: Schema,
  find: FindSchema,
  isWhole: boolean,
  asked: readonly string[] = [],
): boolean {
  if (value === null && target.nullable) return true;
  switch (target.kind) {
    case "scalar":
      return isScalar(value, target.type);
    case "enum":
      return target.values.some(
        (allowed) => allowed === value || (target.isOpen && typeof allowed === typeof value),
      );
    case "array":
      return Array.isArray(value) && value.every((item) => fits(item, target.items, find, true));
    case "tuple":
      return (
        Array.isArray(value) &&
        value.length === target.members.length &&
        target.members.every((member, index) => fits(value[index], member, find, true))
      );
    case "object":
      return isFields(value) && hasFields(value, target, find, isWhole);
    case "union":
      return target.members.some((member) => fits(value, member, find, isWhole, asked));
    case "intersection":
      return target.members.every((member) => fits(value, member, find, false, asked));
    case "named": {
      const named = find(target.name);
      if (asked.includes(target.name)) return true;
      return named !== undefined && fits(value, named, find, isWhole, [...asked, target.name]);
    }
    case "unknown":
      return true;
  }
}

function isScalar(value: unknown, type: string): boolean {
  if (type === "null") return value === null;
  return typeof value === (type === "integer" ? "number" : type);
}

function hasFields(
  value: Readonly<Record<string, unknown>>,
  { fields, additional }: ObjectSchema,
  find: FindSchema,
  isWhole: boolean,
): boolean {
  const known = new Set(fields.map(({ name }) => name));
  return (
    fields.every(({ name, required, schema }) =>
      Object.hasOwn(value, name) ? fits(value[name], schema, find, isWhole) : !required,
    ) &&
    Object.entries(value).every(
      ([name, field]) =>
        known.has(name) ||
        (additional === null ? !isWhole : fits(field, additional, find, isWhole)),
    )
  );
}

/** Whether a value is an object with fields, and no list. */
export function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
