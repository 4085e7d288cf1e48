import type { Schema, SchemaKind } from "../../model/api/schema.js";
import type { FindSchema } from "../../model/schema/find-schema.js";
import { flattenedObject } from "../../model/schema/flattened-fields.js";
import { isRecord } from "../../record.js";
import { isListWithin, isNumberWithin, isOfFormat, isTextWithin } from "./constraints.js";
import { patternFrom } from "./pattern.js";
import { isMatched } from "./pattern-text.js";

type ObjectSchema = Extract<SchemaKind, { kind: "object" }>;

/**
 * Whether a value has a schema's TypeScript type and satisfies its constraints, as far as they are
 * supported. Examples in documents often don't.
 */
export function fitsSchema(value: unknown, schema: Schema, find: FindSchema): boolean {
  return fits(value, schema, { find, known: new Map() }, true);
}

/** The same for one of several schemas of a value, which may also have fields of the others. */
export function fitsPart(value: unknown, schema: Schema, find: FindSchema): boolean {
  return fits(value, schema, { find, known: new Map() }, false);
}

interface Search {
  readonly find: FindSchema;
  /** Results by value and schema name, because schemas can refer to each other. */
  readonly known: Map<unknown, Map<string, boolean>>;
}

/** @param isExact whether unknown fields are rejected, as in an object literal. */
function fits(value: unknown, target: Schema, search: Search, isExact: boolean): boolean {
  if (value === null && target.nullable) return true;
  switch (target.kind) {
    case "scalar":
      return isScalar(value, target.type) && isWithin(value, target);
    case "enum":
      return target.values.some(
        (allowed) => allowed === value || (target.isOpen && typeof allowed === typeof value),
      );
    case "array":
      return (
        Array.isArray(value) &&
        isListWithin(value, target.constraints) &&
        value.every((item) => fits(item, target.items, search, true))
      );
    case "tuple":
      return Array.isArray(value) && hasItems(value, target, search);
    case "object":
      return isRecord(value) && hasFields(value, target, search, isExact);
    case "union":
      return target.members.some((member) => fits(value, member, search, isExact));
    case "intersection":
      return fitsAll(value, target, search, isExact);
    case "named":
      return fitsNamed(value, target.name, search, isExact);
    case "unknown":
      return true;
    case "never":
      return false;
  }
}

type Tuple = Extract<SchemaKind, { kind: "tuple" }>;

function hasItems(value: readonly unknown[], { members, least, rest }: Tuple, search: Search) {
  const isLong = value.length >= least && (rest !== null || value.length <= members.length);
  return (
    isLong &&
    value.every((item, index) => {
      const schema = members[index] ?? rest;
      return schema !== null && fits(item, schema, search, true);
    })
  );
}

/** An `allOf` of objects has the fields of all its members, and no others. */
function fitsAll(
  value: unknown,
  target: Extract<Schema, { kind: "intersection" }>,
  search: Search,
  isExact: boolean,
): boolean {
  const object = flattenedObject({ ...target, nullable: false }, search.find);
  if (object !== null) return isRecord(value) && hasFields(value, object, search, isExact);
  const known = isExact && isRecord(value) ? fieldNames(target, search.find) : null;
  return (
    (known === null || Object.keys(Object(value)).every((name) => known.has(name))) &&
    target.members.every((member) => fits(value, member, search, false))
  );
}

/** All field names of a composition; `null` if it allows any. */
function fieldNames(whole: Schema, find: FindSchema): Set<string> | null {
  const names = new Set<string>();
  const seen = new Set<string>();
  const pending: Schema[] = [whole];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.kind === "union" || next.kind === "intersection") {
      for (const member of next.members) pending.push(member);
    }
    if (next.kind === "object") {
      if (next.additional !== null || next.patterns.length > 0) return null;
      for (const { name } of next.fields) names.add(name);
    }
    const target = next.kind === "named" && !seen.has(next.name) ? find(next.name) : undefined;
    if (next.kind === "named") seen.add(next.name);
    if (target !== undefined) pending.push(target);
  }
  return names;
}

function fitsNamed(value: unknown, name: string, search: Search, isExact: boolean): boolean {
  const answers = search.known.get(value) ?? new Map<string, boolean>();
  search.known.set(value, answers);
  const key = `${isExact} ${name}`;
  const found = answers.get(key);
  if (found !== undefined) return found;
  // Assumes that it fits while the result is being computed, so that cycles end.
  answers.set(key, true);
  const named = search.find(name);
  const answer = named !== undefined && fits(value, named, search, isExact);
  answers.set(key, answer);
  return answer;
}

function isScalar(value: unknown, type: string): boolean {
  if (type === "null") return value === null;
  return typeof value === (type === "integer" ? "number" : type);
}

/** Whether a scalar meets its format and constraints. */
function isWithin(
  value: unknown,
  { format, constraints }: Extract<Schema, { kind: "scalar" }>,
): boolean {
  if (typeof value === "number") return isNumberWithin(value, constraints);
  if (typeof value !== "string") return true;
  return isOfFormat(value, format) && isTextWithin(value, constraints);
}

function hasFields(
  value: Readonly<Record<string, unknown>>,
  { fields, additional, patterns }: ObjectSchema,
  search: Search,
  isExact: boolean,
): boolean {
  const known = new Set(fields.map(({ name }) => name));
  const fitsAdditional = (name: string, field: unknown) => {
    const matching = patterns.filter(({ pattern }) => matches(name, pattern));
    const schemas = matching.length > 0 ? matching.map(({ schema }) => schema) : [additional];
    return schemas.every((schema) =>
      schema === null ? !isExact : fits(field, schema, search, isExact),
    );
  };
  return (
    fields.every(({ name, required, schema }) =>
      Object.hasOwn(value, name) ? fits(value[name], schema, search, isExact) : !required,
    ) &&
    Object.entries(value).every(([name, field]) => known.has(name) || fitsAdditional(name, field))
  );
}

/** Whether a name matches a pattern; unsupported patterns match everything. */
function matches(name: string, text: string): boolean {
  const pattern = patternFrom(text);
  return pattern === null || isMatched(pattern, name);
}
