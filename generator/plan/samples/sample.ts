import type { Content, Example, Field, Schema, SchemaKind } from "../../model/api.js";
import { type FindSchema, followed, schemasWithin } from "../../model/schema/find-schema.js";
import { flattenedObject } from "../../model/schema/flattened-fields.js";
import { memoize } from "../memoize.js";
import { limitIn } from "./constraints.js";
import { fitsPart, fitsSchema, isFields } from "./fits-schema.js";
import { endless, minimalValue } from "./minimal-value.js";
import { promisingFields } from "./promising-fields.js";
import { rawCode } from "./raw-code.js";
import { sampleText, scalarSample } from "./scalar-sample.js";

/** The path to a sample. */
interface Way {
  /** The named schemas around the value, which end recursion. */
  readonly names: readonly string[];
  /** The number of objects around it below the last named schema. */
  readonly depth: number;
  /**
   * How many named schemas and objects of an `allOf` the whole sample may still contain, because
   * required ones can multiply.
   */
  readonly rest: { names: number };
  /** Whether strings that stand for files are files, as in a multipart body. */
  readonly hasFiles: boolean;
  readonly optional: OptionalFields;
}

/**
 * The optional fields of a sample: all; those with an example, else all or a few; or none, except
 * for a few if the sample would otherwise be empty.
 */
type OptionalFields = "all" | "exampleElseAll" | "exampleElseFew" | "none";

/** The depth, in named schemas and in objects, below which optional fields are left out. */
const deepest = 4;

/** The maximum depth in named schemas and in objects, and the maximum number of named schemas. */
const utmost = { names: 10, objects: 100, all: 200 };

/** The path of a sample that starts here, or in the named schema that it belongs to. */
export function startIn(
  name: string | null = null,
  {
    hasFiles = false,
    optional = "exampleElseAll",
  }: Partial<Pick<Way, "hasFiles" | "optional">> = {},
): Way {
  const names = name === null ? [] : [name];
  return { names, depth: 0, rest: { names: utmost.all }, hasFiles, optional };
}

/**
 * A value that a schema allows: its example, else its default, else one of its values, else a value
 * that is plausible for its format and name. Contains optional fields that have an example.
 *
 * @param name the name of the value, which distinguishes `email` from `url`.
 */
export function sampleOf(
  schema: Schema,
  name: string,
  find: FindSchema,
  way: Way = startIn(),
): unknown {
  if (way.hasFiles && hasFile(schema, find)) {
    const isFile = schema.kind === "scalar";
    return isFile
      ? rawCode(`new Blob([${JSON.stringify(sampleText(name, null))}])`)
      : sampleOfKind(schema, name, find, way);
  }
  const told = [schema.example, nonNull(schema.default)].find((example) =>
    isUsable(example, schema, find),
  );
  return told ? told.value : sampleOfKind(schema, name, find, way);
}

/** The example of a payload, if it fits its schema, else a sample. */
export function contentSample({ example, schema }: Content, find: FindSchema): unknown {
  return isUsable(example, schema, find) ? example.value : sampleOf(schema, "value", find);
}

/** A value for a field. Its own example takes precedence over its schema's. */
export function sampleField(field: Field, find: FindSchema, way: Way = startIn()): unknown {
  const { example, schema, name } = field;
  const isTold = isUsable(example, schema, find) && !(way.hasFiles && hasFile(schema, find));
  return isTold ? example.value : sampleOf(schema, name, find, way);
}

/** Whether a value has to be a file, or contains one. */
function hasFile(schema: Schema, find: FindSchema): boolean {
  return [...schemasWithin([schema], find)].some(
    (each) => each.kind === "scalar" && each.file === "only",
  );
}

function sampleOfKind(schema: Schema, name: string, find: FindSchema, way: Way): unknown {
  switch (schema.kind) {
    case "scalar":
    case "enum":
    case "unknown":
      return scalarSample(schema, name);
    case "array":
      return sampleItems(schema, name, find, way);
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

/** One item, or as many as the list needs; distinct values where the items are few or numbered. */
function sampleItems(
  { items, constraints }: Extract<Schema, { kind: "array" }>,
  name: string,
  find: FindSchema,
  way: Way,
): unknown[] {
  const least = Math.min(limitIn(constraints, "minItems") ?? 1, mostItems);
  if (isTooDeep(items, way) && least < 2) return [];
  const first = sampleOf(items, name, find, way);
  const target = followed(items, find);
  const values = target?.kind === "enum" ? target.values.filter((value) => value !== null) : [];
  const others = values.filter((value) => value !== first);
  const isUnique = constraints.includes("uniqueItems: true");
  return Array.from({ length: Math.max(least, 1) }, (_, index) =>
    index === 0 ? first : isUnique ? (others[index - 1] ?? numbered(first, index)) : first,
  );
}

/** The maximum number of items of a sample, however many its list needs. */
const mostItems = 20;

/** Another value of the same type. */
function numbered(value: unknown, index: number): unknown {
  if (typeof value === "number") return value + index;
  return typeof value === "string" ? `${value}${index + 1}` : value;
}

/** An object with its required fields and the optional ones that the path asks for. */
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
  const shown = shownFields(fields.filter(isPossible), find, way);
  return Object.fromEntries(shown.map((field) => [field.name, sampleField(field, find, inside)]));
}

function shownFields(fields: readonly Field[], find: FindSchema, way: Way): readonly Field[] {
  if (way.optional === "all") return fields;
  const told =
    way.optional === "none"
      ? fields.filter(({ required }) => required)
      : tellingFields(fields, find);
  const isBare = told.length === 0 && way.names.length <= 1;
  if (!isBare) return told;
  return way.optional === "exampleElseAll" ? fields : promisingFields(fields, find);
}

/**
 * The required fields and those with an example. Memoised, because every sample of the object asks.
 */
const tellingFields = memoize((fields: readonly Field[], find: FindSchema): readonly Field[] =>
  fields
    .map((field) => ({ ...field, example: exampleOf(field, find) }))
    .filter(({ required, example, schema }) => required || isUsable(example, schema, find)),
);

function sampleUnion(members: readonly Schema[], name: string, find: FindSchema, way: Way) {
  const chosen = members.find((member) => !isTooDeep(member, way)) ?? members[0];
  return chosen ? sampleOf(chosen, name, find, way) : null;
}

/** Of several values for a field, chooses the one that all members allow. */
function sampleIntersection(
  whole: Extract<Schema, { kind: "intersection" }>,
  name: string,
  find: FindSchema,
  way: Way,
): unknown {
  const parts = partsOf(whole.members, find, way).map((part) => firstMember(part, find, way));
  const object = flattenedObject({ ...whole, members: parts, nullable: false }, find);
  if (object !== null) {
    if (way.rest.names === 0) return endless;
    way.rest.names -= 1;
    return sampleObject(object, find, way);
  }
  const samples = parts.map((member) => sampleOf(member, name, find, way));
  if (!samples.every(isFields)) return samples[0];
  const later = Object.fromEntries(samples.flatMap(Object.entries));
  const isRepeated = samples.flatMap(Object.keys).length > Object.keys(later).length;
  if (!isRepeated || parts.every((part) => fitsPart(later, part, find))) return later;
  const sooner = Object.fromEntries(samples.toReversed().flatMap(Object.entries));
  return { ...later, ...sooner };
}

/** The members of an intersection, with a parent's choice among its subtypes already made. */
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

/** The member that represents a union of objects, so that its fields merge with their siblings. */
function firstMember(schema: Schema, find: FindSchema, way: Way): Schema {
  const target = followed(schema, find);
  if (target?.kind !== "union") return schema;
  return target.members.find((member) => !isTooDeep(member, way)) ?? schema;
}

function sampleNamed(
  schema: Extract<Schema, { kind: "named" }>,
  name: string,
  find: FindSchema,
  way: Way,
): unknown {
  const { names, rest } = way;
  const target = find(schema.name);
  const isEnd = names.includes(schema.name) || names.length >= utmost.names || rest.names === 0;
  if (target === undefined || !followed(target, find)) return schema.nullable ? null : {};
  if (isEnd) return schema.nullable ? null : (minimalValue(target, find)?.value ?? endless);
  rest.names -= 1;
  return sampleOf(target, name, find, { ...way, names: [...names, schema.name], depth: 0 });
}

function isTooDeep(schema: Schema, way: Way): boolean {
  const { names, depth } = way;
  const inner = schema.kind === "array" ? schema.items : schema;
  if (inner.kind === "intersection") {
    return depth >= deepest || inner.members.some((member) => isTooDeep(member, way));
  }
  if (inner.kind === "named") return names.includes(inner.name) || names.length >= deepest;
  return inner.kind === "object" && depth >= deepest;
}

/** The example of a field, or of the schema that it refers to. */
export function exampleOf({ example, schema }: Field, find: FindSchema): Example | null {
  return example ?? followed(schema, find)?.example ?? null;
}

/** Whether an example fits its schema: documents contain mistakes here. */
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
