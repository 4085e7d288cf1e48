import type { Operation } from "../../model/api/operation.js";
import { type FindSchema, followed } from "../../model/schema/find-schema.js";
import { flattenedFields } from "../../model/schema/flattened-fields.js";
import { isRecord } from "../../record.js";
import type { Argument, Arguments } from "../call/arguments.js";
import type { Call } from "../call/call.js";
import { documentedArguments, withAnswer } from "./documented-arguments.js";
import { likelyFields, mostFieldsShown } from "./likely-fields.js";
import { sampleField } from "./sample.js";
import { sampleContext } from "./sample-context.js";
import { asFiles, fileCode, withFiles } from "./sample-files.js";
import { sampleText } from "./scalar-sample.js";
import { isUsable } from "./usable-example.js";
import { valueCode } from "./value-code.js";

/** The maximum number of lines of a request, which leaves a program of at most 25 lines. */
const mostLines = 18;

/**
 * A sample request: the document's example, else the required fields, the optional fields with an
 * example, and, if a write would otherwise send nothing, a few likely fields.
 */
export function sampleArguments(
  { operation, arguments: given }: Pick<Call, "operation" | "arguments">,
  find: FindSchema,
): Readonly<Record<string, unknown>> {
  const { body } = operation;
  const call = { operation, arguments: given };
  const { fields: known, hasBodyExample } = documentedArguments(call, find);
  const requiredFields = known.filter(({ required }) => required);
  const shown = withFewFilters(
    known.filter((field) => !field.required && hasUsableExample(field, find)),
  );
  const first = [...requiredFields, ...shown];
  const added = hasBodyExample ? [] : addedFields(known, first, find);
  // If one field of an optional body is present, its required fields are too.
  const hasBody = [...first, ...added].some(isInBody);
  const inBody = new Set(hasBody ? requiredIn(body, find) : []);
  const needed = known.filter(
    (field) => field.required || (isInBody(field) && inBody.has(field.name)),
  );
  const isExample = (field: Argument) => isInBody(field) && hasBodyExample;
  const always = new Set([...needed, ...shown.filter(isExample)]);
  const sampleFor = (field: Argument) =>
    sampleArgument(withAnswer(field, operation, find), body, given, find);
  const values = new Map([...always].map((field) => [field, sampleFor(field)]));
  const optional = [...shown, ...added].filter((field) => !always.has(field));
  let lines = [...values.values()].reduce<number>((sum, value) => sum + linesOf(value), 2);
  for (const field of optional) {
    const value = sampleFor(field);
    const isFirst = isInBody(field) && ![...values.keys()].some(isInBody);
    if (lines + linesOf(value) > mostLines && !isFirst) continue;
    lines += linesOf(value);
    values.set(field, value);
  }
  return Object.fromEntries(
    known.flatMap((field) => (values.has(field) ? [[field.key, values.get(field)]] : [])),
  );
}

/**
 * Leaves out query parameters beyond the first few, and those with the same example as another:
 * they are usually the ends of a range, and nothing is between equal ends.
 */
function withFewFilters(fields: readonly Argument[]): Argument[] {
  const values = new Set<unknown>();
  let filters = 0;
  return fields.filter(({ in: place, example }) => {
    if (place !== "query") return true;
    const value = typeof example?.value === "boolean" ? undefined : example?.value;
    if (filters === mostFieldsShown || (value !== undefined && values.has(value))) return false;
    values.add(value);
    filters += 1;
    return true;
  });
}

/**
 * A sample request with only the required fields and one other: filters could leave nothing to
 * return.
 *
 * @param other an optional field of the call.
 */
export function requiredArguments(
  { operation, arguments: given }: Pick<Call, "operation" | "arguments">,
  other: Argument | undefined,
  find: FindSchema,
): Readonly<Record<string, unknown>> {
  const needed = other && isInBody(other) ? requiredIn(operation.body, find) : [];
  const fields = given.fields.filter(
    (field) =>
      field.required || field === other || (isInBody(field) && needed.includes(field.name)),
  );
  return sampleArguments({ operation, arguments: { ...given, fields } }, find);
}

/** The values of a sample request by their names in the document, those of the body's fields too. */
export function valuesByName(
  sample: Readonly<Record<string, unknown>>,
  { fields, body }: Arguments,
): Readonly<Record<string, unknown>> {
  const values = fields.flatMap((field): [string, unknown][] => {
    const value = sample[field.key];
    if (value === undefined) return [];
    const isWhole = isInBody(field) && body === "body";
    return isWhole && isRecord(value) ? Object.entries(value) : [[field.name, value]];
  });
  return Object.fromEntries(values);
}

function isInBody({ in: place }: Argument): boolean {
  return place === "body";
}

function linesOf(value: unknown): number {
  return valueCode(value).split("\n").length;
}

/**
 * Optional fields of a body without an example: booleans, for which any value is a good sample, and
 * others only if the body would otherwise be empty.
 */
function addedFields(
  known: readonly Argument[],
  shown: readonly Argument[],
  find: FindSchema,
): Argument[] {
  const candidates = known.filter((field) => isInBody(field) && !shown.includes(field));
  const remaining =
    mostFieldsShown - shown.filter((field) => isInBody(field) && !field.required).length;
  const switches = candidates.filter(
    ({ schema, deprecated }) =>
      deprecated === null && schema.kind === "scalar" && schema.type === "boolean",
  );
  if (shown.some(isInBody)) return switches.slice(0, Math.max(remaining, 0));
  return likelyFields(candidates, find);
}

/** Text and binary bodies are passed whole, and files in a form as files. */
function sampleArgument(
  field: Argument,
  body: Operation["body"],
  { body: kind, files }: Arguments,
  find: FindSchema,
): unknown {
  const { name } = field;
  const isWhole = field.in === "body" && kind === "body";
  const sample = requestValue(field, find);
  if (field.payload.kind === "stream") return sample;
  switch (field.in === "body" ? body?.format : null) {
    case "text":
      return typeof sample === "string" ? sample : sampleText({ name, description: null });
    case "binary":
      return fileCode(name, body?.contentType ?? null);
    case "multipart":
      if (isWhole) return withFiles(sample, files, body);
      return files.includes(name) ? asFiles(sample, name, body) : sample;
    default:
      return sample;
  }
}

/** A value for a field, without optional parts if it would otherwise be long. */
function requestValue(field: Argument, find: FindSchema): unknown {
  const value = sampleField(field, find, sampleContext(null, { optional: "exampleElseFew" }));
  const isLong = linesOf(value) > mostLines && !isUsable(field.example, field.schema, find);
  return isLong ? sampleField(field, find, sampleContext(null, { optional: "none" })) : value;
}

function requiredIn(body: Operation["body"], find: FindSchema): string[] {
  const target = body && followed(body.schema, find);
  const fields = (target && flattenedFields({ ...target, nullable: false }, find)) ?? [];
  return fields.flatMap(({ name, required }) => (required ? [name] : []));
}

/** Whether the document has an example of an optional field that fits. */
function hasUsableExample({ deprecated, example, schema }: Argument, find: FindSchema): boolean {
  return deprecated === null && isUsable(example, schema, find);
}
