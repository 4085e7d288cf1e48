import type { EnumValue, Field, FieldPattern, Schema, SchemaKind } from "../../model/api/schema.js";
import type { FindSchema } from "../../model/schema/find-schema.js";
import { flattenedObject } from "../../model/schema/flattened-fields.js";
import { isNarrower, mergedObjects, mergedSchema } from "../../model/schema/merge-schemas.js";
import {
  intersectionOf,
  type Member,
  neverType,
  nullType,
  type ObjectType,
  type Type,
  undefinedType,
  unionOf,
  unknownType,
} from "./type.js";

/** The context of a type: the named schemas, and whether binary strings are files. */
export interface TypeScope {
  readonly find: FindSchema;
  /** Whether it is the type of a multipart body, or of a part of one. */
  readonly isMultipart: boolean;
  /** The schemas that are expanded in place, because their named type has no files. */
  readonly expanded: ReadonlySet<string>;
  /** The schemas whose fields are being listed. Inside itself, a schema is referred to by name. */
  readonly listed: ReadonlySet<string>;
}

/** The type of a schema where it is used; a named schema is its name. */
export function typeFrom(schema: Schema, scope: TypeScope): Type {
  const type = typeOfKind(schema, scope);
  return schema.nullable ? unionOf([type, nullType]) : type;
}

function typeOfKind(schema: Schema, scope: TypeScope): Type {
  const typeOf = (inner: Schema) => typeFrom(inner, scope);
  switch (schema.kind) {
    case "scalar":
      return scalarType(schema, scope);
    case "enum":
      return enumType(schema);
    case "array":
      return { kind: "list", items: typeOf(schema.items) };
    case "tuple":
      return {
        ...schema,
        members: schema.members.map(typeOf),
        rest: schema.rest && typeOf(schema.rest),
      };
    case "object":
      return objectType(schema, typeOf);
    case "union":
      return unionOf(schema.members.map(typeOf));
    case "intersection":
      return intersectionType(schema.members, schema, scope);
    case "named":
      return namedType(schema.name, scope);
    case "unknown":
      return unknownType;
    case "never":
      return neverType;
  }
}

function scalarType(
  { type, file }: Extract<SchemaKind, { kind: "scalar" }>,
  scope: TypeScope,
): Type {
  const text: Type = { kind: "text", text: type === "integer" ? "number" : type };
  if (!scope.isMultipart || file === null) return text;
  return file === "only" ? { kind: "file" } : unionOf([{ kind: "file" }, text]);
}

/**
 * The listed values. For an open enum, `& {}` keeps the completion of the listed values in editors.
 */
function enumType({ values, isOpen }: Extract<SchemaKind, { kind: "enum" }>): Type {
  const types = new Set(values.flatMap((value) => (value === null ? [] : [typeof value])));
  const others = isOpen ? [...types].map((type) => `(${type} & {})`) : [];
  const literals = values.map((value: EnumValue) => JSON.stringify(value));
  return unionOf([...literals, ...others].map((text) => ({ kind: "text", text })));
}

function namedType(name: string, scope: TypeScope): Type {
  const target = scope.expanded.has(name) ? scope.find(name) : undefined;
  if (target === undefined) return { kind: "name", name };
  // Inside itself, the schema is referred to by name.
  const expanded = new Set(scope.expanded);
  expanded.delete(name);
  return typeFrom(target, { ...scope, expanded });
}

/** Names joined with `&`, and the inline fields as one object. */
function intersectionType(members: readonly Schema[], whole: Schema, scope: TypeScope): Type {
  const { find } = scope;
  const inline = members.filter((member) => member.kind === "object");
  const others = members.filter((member) => member.kind !== "object");
  const names = others.flatMap((member) => (member.kind === "named" ? member.name : []));
  const flat = flattenedObject({ ...whole, nullable: false }, find);
  const isOpen = flat !== null && (flat.additional !== null || flat.patterns.length > 0);
  // The index signature of one member must also allow the fields of the others.
  if (
    flat !== null &&
    (others.length === 0 || isOpen) &&
    !names.some((name) => scope.listed.has(name))
  ) {
    const listed = new Set([...scope.listed, ...names]);
    return objectType(flat, (schema) => typeFrom(schema, { ...scope, listed }));
  }
  const kept = others.filter(
    (member) => !others.some((other) => other !== member && impliesMember(other, member, scope)),
  );
  if (inline.length === 0) return mergedOthers(kept, scope);
  const typeOf = (schema: Schema) => typeFrom({ ...schema, nullable: false }, scope);
  const own = mergedObjects(inline, find);
  const isEmpty = own.fields.length === 0 && own.additional === null && own.patterns.length === 0;
  const object = isEmpty ? [] : [objectType(own, (schema) => typeFrom(schema, scope))];
  return intersectionOf([...object, ...kept.map(typeOf)]);
}

/** Whether a member is narrower than another one, which is then redundant. */
function impliesMember(member: Schema, other: Schema, { find }: TypeScope): boolean {
  return isNarrower(member, other, find) && !isNarrower(other, member, find);
}

function mergedOthers(members: readonly Schema[], scope: TypeScope): Type {
  const [first, ...rest] = members;
  if (first === undefined) return unknownType;
  const merged = rest.reduce((one, other) => mergedSchema(one, other, scope.find), first);
  return merged.kind === "intersection"
    ? intersectionOf(members.map((member) => typeFrom({ ...member, nullable: false }, scope)))
    : typeFrom({ ...merged, nullable: false }, scope);
}

type ObjectSchema = Extract<SchemaKind, { kind: "object" }>;

/** An object's fields, then index signatures for additional fields. */
export function objectType(
  { fields, additional, patterns }: ObjectSchema,
  typeOf: (schema: Schema) => Type,
): ObjectType {
  const members = fields.map((field) => memberFrom(field, typeOf(field.schema)));
  const isMap = members.length === 0 && patterns.length === 0;
  if (isMap && additional === null) return { kind: "object", members: [anyMember] };
  return {
    kind: "object",
    members: [...members, ...indexes(members, additional, patterns, typeOf)],
  };
}

/** A member of an object type for a field. */
function memberFrom(field: Field, type: Type): Member {
  return { name: field.name, isIndex: false, isOptional: !field.required, type, field };
}

const anyMember: Member = indexMember("string", { kind: "text", text: "unknown" });

function indexMember(keys: string, type: Type): Member {
  return { name: keys, isIndex: true, isOptional: false, type, field: null };
}

/**
 * One signature for each prefix of a pattern, or one for all additional fields if the prefixes
 * overlap. TypeScript checks named fields against each signature that covers them (TS2411).
 */
function indexes(
  members: readonly Member[],
  additional: Schema | null,
  patterns: readonly FieldPattern[],
  typeOf: (schema: Schema) => Type,
): Member[] {
  const prefixes = patterns.map(({ pattern }) => prefixOf(pattern));
  const known = prefixes.flatMap((prefix) => prefix ?? []);
  const areDisjoint =
    additional === null &&
    known.length === patterns.length &&
    known.every((prefix, index) =>
      known.every((other, at) => at === index || !other.startsWith(prefix)),
    );
  if (!areDisjoint) {
    const types = [...patterns.map(({ schema }) => schema), ...(additional ? [additional] : [])];
    return [indexMember("string", widened(types.map(typeOf), members))];
  }
  return patterns.map(({ schema }, index) => {
    const prefix = known[index] ?? "";
    const covered = members.filter(({ name }) => name.startsWith(prefix));
    return indexMember(`\`${prefix}\${string}\``, widened([typeOf(schema)], covered));
  });
}

/** The type of additional fields, widened by the types of the named fields. */
function widened(types: readonly Type[], members: readonly Member[]): Type {
  const named = members.map(({ type }) => type);
  return unionOf([...types, ...named, ...(members.length > 0 ? [undefinedType] : [])]);
}

/** The prefix of all names that match a pattern, if the pattern requires nothing else. */
function prefixOf(pattern: string): string | null {
  return /^\^([\w-]+?)(\.\*\$?|\.\+\$?)?$/.exec(pattern)?.[1] ?? null;
}
