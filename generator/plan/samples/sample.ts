import type { Content } from "../../model/api/payload.js";
import type { Example, Field, Schema, SchemaKind } from "../../model/api/schema.js";
import { type FindSchema, followed, schemasWithin } from "../../model/schema/find-schema.js";
import { flattenedObject } from "../../model/schema/flattened-fields.js";
import { isRecord } from "../../record.js";
import { isUniqueList, limitIn } from "./constraints.js";
import { fitsPart } from "./fits-schema.js";
import { minimalValue, noFiniteValue } from "./minimal-value.js";
import { rawCode } from "./raw-code.js";
import { isTooDeep, limits, type SampleContext, sampleContext } from "./sample-context.js";
import { sampleText, scalarSample } from "./scalar-sample.js";
import { shownFields } from "./shown-fields.js";
import { usableExample } from "./usable-example.js";

/**
 * A value that a schema allows: its example, else its default, else one of its values, else a
 * realistic value for its format and name. Contains the optional fields that have an example.
 *
 * @param name the name of the value, which distinguishes `email` from `url`.
 */
export function sampleOf(
  schema: Schema,
  name: string,
  find: FindSchema,
  context: SampleContext = sampleContext(),
): unknown {
  if (context.hasFiles && hasFile(schema, find)) {
    const isFile = schema.kind === "scalar";
    return isFile
      ? rawCode(`new Blob([${JSON.stringify(sampleText({ name, description: null }))}])`)
      : sampleOfKind(schema, name, find, context);
  }
  const documented =
    usableExample(schema.example, schema, find) ??
    usableExample(nonNull(schema.default), schema, find);
  return documented ? documented.value : sampleOfKind(schema, name, find, context);
}

/** The example of a payload, as far as it fits its schema, else a sample. */
export function contentSample({ example, schema }: Content, find: FindSchema): unknown {
  const usable = usableExample(example, schema, find);
  return usable ? usable.value : sampleOf(schema, "value", find);
}

/** A value for a field. Its own example takes precedence over its schema's. */
export function sampleField(
  field: Field,
  find: FindSchema,
  context: SampleContext = sampleContext(),
): unknown {
  const { example, schema, name, description } = field;
  const usable = usableExample(example, schema, find);
  return usable && !(context.hasFiles && hasFile(schema, find))
    ? usable.value
    : sampleOf(schema, name, find, { ...context, description });
}

/** Whether a value has to be a file, or contains one. */
function hasFile(schema: Schema, find: FindSchema): boolean {
  return [...schemasWithin([schema], find)].some(
    (each) => each.kind === "scalar" && each.file === "only",
  );
}

function sampleOfKind(
  schema: Schema,
  name: string,
  find: FindSchema,
  context: SampleContext,
): unknown {
  switch (schema.kind) {
    case "scalar":
    case "enum":
    case "unknown":
      return scalarSample(schema, { name, description: context.description });
    case "array":
      return sampleItems(schema, name, find, context);
    case "tuple":
      return schema.members.map((member) => sampleOf(member, name, find, context));
    case "object":
      return sampleObject(schema, find, context);
    case "union":
      return sampleUnion(schema.members, name, find, context);
    case "intersection":
      return sampleIntersection(schema, name, find, context);
    case "named":
      return sampleNamed(schema, name, find, context);
    case "never":
      return noFiniteValue;
  }
}

/** One item, or as many as the list requires; distinct values if it requires unique ones. */
function sampleItems(
  { items, constraints }: Extract<Schema, { kind: "array" }>,
  name: string,
  find: FindSchema,
  context: SampleContext,
): unknown[] {
  const least = Math.min(limitIn(constraints, "minItems") ?? 1, mostItems);
  if (isTooDeep(items, context) && least < 2) return [];
  const first = sampleOf(items, name, find, context);
  const target = followed(items, find);
  const values = target?.kind === "enum" ? target.values.filter((value) => value !== null) : [];
  const others = values.filter((value) => value !== first);
  const isUnique = isUniqueList(constraints);
  return Array.from({ length: Math.max(least, 1) }, (_, index) =>
    index === 0 ? first : isUnique ? (others[index - 1] ?? numbered(first, index)) : first,
  );
}

/** The maximum number of items of a sample, even if its list requires more. */
const mostItems = 20;

/** Another value of the same type. */
function numbered(value: unknown, index: number): unknown {
  if (typeof value === "number") return value + index;
  return typeof value === "string" ? `${value}${index + 1}` : value;
}

/** An object with its required fields, and the optional fields that the context selects. */
function sampleObject(
  { fields, additional }: Extract<SchemaKind, { kind: "object" }>,
  find: FindSchema,
  context: SampleContext,
): unknown {
  if (context.depth === limits.objects) return {};
  const inside = { ...context, depth: context.depth + 1 };
  if (fields.length === 0 && additional !== null && additional.kind !== "unknown") {
    return { key: sampleOf(additional, "value", find, inside) };
  }
  const isFree = fields.length === 0 && additional?.kind === "unknown";
  if (isFree && context.optional === "exampleElseFew") return { key: "value" };
  const isPossible = ({ required, deprecated, schema }: Field) =>
    required || (deprecated === null && schema.kind !== "never" && !isTooDeep(schema, inside));
  const shown = shownFields(fields.filter(isPossible), find, context);
  return Object.fromEntries(shown.map((field) => [field.name, sampleField(field, find, inside)]));
}

function sampleUnion(
  members: readonly Schema[],
  name: string,
  find: FindSchema,
  context: SampleContext,
) {
  const chosen = members.find((member) => !isTooDeep(member, context)) ?? members[0];
  return chosen ? sampleOf(chosen, name, find, context) : null;
}

/** If members disagree about a field, chooses a value that all of them allow. */
function sampleIntersection(
  whole: Extract<Schema, { kind: "intersection" }>,
  name: string,
  find: FindSchema,
  context: SampleContext,
): unknown {
  const parts = partsOf(whole.members, find, context).map((part) =>
    firstMember(part, find, context),
  );
  const object = flattenedObject({ ...whole, members: parts, nullable: false }, find);
  if (object !== null) {
    if (context.rest.names === 0) return noFiniteValue;
    context.rest.names -= 1;
    return sampleObject(object, find, context);
  }
  const samples = parts.map((member) => sampleOf(member, name, find, context));
  if (!samples.every(isRecord)) return samples[0];
  const lastWins = Object.fromEntries(samples.flatMap(Object.entries));
  const isRepeated = samples.flatMap(Object.keys).length > Object.keys(lastWins).length;
  if (!isRepeated || parts.every((part) => fitsPart(lastWins, part, find))) return lastWins;
  const firstWins = Object.fromEntries(samples.toReversed().flatMap(Object.entries));
  return { ...lastWins, ...firstWins };
}

/**
 * The members of an intersection. A parent's union of subtypes is left out if it contains the
 * schema being sampled.
 */
function partsOf(
  members: readonly Schema[],
  find: FindSchema,
  context: SampleContext,
): readonly Schema[] {
  const own = context.names.at(-1);
  const isOwn = (schema: Schema) => schema.kind === "named" && schema.name === own;
  return members.flatMap((member) => {
    const target = followed(member, find);
    const inner = target?.kind === "intersection" ? target.members : [];
    const remaining = inner.filter((each) => each.kind !== "union" || !each.members.some(isOwn));
    return remaining.length < inner.length ? remaining : [member];
  });
}

/** The first suitable member of a union, so that its fields merge with those of its siblings. */
function firstMember(schema: Schema, find: FindSchema, context: SampleContext): Schema {
  const target = followed(schema, find);
  if (target?.kind !== "union") return schema;
  return target.members.find((member) => !isTooDeep(member, context)) ?? schema;
}

function sampleNamed(
  schema: Extract<Schema, { kind: "named" }>,
  name: string,
  find: FindSchema,
  context: SampleContext,
): unknown {
  const { names, rest } = context;
  const target = find(schema.name);
  const isEnd = names.includes(schema.name) || names.length >= limits.names || rest.names === 0;
  if (target === undefined || !followed(target, find)) return schema.nullable ? null : {};
  if (isEnd) return schema.nullable ? null : (minimalValue(target, find)?.value ?? noFiniteValue);
  rest.names -= 1;
  return sampleOf(target, name, find, { ...context, names: [...names, schema.name], depth: 0 });
}

function nonNull(example: Example | null): Example | null {
  return example?.value === null ? null : example;
}
