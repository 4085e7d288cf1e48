import type { Example, Schema } from "../../model/api/schema.js";
import type { FindSchema } from "../../model/schema/find-schema.js";
import { isRecord } from "../../record.js";
import { rawCode } from "./raw-code.js";
import { scalarSample } from "./scalar-sample.js";

/** A placeholder for a value that would have to contain itself, so that no finite value exists. */
export const noFiniteValue = rawCode("undefined as never");

/** The maximum number of names to follow: a chain may be as long as its document. */
const mostNames = 100;

/** Results by name; `null` while a result is being computed, so that cycles end. */
type Found = Map<string, Example | null>;

/**
 * The smallest value of a schema without the schemas that it refers to, or `null` if there is none.
 */
export function minimalValue(
  schema: Schema,
  find: FindSchema,
  seen: Found = new Map(),
): Example | null {
  if (schema.nullable) return { value: null };
  switch (schema.kind) {
    case "array":
      return { value: [] };
    case "object":
      return schema.fields.some(({ required }) => required) ? null : { value: {} };
    case "intersection":
      return schema.members.every((member) => isRecord(minimalValue(member, find, seen)?.value))
        ? { value: {} }
        : null;
    case "union":
      return firstValue(schema.members, find, seen);
    case "named": {
      const found = seen.get(schema.name);
      if (found !== undefined || seen.size === mostNames) return found ?? null;
      seen.set(schema.name, null);
      const target = find(schema.name);
      const value = target ? minimalValue(target, find, seen) : null;
      seen.set(schema.name, value);
      return value;
    }
    case "tuple":
      return schema.least === 0 ? { value: [] } : null;
    case "never":
      return null;
    default:
      return { value: scalarSample(schema, { name: "value", description: null }) };
  }
}

function firstValue(members: readonly Schema[], find: FindSchema, seen: Found): Example | null {
  for (const member of members) {
    const value = minimalValue(member, find, seen);
    if (value !== null) return value;
  }
  return null;
}
