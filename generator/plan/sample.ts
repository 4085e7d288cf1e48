import type { Example, Field, Schema, SchemaKind } from "../model/api.js";
import { type FindSchema, followed } from "./find-schema.js";
import { plausibleNumber, plausibleText } from "./plausible.js";
import { isFields, isPartOf, isValueOf } from "./value.js";

/** The named schemas that a value stands in: what would hold itself ends here. */
type Path = readonly string[];

/** How many named schemas deep a sample goes before it leaves out what may be left out. */
const deepest = 4;

/** How many it goes at most: where each one demands two more, a value doubles with every step. */
const utmost = 10;

/**
 * A value that a schema allows: its example, else its default, else one of its values, else one
 * that is plausible by format and name. Optional fields are there where they have an example.
 *
 * @param name what the value is called, which tells `email` from `url`.
 */
export function sampleOf(schema: Schema, name: string, find: FindSchema, path: Path = []): unknown {
  const told = [schema.example, nonNull(schema.default)].find((example) =>
    isUsable(example, schema, find),
  );
  return told ? told.value : sampleOfKind(schema, name, find, path);
}

/** A value for a field: its own example goes before its schema's. */
export function sampleField(field: Field, find: FindSchema, path: Path = []): unknown {
  const { example, schema, name } = field;
  return isUsable(example, schema, find) ? example.value : sampleOf(schema, name, find, path);
}

function sampleOfKind(schema: Schema, name: string, find: FindSchema, path: Path): unknown {
  switch (schema.kind) {
    case "scalar":
      return sampleScalar(schema, schema.constraints, name);
    case "enum":
      return schema.values.find((value) => value !== null) ?? null;
    case "array":
      return isTooDeep(schema.items, path) ? [] : [sampleOf(schema.items, name, find, path)];
    case "tuple":
      return schema.members.map((member) => sampleOf(member, name, find, path));
    case "object":
      return sampleObject(schema, find, path);
    case "union":
      return sampleUnion(schema.members, name, find, path);
    case "intersection":
      return sampleIntersection(schema.members, name, find, path);
    case "named":
      return sampleNamed(schema, name, find, path);
    case "unknown":
      return {};
  }
}

function sampleScalar(
  { type, format }: Extract<SchemaKind, { kind: "scalar" }>,
  constraints: readonly string[],
  name: string,
): unknown {
  switch (type) {
    case "string":
      return plausibleText(name, format, constraints);
    case "boolean":
      return false;
    case "null":
      return null;
    default:
      return plausibleNumber(name, constraints);
  }
}

/** An object shows what it must have and what has an example; at the top, rather than nothing, whatever it may have. */
function sampleObject(
  { fields, additional }: Extract<SchemaKind, { kind: "object" }>,
  find: FindSchema,
  path: Path,
): unknown {
  if (fields.length === 0 && additional !== null && additional.kind !== "unknown") {
    return { key: sampleOf(additional, "value", find, path) };
  }
  // Where all further fields have to be of one type, TypeScript asks it of the named ones too.
  const isFree = additional === null || additional.kind === "unknown";
  const told = fields.map((field) => ({ ...field, example: exampleOf(field, find) }));
  const possible = told.filter(
    ({ required, deprecated, schema }) =>
      required || (isFree && deprecated === null && !isTooDeep(schema, path)),
  );
  const shown = possible.filter(
    ({ required, example, schema }) => required || isUsable(example, schema, find),
  );
  return Object.fromEntries(
    (shown.length === 0 && path.length <= 1 ? possible : shown).map((field) => [
      field.name,
      sampleField(field, find, path),
    ]),
  );
}

function sampleUnion(members: readonly Schema[], name: string, find: FindSchema, path: Path) {
  const chosen = members.find((member) => !isTooDeep(member, path)) ?? members[0];
  return chosen ? sampleOf(chosen, name, find, path) : null;
}

/** Of two values of a field, the one that all members allow: the others may know less of it. */
function sampleIntersection(
  members: readonly Schema[],
  name: string,
  find: FindSchema,
  path: Path,
): unknown {
  const parts = partsOf(members, find, path);
  const samples = parts.map((member) => sampleOf(member, name, find, path));
  if (!samples.every(isFields)) return samples[0];
  const later = Object.fromEntries(samples.flatMap(Object.entries));
  const isRepeated = samples.flatMap(Object.keys).length > Object.keys(later).length;
  if (!isRepeated || parts.every((part) => isPartOf(later, part, find))) return later;
  const sooner = Object.fromEntries(samples.toReversed().flatMap(Object.entries));
  return { ...later, ...sooner };
}

/** The members of an intersection; a parent's choice among its heirs is made where one of them is looked at. */
function partsOf(members: readonly Schema[], find: FindSchema, path: Path): readonly Schema[] {
  const own = path.at(-1);
  const isOwn = (schema: Schema) => schema.kind === "named" && schema.name === own;
  return members.flatMap((member) => {
    const target = followed(member, find);
    const inner = target?.kind === "intersection" ? target.members : [];
    const left = inner.filter((each) => each.kind !== "union" || !each.members.some(isOwn));
    return left.length < inner.length ? left : [member];
  });
}

function sampleNamed(
  schema: Extract<Schema, { kind: "named" }>,
  name: string,
  find: FindSchema,
  path: Path,
): unknown {
  const target = find(schema.name);
  const isEnd = path.includes(schema.name) || path.length >= utmost;
  if (target === undefined || isEnd) return schema.nullable ? null : emptyOf(target);
  return sampleOf(target, name, find, [...path, schema.name]);
}

/** The least that ends a value. */
function emptyOf(schema: Schema | undefined): unknown {
  return schema?.kind === "array" ? [] : {};
}

function isTooDeep(schema: Schema, path: Path): boolean {
  const inner = schema.kind === "array" ? schema.items : schema;
  return inner.kind === "named" && (path.includes(inner.name) || path.length >= deepest);
}

/** The example of a field, or of the schema that it refers to. */
export function exampleOf({ example, schema }: Field, find: FindSchema): Example | null {
  return example ?? followed(schema, find)?.example ?? null;
}

/** Whether an example is what its schema asks for: documents slip here. */
export function isUsable(
  example: Example | null,
  schema: Schema,
  find: FindSchema,
): example is Example {
  return example !== null && isValueOf(example.value, schema, find);
}

function nonNull(example: Example | null): Example | null {
  return example?.value === null ? null : example;
}
