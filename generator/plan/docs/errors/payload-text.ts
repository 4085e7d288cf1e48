import type { Response } from "../../../model/api/operation.js";
import type { Field, Schema } from "../../../model/api/schema.js";
import { type FindSchema, followed } from "../../../model/schema/find-schema.js";
import { flattenedFields } from "../../../model/schema/flattened-fields.js";
import { objectKey } from "../../../text.js";

/** A value in a payload, and the code that reads it. */
interface Step {
  readonly schema: Schema;
  readonly code: string;
  /** The name of the field that it is in, directly or as an item of a list. */
  readonly name: string;
  /** Whether the value can be missing or `null`. */
  readonly mayLack: boolean;
  readonly depth: number;
}

/** The maximum depth of a text, such as a field of the first item of a list in a field. */
const deepest = 4;

/**
 * Code that reads a text from the payload of failures, the one that says most about them:
 * `error.body.errors[0]?.message`. The whole payload if it has no texts.
 *
 * @param failures responses with the same JSON payload.
 * @param payload the code of the payload: `error.body`.
 */
export function payloadText(
  failures: readonly Pick<Response, "content">[],
  payload: string,
  find: FindSchema,
): string {
  const [content] = failures.flatMap((failure) => failure.content ?? []);
  if (content === undefined) return payload;
  const { schema } = content;
  const mayLack = isNullable(schema, find);
  const steps: Step[] = [{ schema, code: payload, name: "", mayLack, depth: 0 }];
  const names = new Set<string>();
  // Breadth-first, because the list grows during the loop; each name is entered once.
  for (const step of steps) for (const next of stepsFrom(step, names, find)) steps.push(next);
  const [best] = steps
    .filter((step) => step.name !== "" && isText(step.schema, find))
    .sort((one, other) => rankOf(one) - rankOf(other));
  return best?.code ?? payload;
}

function stepsFrom(step: Step, names: Set<string>, find: FindSchema): Step[] {
  const { schema, code, name, mayLack, depth } = step;
  const isKnown = schema.kind === "named" && names.has(schema.name);
  const target = isKnown || depth === deepest ? undefined : followed(schema, find);
  if (target === undefined) return [];
  if (schema.kind === "named") names.add(schema.name);
  if (target.kind === "array") {
    const item = mayLack ? `${code}?.[0]` : `${code}[0]`;
    return [{ schema: target.items, code: item, name, mayLack: true, depth: depth + 1 }];
  }
  const fields = flattenedFields({ ...target, nullable: false }, find) ?? [];
  return fields
    .filter((field) => !field.schema.writeOnly && field.deprecated === null)
    .map((field) => ({
      schema: field.schema,
      code: `${code}${accessTo(field, mayLack)}`,
      name: field.name,
      mayLack: !field.required || isNullable(field.schema, find),
      depth: depth + 1,
    }));
}

/** `.message`, or `?.["error-code"]` if the name isn't an identifier and the object may lack. */
function accessTo({ name }: Field, mayLack: boolean): string {
  const isIdentifier = objectKey(name) === name;
  const access = isIdentifier ? `.${name}` : `[${JSON.stringify(name)}]`;
  if (!mayLack) return access;
  return isIdentifier ? `?${access}` : `?.${access}`;
}

function isNullable(schema: Schema, find: FindSchema): boolean {
  if (schema.nullable || followed(schema, find) === undefined) return true;
  const target = schema.kind === "named" ? find(schema.name) : undefined;
  return target !== undefined && isNullable(target, find);
}

function isText(schema: Schema, find: FindSchema): boolean {
  const target = followed(schema, find);
  return target?.kind === "enum" || (target?.kind === "scalar" && target.type === "string");
}

/** The names of texts, the most telling first. */
const telling = [
  /^message$/i,
  /^(detail|error_?description|error_?message|reason)$/i,
  /message$/i,
  /^(details?|description|title|error|msg)$/i,
  /code$/i,
];

/** Lower says more about a failure. */
function rankOf({ schema, name, depth }: Step): number {
  const index = telling.findIndex((names) => names.test(name));
  const rank = index === -1 ? telling.length : index;
  return schema.isErrorMessage ? -1 : rank * (deepest + 1) + depth;
}
