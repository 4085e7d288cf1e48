import { memoize } from "../../memoize.js";
import type { Field, Schema, SchemaKind } from "../api/schema.js";
import type { FindSchema } from "./find-schema.js";
import { mergedFields } from "./merge-schemas.js";

type ObjectSchema = Extract<SchemaKind, { kind: "object" }>;

/**
 * The fields of an object, if all of them are known, else `null`. An `allOf` has the fields of its
 * members, each once; a field of several members is required if one of them requires it.
 */
export function flattenedFields(schema: Schema, find: FindSchema): readonly Field[] | null {
  const object = flattenedObject(schema, find);
  if (object === null || object.patterns.length > 0) return null;
  // An index signature would also apply to the parameters next to the fields.
  const isOpen = object.additional !== null && object.additional.kind !== "unknown";
  return isOpen ? null : object.fields;
}

/**
 * An object, or an `allOf` of objects, as one object; `null` for any other schema and for one that
 * may be `null`.
 */
export function flattenedObject(schema: Schema, find: FindSchema): ObjectSchema | null {
  const known = knownObjects(find);
  const key = schema.nullable ? null : keyOf(schema);
  const found = key === null ? undefined : known.get(key);
  if (found !== undefined) return found;
  const object = flattenedFrom(schema, find);
  if (key !== null) known.set(key, object);
  return object;
}

/**
 * Flattens named schemas, the members of each `allOf` before the whole, which then merges only its
 * direct members.
 */
export function flattenNames(names: readonly string[], find: FindSchema): void {
  const entered = new Set<string>();
  const pending = [...names];
  for (let name = pending.at(-1); name !== undefined; name = pending.at(-1)) {
    const schema = find(name);
    const members = entered.has(name) ? [] : namedMembers(schema);
    entered.add(name);
    const open = members.filter((member) => !entered.has(member));
    for (const member of open) pending.push(member);
    if (open.length === 0) {
      pending.pop();
      if (schema) flattenedObject({ ...schema, kind: "named", name, nullable: false }, find);
    }
  }
}

/** The names in an `allOf`, and in those within it. */
export function namedMembers(schema: Schema | undefined): string[] {
  if (schema?.kind === "named") return [schema.name];
  return schema?.kind === "intersection" ? schema.members.flatMap(namedMembers) : [];
}

type KnownObjects = Map<string | readonly Schema[], ObjectSchema | null>;

/** Kept, because types, samples and pages flatten the same schemas, and an `allOf` may be long. */
const knownObjects = memoize<FindSchema, KnownObjects>(() => new Map());

function keyOf(schema: Schema): string | readonly Schema[] | null {
  if (schema.kind === "named") return schema.name;
  return schema.kind === "intersection" ? schema.members : null;
}

function flattenedFrom(schema: Schema, find: FindSchema): ObjectSchema | null {
  const objects: ObjectSchema[] = [];
  for (const part of partsOf(schema, find, knownObjects(find))) {
    if (part.schema?.kind !== "object") return null;
    objects.push(part.schema);
  }
  if (objects.length === 0) return null;
  const additionals = objects.flatMap(({ additional }) => additional ?? []);
  return {
    kind: "object",
    fields: mergedFields(
      objects.map(({ fields }) => fields),
      find,
    ),
    additional: additionals.find(({ kind }) => kind !== "unknown") ?? additionals[0] ?? null,
    patterns: [...new Set(objects.flatMap(({ patterns }) => patterns))],
  };
}

/** The names of all schemas that make up a named `allOf`, directly or through others. */
export function flattenedNames(name: string, find: FindSchema): Set<string> {
  const schema = find(name);
  const parts = schema ? [...partsOf({ ...schema, nullable: false }, find)] : [];
  return new Set(parts.flatMap((part) => part.name ?? []));
}

/**
 * A part of an `allOf` and the name that refers to it; without a schema if there is none of that
 * name.
 */
interface Part {
  readonly schema: SchemaKind | null;
  readonly name: string | null;
}

/**
 * All members of an `allOf`, including those of its members, each name once. Iterative, since
 * chains of members can be thousands long. A schema that contains itself contributes nothing,
 * neither as a member nor as one of the alternatives of a member.
 *
 * @param known named schemas that are one part, because their members have already been merged.
 */
function* partsOf(
  whole: Schema,
  find: FindSchema,
  known: KnownObjects = new Map(),
): Generator<Part> {
  const seen = new Set<string>();
  const entered = new Set<string>();
  // A string marks the end of the schema with that name.
  const pending: ({ schema: Schema; isMember: boolean; name: string | null } | string)[] = [
    { schema: whole, isMember: false, name: null },
  ];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (typeof next === "string") {
      entered.delete(next);
      continue;
    }
    const { schema, isMember, name } = next;
    // A single member may allow `null`: the whole does only if every member does.
    if (schema.nullable && !isMember) {
      yield { schema: null, name };
    } else if (schema.kind === "intersection") {
      for (const member of schema.members.toReversed()) {
        pending.push({ schema: member, isMember: true, name });
      }
    } else if (schema.kind === "named") {
      if (seen.has(schema.name)) continue;
      seen.add(schema.name);
      const object = known.get(schema.name) ?? null;
      const target = object === null ? find(schema.name) : undefined;
      if (target === undefined) {
        yield { schema: object, name: schema.name };
        continue;
      }
      entered.add(schema.name);
      pending.push(schema.name, { schema: target, isMember, name: schema.name });
    } else if (!isMember || !isEmpty(schema, entered)) {
      yield { schema, name };
    }
  }
}

function isEmpty(member: Schema, entered: ReadonlySet<string>): boolean {
  if (member.kind !== "union") return member.kind === "unknown";
  return member.members.some((each) => each.kind === "named" && entered.has(each.name));
}
