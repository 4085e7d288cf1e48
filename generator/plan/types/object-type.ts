import type { Field, FieldPattern, Schema, SchemaKind } from "../../model/api.js";
import { type Member, type ObjectType, type Type, undefinedType, unionOf } from "./type.js";

type ObjectSchema = Extract<SchemaKind, { kind: "object" }>;

/** An object's fields, then an index signature for the fields that the document doesn't name. */
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

/** An object type has these members, and no further fields. */
export function memberFrom(field: Field, type: Type): Member {
  return { name: field.name, isIndex: false, isOptional: !field.required, type, field };
}

const anyMember: Member = indexMember("string", { kind: "text", text: "unknown" });

function indexMember(keys: string, type: Type): Member {
  return { name: keys, isIndex: true, isOptional: false, type, field: null };
}

/**
 * One signature for each prefix of a pattern, or one for all further fields where their names can't
 * be told apart: TypeScript holds the named fields to a signature that covers them (TS2411).
 */
function indexes(
  members: readonly Member[],
  additional: Schema | null,
  patterns: readonly FieldPattern[],
  typeOf: (schema: Schema) => Type,
): Member[] {
  const prefixes = patterns.map(({ pattern }) => prefixOf(pattern));
  const known = prefixes.flatMap((prefix) => prefix ?? []);
  const areApart =
    additional === null &&
    known.length === patterns.length &&
    known.every((prefix, index) =>
      known.every((other, at) => at === index || !other.startsWith(prefix)),
    );
  if (!areApart) {
    const types = [...patterns.map(({ schema }) => schema), ...(additional ? [additional] : [])];
    return [indexMember("string", widened(types.map(typeOf), members))];
  }
  return patterns.map(({ schema }, index) => {
    const prefix = known[index] ?? "";
    const covered = members.filter(({ name }) => name.startsWith(prefix));
    return indexMember(`\`${prefix}\${string}\``, widened([typeOf(schema)], covered));
  });
}

/** What further fields hold, with what the named fields hold. */
function widened(types: readonly Type[], members: readonly Member[]): Type {
  const named = members.map(({ type }) => type);
  return unionOf([...types, ...named, ...(members.length > 0 ? [undefinedType] : [])]);
}

/** What all names start with that match a pattern, where the pattern asks for nothing else. */
function prefixOf(pattern: string): string | null {
  return /^\^([\w-]+?)(\.\*\$?|\.\+\$?)?$/.exec(pattern)?.[1] ?? null;
}
