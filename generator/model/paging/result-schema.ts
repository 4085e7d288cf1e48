import type { Operation } from "../api/operation.js";
import type { ResultPath } from "../api/paging.js";
import type { Field, NamedSchema, Schema } from "../api/schema.js";

/** Looks up schemas and fields in a document. */
export interface SchemaLookup {
  /** The schema after following references; `undefined` if there is none. */
  readonly follow: (schema: Schema) => Schema | undefined;
  /** The fields of an object, an `allOf` of objects, or the only object of a union. */
  readonly fields: (schema: Schema) => readonly Field[];
}

export function schemaLookup(schemas: readonly NamedSchema[]): SchemaLookup {
  const byName = new Map(schemas.map(({ name, schema }) => [name, schema]));
  const follow = (schema: Schema, seen: ReadonlySet<string> = new Set()): Schema | undefined => {
    if (schema.kind !== "named") return schema;
    const target = seen.has(schema.name) ? undefined : byName.get(schema.name);
    return target && follow(target, new Set([...seen, schema.name]));
  };
  const fields = (schema: Schema, within: readonly Schema[] = []): readonly Field[] => {
    const target = follow(schema);
    if (target === undefined || within.includes(target) || within.length > deepest) return [];
    const inside = [...within, target];
    if (target.kind === "object") return target.fields;
    if (target.kind === "intersection")
      return target.members.flatMap((each) => fields(each, inside));
    const objects =
      target.kind === "union" ? target.members.map((each) => fields(each, inside)) : [];
    const [only = [], ...others] = objects.filter(({ length }) => length > 0);
    return others.length > 0 ? [] : only;
  };
  return { follow: (schema) => follow(schema), fields: (schema) => fields(schema) };
}

/** The maximum depth of nested compositions; no real document nests deeper. */
const deepest = 20;

/** The schema of a successful result, if it is JSON and the only one. */
export function resultSchemaOf({ success }: Operation): Schema | null {
  const [only, ...others] = success.flatMap(({ content }) => content ?? []);
  return only?.format === "json" && others.length === 0 ? only.schema : null;
}

/** The items of a list. A union may have a list as one of its members. */
export function itemsOf(schema: Schema, { follow }: SchemaLookup): Schema | null {
  const target = follow(schema);
  if (target?.kind === "array") return target.items;
  if (target?.kind !== "union") return null;
  const lists = target.members.flatMap((each) => {
    const member = follow(each);
    return member?.kind === "array" ? [member.items] : [];
  });
  return lists.length === 1 ? (lists[0] ?? null) : null;
}

/** Names of lists that accompany the items of a page. */
const secondaryLists = /^(errors?|warnings|messages|included|links|_links)$/i;

/** The paths to the lists in a result that can be its items: the result itself, else its fields. */
export function listsIn(
  schema: Schema,
  { path }: Pick<Operation, "path">,
  lookup: SchemaLookup,
): ResultPath[] {
  if (itemsOf(schema, lookup)) return [[]];
  const lists = lookup.fields(schema).filter((field) => itemsOf(field.schema, lookup));
  const names = new Set(lists.map(({ name }) => name));
  // `/batches/{id}/errors` returns errors.
  return [...names]
    .filter((name) => !secondaryLists.test(name) || path.endsWith(`/${name}`))
    .map((name) => [name]);
}

/** A value in a result, and whether it is always present. */
export interface FoundValue {
  readonly schema: Schema;
  readonly isRequired: boolean;
}

/** The value at a path of a result; `null` if the schema has none. */
export function valueAt(schema: Schema, path: ResultPath, lookup: SchemaLookup): FoundValue | null {
  let found: FoundValue = { schema, isRequired: true };
  for (const step of path) {
    const inner = valueIn(found, step, lookup);
    if (inner === null) return null;
    found = inner;
  }
  return found;
}

function valueIn(
  { schema, isRequired }: FoundValue,
  step: string | -1,
  lookup: SchemaLookup,
): FoundValue | null {
  const target = lookup.follow(schema);
  if (target?.kind === "unknown") return { schema: target, isRequired: false };
  if (step === -1) {
    const items = itemsOf(schema, lookup);
    return items && { schema: items, isRequired };
  }
  const field = lookup.fields(schema).find(({ name }) => name === step);
  if (field) return { schema: field.schema, isRequired: isRequired && field.required };
  // A map has a value for every name.
  const map = target?.kind === "object" ? target.additional : null;
  return map && { schema: map, isRequired: false };
}

type JsonType = "string" | "number" | "boolean" | "array" | "object";

/** Whether a schema allows one of the types. A schema that allows any value allows each. */
export function isOfType(
  schema: Schema,
  types: readonly JsonType[],
  lookup: SchemaLookup,
  depth = 0,
): boolean {
  const target = lookup.follow(schema);
  switch (target?.kind) {
    case "unknown":
      return true;
    case "scalar":
      return types.some((type) => type === (target.type === "integer" ? "number" : target.type));
    case "enum":
      return target.values.some((value) => types.some((type) => type === typeof value));
    case "union":
    case "intersection":
      return (
        depth < deepest &&
        target.members.some((member) => isOfType(member, types, lookup, depth + 1))
      );
    case "array":
    case "tuple":
      return types.includes("array");
    case "object":
      return types.includes("object");
    default:
      return false;
  }
}
