import type { Schema, SchemaKind } from "../model/api/schema.js";
import { type FindSchema, followed } from "../model/schema/find-schema.js";
import { flattenedObject } from "../model/schema/flattened-fields.js";
import { distinct, limitIn } from "../plan/samples/constraints.js";
import { fitsPart } from "../plan/samples/fits-schema.js";
import { exampleOf, isUsable } from "../plan/samples/usable-example.js";
import { isRecord } from "../record.js";
import { integerFrom, oneOf, type Random } from "./random.js";

/**
 * Another value of a schema: a sample with other texts, numbers and choices, and up to three items in
 * each list. Values from the document's examples stay.
 */
export function variedValue(
  value: unknown,
  schema: Schema,
  find: FindSchema,
  random: Random,
): unknown {
  const target = followed(schema, find);
  if (target === undefined || isUsable(target.example, target, find)) return value;
  const object = target.kind === "intersection" ? flattenedObject(target, find) : target;
  switch (object?.kind) {
    case "object":
      return isRecord(value) ? variedFields(value, object, find, random) : value;
    case "array":
      return Array.isArray(value) ? variedItems(value, object, find, random) : value;
    case "enum":
      return value === null ? null : oneOf(random, object.values);
    case "union": {
      const member = object.members.find((each) => fitsPart(value, each, find));
      return member ? variedValue(value, member, find, random) : value;
    }
    case "scalar": {
      const other = variedScalar(value, random);
      return fitsPart(other, object, find) ? other : value;
    }
    default:
      return value;
  }
}

function variedFields(
  value: Readonly<Record<string, unknown>>,
  { fields }: Extract<SchemaKind, { kind: "object" }>,
  find: FindSchema,
  random: Random,
): unknown {
  const known = new Map(fields.map((field) => [field.name, field]));
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      const field = known.get(name);
      const isVaried = field && !isUsable(exampleOf(field, find), field.schema, find);
      return [name, isVaried ? variedValue(inner, field.schema, find, random) : inner];
    }),
  );
}

function variedItems(
  value: readonly unknown[],
  { items, constraints }: Extract<SchemaKind, { kind: "array" }> & Pick<Schema, "constraints">,
  find: FindSchema,
  random: Random,
): unknown {
  const [first] = value;
  const most = limitIn(constraints, "maxItems") ?? 3;
  const count = value.length === 1 ? integerFrom(random, 1, Math.min(3, most)) : value.length;
  const varied = Array.from({ length: count }, (_, index) =>
    variedValue(value[index] ?? first, items, find, random),
  );
  return distinct(varied);
}

function variedScalar(value: unknown, random: Random): unknown {
  switch (typeof value) {
    case "boolean":
      return random() < 0.5;
    case "number":
      return value + integerFrom(random, 0, 99);
    case "string":
      return variedText(value, random);
    default:
      return value;
  }
}

const words = (
  "amber birch cedar delta ember fjord grove harbor indigo juniper lagoon maple north opal pine " +
  "quartz river sable tundra willow"
).split(" ");

/** What a kind of text replaces. The first row that matches wins. */
const replaced: readonly (readonly [kind: RegExp, part: RegExp, by: (random: Random) => string])[] =
  [
    [/^\d{4}-\d\d-\d\d/, /(?<=^\d{4})-\d\d-\d\d/, monthAndDay],
    [/^[^@\s]+@[^@\s]+$/, /^[^@]+/, word],
    [
      /^(\w+:\/\/)?[\w-]+(\.[\w-]+)*\.com\b/,
      /(?<=^(\w+:\/\/)?)(?=\w)/,
      (random) => `${word(random)}.`,
    ],
    // Other addresses and numbers could be real ones.
    [/^(\+|\d+\.|[\da-f]+:)/, /\d$/, digit],
    [/^[\da-f]{8}-[\da-f]{4}-4.{21}$/, /(?<=^.{15,})\d/g, digit],
    [/\d/, /\d/g, digit],
    [/^<.*>$/, /^.*$/s, word],
  ];

function variedText(text: string, random: Random): string {
  const [, part, by] = replaced.find(([kind]) => kind.test(text)) ?? [];
  return part && by ? text.replace(part, () => by(random)) : text;
}

function word(random: Random): string {
  return oneOf(random, words) ?? "";
}

function digit(random: Random): string {
  return String(integerFrom(random, 0, 9));
}

function monthAndDay(random: Random): string {
  const [month, day] = [integerFrom(random, 1, 12), integerFrom(random, 1, 28)].map(twoDigits);
  return `-${month}-${day}`;
}

function twoDigits(part: number): string {
  return String(part).padStart(2, "0");
}
