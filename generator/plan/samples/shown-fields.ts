import { memoizePair } from "../../memoize.js";
import type { Field } from "../../model/api/schema.js";
import type { FindSchema } from "../../model/schema/find-schema.js";
import { likelyFields } from "./likely-fields.js";
import type { SampleContext } from "./sample-context.js";
import { exampleOf, isUsable } from "./usable-example.js";

/** The fields of an object that its sample contains: the required ones, and those that the context selects. */
export function shownFields(
  fields: readonly Field[],
  find: FindSchema,
  context: SampleContext,
): readonly Field[] {
  if (context.optional === "all") return fields;
  const shown = selectedFields(fields, find, context);
  let optional = 0;
  return shown.filter(({ required }) => required || ++optional <= mostOptional);
}

/** The maximum number of optional fields of an object in a sample that needn't show all. */
const mostOptional = 50;

function selectedFields(
  fields: readonly Field[],
  find: FindSchema,
  context: SampleContext,
): readonly Field[] {
  const documented =
    context.optional === "none"
      ? fields.filter(({ required }) => required)
      : documentedFields(fields, find);
  const isEmpty = documented.length === 0 && context.names.length <= 1;
  if (!isEmpty) return documented;
  return context.optional === "exampleElseAll" ? fields : likelyFields(fields, find);
}

/**
 * The required fields and those with an example. Memoized, because every sample of the object needs
 * them.
 */
const documentedFields = memoizePair(
  (fields: readonly Field[], find: FindSchema): readonly Field[] =>
    fields
      .map((field) => ({ ...field, example: exampleOf(field, find) }))
      .filter(({ required, example, schema }) => required || isUsable(example, schema, find)),
);
