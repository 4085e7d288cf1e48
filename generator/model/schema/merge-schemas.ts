import type { EnumValue, Field, Schema, SchemaKind } from "../api/schema.js";
import { type FindSchema, followed } from "./find-schema.js";

/**
 * The schema of the values that two schemas both allow, as in `allOf`; `never` if they contradict
 * each other. A named schema keeps its name, unless the other one is narrower.
 */
export function mergedSchema(first: Schema, second: Schema, find: FindSchema): Schema {
  const nullable = isNullable(first, find) && isNullable(second, find);
  const kind = mergedKind(first, second, find);
  const isFirst = kind === first;
  const [main, other] = isFirst ? [first, second] : [second, first];
  return {
    ...main,
    ...kind,
    nullable: kind === main && main.kind === "named" ? main.nullable && nullable : nullable,
    description: main.description ?? other.description,
    deprecated: main.deprecated ?? other.deprecated,
    default: main.default ?? other.default,
    example: main.example ?? other.example,
    constraints: [...new Set([...first.constraints, ...second.constraints])],
  };
}

/** Merges a field of two members of an `allOf`: required if one of them requires it. */
function mergedField(first: Field, second: Field, find: FindSchema): Field {
  if (first === second) return first;
  const schema = mergedSchema(first.schema, second.schema, find);
  return {
    ...second,
    schema,
    required: first.required || second.required,
    description: second.description ?? first.description,
    deprecated: second.deprecated ?? first.deprecated,
    example: second.example ?? first.example,
  };
}

/** Whether a schema allows `null`, itself or through the schema that it refers to. */
function isNullable(schema: Schema, find: FindSchema): boolean {
  return schema.nullable || schema.kind === "unknown" || followed(schema, find)?.nullable === true;
}

/** The narrower kind of the two, else a new one. */
function mergedKind(first: Schema, second: Schema, find: FindSchema): SchemaKind {
  if (isNarrower(second, first, find)) return second;
  if (isNarrower(first, second, find)) return first;
  const one = followed(first, find) ?? first;
  const other = followed(second, find) ?? second;
  if (isScalarOrEnum(one) && isScalarOrEnum(other)) return commonValues(one, other);
  if (first.kind === "object" && second.kind === "object") return mergedObject(first, second, find);
  if (first.kind === "array" && second.kind === "array") {
    return { kind: "array", items: mergedSchema(first.items, second.items, find) };
  }
  if (isScalarOrEnum(one) ? isContainer(other) : isScalarOrEnum(other) && isContainer(one)) {
    return { kind: "never" };
  }
  return { kind: "intersection", members: [first, second] };
}

type ScalarOrEnum = Extract<Schema, { kind: "scalar" | "enum" }>;

function isScalarOrEnum(schema: Schema): schema is ScalarOrEnum {
  return schema.kind === "scalar" || schema.kind === "enum";
}

function isContainer({ kind }: Schema): boolean {
  return kind === "object" || kind === "array" || kind === "tuple";
}

/** Whether all values of a schema are known to be values of another one. */
export function isNarrower(schema: Schema, wider: Schema, find: FindSchema): boolean {
  if (wider.kind === "unknown" || schema.kind === "never") return true;
  if (schema.kind === "named" && wider.kind === "named" && schema.name === wider.name) return true;
  const one = followed(schema, find);
  const other = followed(wider, find);
  if (one === undefined || other === undefined || !isScalarOrEnum(other)) return false;
  if (one.kind === "union") return one.members.every((each) => isNarrower(each, other, find));
  if (one.kind === "enum") return one.values.every((value) => isValue(value, other));
  return one.kind === "scalar" && other.kind === "scalar" && isSubtype(one.type, other.type);
}

function isValue(value: EnumValue, schema: ScalarOrEnum): boolean {
  if (value === null)
    return schema.nullable || (schema.kind === "scalar" && schema.type === "null");
  if (schema.kind === "enum") return schema.isOpen || schema.values.includes(value);
  return isSubtype(typeof value, schema.type);
}

function isSubtype(type: string, of: string): boolean {
  return (
    type === of ||
    (type === "integer" && of === "number") ||
    (type === "number" && of === "integer")
  );
}

function commonValues(one: ScalarOrEnum, other: ScalarOrEnum): SchemaKind {
  if (one.kind !== "enum") return { kind: "never" };
  const values = one.values.filter((value) => isValue(value, other));
  return values.length === 0 ? { kind: "never" } : { ...one, values };
}

type ObjectSchema = Extract<SchemaKind, { kind: "object" }>;

function mergedObject(first: ObjectSchema, second: ObjectSchema, find: FindSchema): ObjectSchema {
  const { additional } = first;
  return {
    kind: "object",
    fields: mergedFields([first.fields, second.fields], find),
    additional:
      additional && second.additional
        ? mergedSchema(additional, second.additional, find)
        : (additional ?? second.additional),
    patterns: [...first.patterns, ...second.patterns],
  };
}

/** The fields of all members of an `allOf`, each once, in the order of first appearance. */
export function mergedFields(lists: Iterable<readonly Field[]>, find: FindSchema): Field[] {
  const merged = new Map<string, Field>();
  for (const fields of lists) {
    for (const field of fields) {
      const known = merged.get(field.name);
      merged.set(field.name, known ? mergedField(known, field, find) : field);
    }
  }
  return [...merged.values()];
}

/** Merges objects that are members of an `allOf`. */
export function mergedObjects(objects: readonly ObjectSchema[], find: FindSchema): ObjectSchema {
  const empty: ObjectSchema = { kind: "object", fields: [], additional: null, patterns: [] };
  return objects.reduce((merged, each) => mergedObject(merged, each, find), empty);
}
