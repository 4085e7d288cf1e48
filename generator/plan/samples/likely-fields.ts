import type { Field } from "../../model/api/schema.js";
import { type FindSchema, followed } from "../../model/schema/find-schema.js";

/** The maximum number of optional fields without an example that a sample shows. */
export const mostFieldsShown = 3;

/** Fields that people usually set, such as in an update. */
const commonNames =
  /^((first|last|display)_?)?name$|^(title|label|description|email(_?address)?|status|content|text|message)$/i;

/**
 * The optional fields without an example that a user would most likely send, in their order: up to
 * three scalars, else a single structured value.
 */
export function likelyFields<Each extends Field>(
  fields: readonly Each[],
  find: FindSchema,
): Each[] {
  const ranked = fields
    .filter(({ deprecated, schema }) => deprecated === null && !schema.readOnly)
    .map((field) => ({ field, rank: rankOf(field, find) }))
    .sort((one, other) => one.rank - other.rank);
  const plain = ranked.filter(({ rank }) => rank < structured).slice(0, mostFieldsShown);
  const one = ranked.filter(({ rank }) => rank < impossible).slice(0, 1);
  const chosen = new Set((plain.length > 0 ? plain : one).map(({ field }) => field));
  return fields.filter((field) => chosen.has(field));
}

const structured = 3;
const impossible = 5;

/** Lower is more likely. */
function rankOf({ name, schema }: Field, find: FindSchema): number {
  const target = schema.kind === "array" ? schema.items : schema;
  switch (followed(target, find)?.kind) {
    case "scalar":
      return commonNames.test(name) ? 0 : schema.kind === "array" ? 2 : 1;
    case "enum":
      return schema.kind === "array" ? 2 : 1;
    case "object":
    case "intersection":
    case "array":
    case "tuple":
      return structured;
    case "union":
    case "unknown":
      return structured + 1;
    default:
      return impossible;
  }
}
