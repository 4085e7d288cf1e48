import type { Body, Example, Operation, Parameter } from "../../model/api.js";
import { type FindSchema, followed } from "../../model/schema/find-schema.js";
import type { Argument, Arguments } from "../call/arguments.js";
import type { Call } from "../call/call.js";
import { titleCase } from "../names/words.js";
import { isFields } from "./fits-schema.js";
import { type RawCode, rawCode, rawCodeOf } from "./raw-code.js";
import { exampleOf, isUsable, sampleField } from "./sample.js";
import { sampleFile, sampleText } from "./scalar-sample.js";

/** A sample request. Leaves out optional fields whose values would be guesses. */
export function sampleArguments(
  { operation: { body }, arguments: given }: Pick<Call, "operation" | "arguments">,
  find: FindSchema,
): Readonly<Record<string, unknown>> {
  // If the body is a single field, the body's example is that field's example.
  const whole = given.body === "fields" ? body?.example?.value : undefined;
  const told = given.fields.map((field) => ({
    ...field,
    // The example of the whole body leaves out the fields that it doesn't show.
    example:
      field.in === "body" && isFields(whole) ? exampleFrom(whole, field) : exampleOf(field, find),
  }));
  const first = new Set(
    told.filter(
      (field) => field.required || isShown(field, find, field.in === "body" && isFields(whole)),
    ),
  );
  // An optional body is present as a whole or not at all.
  const hasBody = [...first].some(({ in: place }) => place === "body");
  const asked = new Set(hasBody ? requiredIn(body, find) : []);
  const shown = told.filter(
    (field) => first.has(field) || (field.in === "body" && asked.has(field.name)),
  );
  return Object.fromEntries(
    shown.map((field) => [field.key, sampleArgument(field, body, given, find)]),
  );
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
  const sample = sampleField(field, find);
  switch (field.in === "body" ? body?.format : null) {
    case "text":
      return typeof sample === "string" ? sample : sampleText(name, null);
    case "binary":
      return fileCalled(name, body?.contentType ?? null);
    case "multipart":
      if (isWhole) return withFiles(sample, files, body);
      return files.includes(name) ? asFiles(sample, name, body) : sample;
    default:
      return sample;
  }
}

function withFiles(sample: unknown, files: readonly string[], body: Operation["body"]): unknown {
  if (!isFields(sample)) return sample;
  const held = new Set(files);
  return Object.fromEntries(
    Object.entries(sample).map(([name, value]) => [
      name,
      held.has(name) ? asFiles(value, name, body) : value,
    ]),
  );
}

/** One file or a list of one, like the sample of the schema. */
function asFiles(sample: unknown, name: string, body: Operation["body"]): unknown {
  if (sample === null) return null;
  const { contentType = null } = body?.encodings.find((each) => each.name === name) ?? {};
  const file = fileCalled(name, contentType);
  return Array.isArray(sample) ? sample.map(() => file) : file;
}

const opening = "await openAsBlob(";

function fileCalled(name: string, contentType: string | null): RawCode {
  return rawCode(`${opening}${JSON.stringify(sampleFile(name, contentType))})`);
}

/** Whether a sample opens files with a function of `node:fs`. */
export function opensFiles(sample: unknown): boolean {
  const text = rawCodeOf(sample);
  if (text !== null) return text.startsWith(opening);
  return Array.isArray(sample)
    ? sample.some(opensFiles)
    : isFields(sample) && Object.values(sample).some(opensFiles);
}

function requiredIn(body: Operation["body"], find: FindSchema): string[] {
  const target = body && followed(body.schema, find);
  if (target?.kind !== "object") return [];
  return target.fields.flatMap(({ name, required }) => (required ? [name] : []));
}

/** The part of a body's example for one of its fields. */
function exampleFrom(whole: unknown, { in: place, name }: Argument): Example | null {
  const isPart = place === "body" && isFields(whole) && Object.hasOwn(whole, name);
  return isPart ? { value: whole[name] } : null;
}

/**
 * Booleans need no example, because either value is a fair sample.
 *
 * @param isTold whether an example of the whole determines the fields.
 */
function isShown(field: Argument, find: FindSchema, isTold: boolean): boolean {
  const { schema, deprecated, in: place } = field;
  if (deprecated !== null) return false;
  const isSwitch =
    !isTold && place === "body" && schema.kind === "scalar" && schema.type === "boolean";
  return isSwitch || isUsable(field.example, schema, find);
}

/** A call made of the document's examples that have the same name. */
interface ExampleCall {
  /** The title of the call. */
  readonly title: string;
  /** The operation, with the examples of this call first. */
  readonly operation: Operation;
}

/** The maximum number of calls on a page. */
const most = 5;

/** The calls of an operation's named examples in order, those of its body first. */
export function exampleCallsOf(operation: Operation): ExampleCall[] {
  const { body, parameters } = operation;
  const named = [body, ...parameters].flatMap((each) => each?.examples ?? []);
  const titles = new Map<string, string>();
  for (const { name, summary } of named) {
    if (!titles.has(name)) titles.set(name, summary ?? titleOf(name));
  }
  return [...titles].slice(0, most).map(([name, title]) => ({
    title,
    operation: {
      ...operation,
      body: body && withExample(body, name),
      parameters: parameters.map((parameter) => withExample(parameter, name)),
    },
  }));
}

function withExample<Node extends Body | Parameter>(node: Node, name: string): Node {
  const example = node.examples.find((each) => each.name === name);
  return example === undefined ? node : { ...node, example: { value: example.value } };
}

/** Keeps a name that is already written as text. */
function titleOf(name: string): string {
  return /\s/.test(name) ? name : titleCase(name);
}
