import type { EnumValue, Field, Schema } from "../../model/api/schema.js";
import { type FindSchema, followed } from "../../model/schema/find-schema.js";

/** A field of all members of a union, each of whose values belongs to one member. */
export interface DiscriminatingField {
  readonly property: string;
  /** The values of each member, in the members' order. */
  readonly values: readonly (readonly EnumValue[])[];
}

/** The field that discriminates the members of a union, or `null` if there is none. */
export function discriminatingField(
  members: readonly Schema[],
  find: FindSchema,
): DiscriminatingField | null {
  const [first, ...others] = members.map((member) => listedValues(member, find));
  if (first === undefined || others.length === 0) return null;
  for (const [property, own] of first) {
    const values = [own, ...others.map((each) => each.get(property) ?? [])];
    const all = values.flat();
    const isOwn = new Set(all).size === all.length && values.every((each) => each.length > 0);
    if (isOwn) return { property, values };
  }
  return null;
}

/** The listed values of fields that have them, by field name. */
function listedValues(schema: Schema, find: FindSchema): Map<string, readonly EnumValue[]> {
  return new Map(
    fieldsIn(schema, find).flatMap((field): [string, readonly EnumValue[]][] => {
      const target = followed(field.schema, find);
      return target?.kind === "enum" && !target.isOpen && field.required
        ? [[field.name, target.values]]
        : [];
    }),
  );
}

/** @param seen the names on the path, which end recursion. */
function fieldsIn(schema: Schema, find: FindSchema, seen: readonly string[] = []): Field[] {
  switch (schema.kind) {
    case "object":
      return [...schema.fields];
    case "intersection":
      return schema.members.flatMap((member) => fieldsIn(member, find, seen));
    case "named": {
      const target = seen.includes(schema.name) ? undefined : find(schema.name);
      return target === undefined ? [] : fieldsIn(target, find, [...seen, schema.name]);
    }
    default:
      return [];
  }
}
