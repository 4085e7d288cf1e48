import type { Example, Operation } from "../model/api.js";
import type { Argument, Arguments } from "./arguments.js";
import { type FindSchema, followed } from "./find-schema.js";
import { exampleOf, isUsable, sampleField } from "./sample.js";
import { isFields } from "./value.js";

/** The object that a call is given; nothing is in it that the call can do without and that needs guessing. */
export function sampleArguments(
  { body }: Operation,
  { fields }: Arguments,
  find: FindSchema,
): Readonly<Record<string, unknown>> {
  const whole = body?.example?.value;
  const told = fields.map((field) => ({
    ...field,
    example: exampleFrom(whole, field) ?? exampleOf(field, find),
  }));
  const first = told.filter((field) => field.required || isShown(field, find));
  // A body may be left out, but not by half.
  const asked = first.some(({ in: place }) => place === "body") ? requiredIn(body, find) : [];
  const shown = told.filter(
    (field) => first.includes(field) || (field.in === "body" && asked.includes(field.name)),
  );
  return Object.fromEntries(shown.map((field) => [field.key, sampleField(field, find)]));
}

function requiredIn(body: Operation["body"], find: FindSchema): string[] {
  const target = body && followed(body.schema, find);
  if (target?.kind !== "object") return [];
  return target.fields.flatMap(({ name, required }) => (required ? [name] : []));
}

/** The part of a body's example that is about one of its fields. */
function exampleFrom(whole: unknown, { in: place, name }: Argument): Example | null {
  const isPart = place === "body" && isFields(whole) && Object.hasOwn(whole, name);
  return isPart ? { value: whole[name] } : null;
}

/** Either value of a switch is a fair sample, so that it needs no example. */
function isShown(field: Argument, find: FindSchema): boolean {
  const { schema, deprecated, in: place } = field;
  if (deprecated !== null || schema.readOnly) return false;
  const isSwitch = place === "body" && schema.kind === "scalar" && schema.type === "boolean";
  return isSwitch || isUsable(field.example, schema, find);
}
