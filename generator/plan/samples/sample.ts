import type { Example, Field, Schema, SchemaKind } from "../../model/api.js";
import { type FindSchema, followed } from "../find-schema.js";
import { flattenedObject } from "../flattened-fields.js";
import { memoize } from "../memoize.js";
import { fitsPart, fitsSchema, isFields } from "./fits-schema.js";
import { endless, minimalValue } from "./minimal-value.js";
import { scalarSample } from "./scalar-sample.js";

/** How a sample came to where it is. */
interface Way {
  /** The named schemas that the value stands in: what would hold itself ends here. */
  readonly names: readonly string[];
  /** How many objects it stands in below the last of them. */
  readonly depth: number;
  /** How many named schemas the whole sample may still show: where each demands more, they multiply. */
  readonly rest: { names: number };
}

/** How deep a sample goes, in named schemas and in objects, before it leaves out what may be left out. */
const deepest = 4;

/** How many named schemas deep it goes at most, how many objects, and how many names it shows. */
const utmost = { names: 10, objects: 100, all: 200 };

/** The way of a sample that starts here, or in the named schemas that it is a sample of. */
export function startIn(...names: readonly string[]): Way {
  return { names, depth: 0, rest: { names: utmost.all } };
}

/**
 * A value that a schema allows: its example, else its default, else one of its values, else one
 * that is plausible by format and name. Optional fields are there where they have an example.
 *
 * @param name what the value is called, which tells `email` from `url`.
 */
export function sampleOf(
  schema: Schema,
  name: string,
  find: FindSchema,
  way: Way = startIn(),
): unknown {
  const told = [schema.example, nonNull(schema.default)].find((example) =>
    isUsable(example, schema, find),
  );
  return told ? told.value : sampleOfKind(schema, name, find, way);
}

/** A value for a field: its own example goes before its schema's. */
export function sampleField(field: Field, find: FindSchema, way: Way = startIn()): unknown {
  const { example, schema, name } = field;
  return isUsable(example, schema, find) ? example.value : sampleOf(schema, name, find, way);
}

function sampleOfKind(schema: Schema, name: string, find: FindSchema, way: Way): unknown {
  switch (schema.kind) {
    case "scalar":
    case "enum":
    case "unknown":
      return scalarSample(schema, name);
    case "array":
      return isTooDeep(schema.items, way) ? [] : [sampleOf(schema.items, name, find, way)];
    case "tuple":
      return schema.members.map((member) => sampleOf(member, name, find, way));
    case "object":
      return sampleObject(schema, find, way);
    case "union":
      return sampleUnion(schema.members, name, find, way);
    case "intersection":
      return sampleIntersection(schema, name, find, way);
    case "named":
      return sampleNamed(schema, name, find, way);
    case "never":
      return endless;
  }
}

/** An object shows what it must have and what has an example; at the top, rather than nothing, whatever it may have. */
function sampleObject(
  { fields, additional }: Extract<SchemaKind, { kind: "object" }>,
  find: FindSchema,
  way: Way,
): unknown {
  if (way.depth === utmost.objects) return {};
  const inside = { ...way, depth: way.depth + 1 };
  if (fields.length === 0 && additional !== null && additional.kind !== "unknown") {
    return { key: sampleOf(additional, "value", find, inside) };
  }
  const isPossible = ({ required, deprecated, schema }: Field) =>
    required || (deprecated === null && schema.kind !== "never" && !isTooDeep(schema, inside));
  const telling = tellingFields(fields, find).filter(isPossible);
  const isBare = telling.length === 0 && way.names.length <= 1;
  const shown = isBare ? fields.filter(isPossible) : telling;
  return Object.fromEntries(shown.map((field) => [field.name, sampleField(field, find, inside)]));
}

/** The fields that must be there and those that have an example: each sample that shows the object asks for them. */
const tellingFields = memoize((fields: readonly Field[], find: FindSchema): readonly Field[] =>
  fields
    .map((field) => ({ ...field, example: exampleOf(field, find) }))
    .filter(({ required, example, schema }) => required || isUsable(example, schema, find)),
);

function sampleUnion(members: readonly Schema[], name: string, find: FindSchema, way: Way) {
  const chosen = members.find((member) => !isTooDeep(member, way)) ?? members[0];
  return chosen ? sampleOf(chosen, name, find, way) : null;
}

/** Of two values of a field, the one that all members allow: the others may know less of it. */
function sampleIntersection(
  whole: Extract<Schema, { kind: "intersection" }>,
  name: string,
  find: FindSchema,
  way: Way,
): unknown {
  const object = flattenedObject({ ...whole, nullable: false }, find);
  if (object !== null) return sampleObject(object, find, way);
  const parts = partsOf(whole.members, find, way);
  const samples = parts.map((member) => sampleOf(member, name, find, way));
  if (!samples.every(isFields)) return samples[0];
  const later = Object.fromEntries(samples.flatMap(Object.entries));
  const isRepeated = samples.flatMap(Object.keys).length > Object.keys(later).length;
  if (!isRepeated || parts.every((part) => fitsPart(later, part, find))) return later;
  const sooner = Object.fromEntries(samples.toReversed().flatMap(Object.entries));
  return { ...later, ...sooner };
}

/** The members of an intersection; a parent's choice among its heirs is made where one of them is looked at. */
function partsOf(members: readonly Schema[], find: FindSchema, way: Way): readonly Schema[] {
  const own = way.names.at(-1);
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
  { names, rest }: Way,
): unknown {
  const target = find(schema.name);
  const isEnd = names.includes(schema.name) || names.length >= utmost.names || rest.names === 0;
  if (target === undefined || !followed(target, find)) return schema.nullable ? null : {};
  if (isEnd) return schema.nullable ? null : (minimalValue(target, find)?.value ?? endless);
  rest.names -= 1;
  return sampleOf(target, name, find, { names: [...names, schema.name], depth: 0, rest });
}

function isTooDeep(schema: Schema, { names, depth }: Way): boolean {
  const inner = schema.kind === "array" ? schema.items : schema;
  if (inner.kind === "named") return names.includes(inner.name) || names.length >= deepest;
  return inner.kind === "object" && depth >= deepest;
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
  return example !== null && fitsSchema(example.value, schema, find);
}

function nonNull(example: Example | null): Example | null {
  return example?.value === null ? null : example;
}
