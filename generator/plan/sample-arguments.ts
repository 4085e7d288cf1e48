import type { Example, Operation } from "../model/api.js";
import type { Argument, Arguments } from "./arguments.js";
import { type Code, code } from "./code.js";
import { type FindSchema, followed } from "./find-schema.js";
import { plausibleText } from "./plausible.js";
import { exampleOf, isUsable, sampleField } from "./sample.js";
import { isFields } from "./value.js";

/** The object that a call is given; nothing is in it that the call can do without and that needs guessing. */
export function sampleArguments(
  { body }: Operation,
  given: Arguments,
  find: FindSchema,
): Readonly<Record<string, unknown>> {
  const whole = body?.example?.value;
  const told = given.fields.map((field) => ({
    ...field,
    example: exampleFrom(whole, field) ?? exampleOf(field, find),
  }));
  const first = told.filter((field) => field.required || isShown(field, find));
  // A body may be left out, but not by half.
  const asked = first.some(({ in: place }) => place === "body") ? requiredIn(body, find) : [];
  const shown = told.filter(
    (field) => first.includes(field) || (field.in === "body" && asked.includes(field.name)),
  );
  return Object.fromEntries(
    shown.map((field) => [field.key, sampleArgument(field, body, given, find)]),
  );
}

/** A body of text or bytes is given whole, and the files of a form as files. */
function sampleArgument(
  field: Argument,
  body: Operation["body"],
  { body: kind, files, readOnly }: Arguments,
  find: FindSchema,
): unknown {
  const { name } = field;
  const isWhole = field.in === "body" && kind === "body";
  const whole = sampleField(field, find);
  const sample = isWhole ? withoutKeys(whole, readOnly) : whole;
  switch (field.in === "body" ? body?.format : null) {
    case "text":
      return typeof sample === "string" ? sample : plausibleText(name, null);
    case "binary":
      return fileCalled(name);
    case "multipart":
      if (isWhole) return withFiles(sample, files);
      return files.includes(name) ? asFiles(sample, name) : sample;
    default:
      return sample;
  }
}

function withoutKeys(sample: unknown, keys: readonly string[]): unknown {
  if (!isFields(sample)) return sample;
  return Object.fromEntries(Object.entries(sample).filter(([key]) => !keys.includes(key)));
}

function withFiles(sample: unknown, files: readonly string[]): unknown {
  if (!isFields(sample)) return sample;
  return Object.fromEntries(
    Object.entries(sample).map(([name, value]) => [
      name,
      files.includes(name) ? asFiles(value, name) : value,
    ]),
  );
}

/** One file, or one in a list, as the sample of its schema is. */
function asFiles(sample: unknown, name: string): unknown {
  if (sample === null) return null;
  return Array.isArray(sample) ? sample.map(() => fileCalled(name)) : fileCalled(name);
}

function fileCalled(name: string): Code {
  return code(`new Blob([${JSON.stringify(plausibleText(name, null))}])`);
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
  if (deprecated !== null) return false;
  const isSwitch = place === "body" && schema.kind === "scalar" && schema.type === "boolean";
  return isSwitch || isUsable(field.example, schema, find);
}
