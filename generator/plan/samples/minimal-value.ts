import type { Example, Schema } from "../../model/api.js";
import type { FindSchema } from "../find-schema.js";
import { isFields } from "./fits-schema.js";
import { rawCode } from "./raw-code.js";
import { scalarSample } from "./scalar-sample.js";

/** In the place of a value that would have to hold itself: no such value has an end. */
export const endless = rawCode("undefined as never");

/** How many names are looked at: a chain of them may be as long as its document. */
const utmost = 100;

/** What was found for names; `null` as long as that is being found out, so that loops end. */
type Found = Map<string, Example | null>;

/** The least value of a schema, which holds none of what it refers to, or `null` where there is no such value. */
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
      return schema.members.every((member) => isFields(minimalValue(member, find, seen)?.value))
        ? { value: {} }
        : null;
    case "union":
      return firstValue(schema.members, find, seen);
    case "named": {
      const found = seen.get(schema.name);
      if (found !== undefined || seen.size === utmost) return found ?? null;
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
      return { value: scalarSample(schema, "value") };
  }
}

function firstValue(members: readonly Schema[], find: FindSchema, seen: Found): Example | null {
  for (const member of members) {
    const value = minimalValue(member, find, seen);
    if (value !== null) return value;
  }
  return null;
}
