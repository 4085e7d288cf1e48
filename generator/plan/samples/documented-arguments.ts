import type { Operation } from "../../model/api/operation.js";
import type { Example } from "../../model/api/schema.js";
import type { FindSchema } from "../../model/schema/find-schema.js";
import { isRecord } from "../../record.js";
import type { Argument } from "../call/arguments.js";
import type { Call } from "../call/call.js";
import { answerId } from "./answer-id.js";
import { exampleOf, isUsable, parsedJson } from "./usable-example.js";

/** The arguments of a call, each with the document's example for it. */
interface DocumentedArguments {
  readonly fields: readonly Argument[];
  /** Whether an example of the whole body chooses which of its fields are sent. */
  readonly hasBodyExample: boolean;
}

/** The arguments of a call, each with the first of the document's examples that its schema allows. */
export function documentedArguments(
  { operation, arguments: given }: Pick<Call, "operation" | "arguments">,
  find: FindSchema,
): DocumentedArguments {
  const whole = given.body === "fields" ? bodyExample(operation.body, given.fields, find) : null;
  const fields = given.fields.map((field) => {
    const isPart = whole !== null && field.in === "body";
    return { ...field, example: isPart ? partOf(whole, field) : firstUsable(field, find) };
  });
  return { fields, hasBodyExample: whole !== null };
}

/**
 * An argument with the value that the example of the response has for it, unless it has an example
 * itself: a server returns what it was sent.
 */
export function withAnswer(field: Argument, operation: Operation, find: FindSchema): Argument {
  if (isUsable(field.example, field.schema, find)) return field;
  if (field.in === "path") return { ...field, example: answerId(field, operation, find) };
  const answer = operation.success.flatMap(({ content }) => content?.example ?? [])[0]?.value;
  return { ...field, example: partOf(answer, field) ?? field.example };
}

/** The first example of a body that has a value for at least one of its fields. */
function bodyExample(
  body: Operation["body"],
  fields: readonly Argument[],
  find: FindSchema,
): Readonly<Record<string, unknown>> | null {
  const examples = body ? [body.example, ...body.examples] : [];
  const isOfUse = (value: unknown) =>
    fields.some((field) => isUsable(partOf(value, field), field.schema, find));
  return (
    examples
      .map((each) => parsedJson(each?.value))
      .filter(isRecord)
      .find(isOfUse) ?? null
  );
}

/** The part of a body's example for one of its fields. */
function partOf(whole: unknown, { in: place, name }: Argument): Example | null {
  const isPart = place === "body" && isRecord(whole) && Object.hasOwn(whole, name);
  return isPart ? { value: whole[name] } : null;
}

function firstUsable(field: Argument, find: FindSchema): Example | null {
  const all = [exampleOf(field, find), ...field.examples];
  return all.find((each) => isUsable(each, field.schema, find)) ?? null;
}
