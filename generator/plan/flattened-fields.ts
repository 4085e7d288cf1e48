import type { Field, Schema } from "../model/api.js";
import type { FindSchema } from "./find-schema.js";

/**
 * The fields of an object whose fields are all of them known, or `null`; an `allOf` has its
 * members'. Each is there once, as the last member has it, and required where one of them says so.
 */
export function flattenedFields(schema: Schema, find: FindSchema): readonly Field[] | null {
  const known = new Map<string, Field>();
  for (const fields of partsOf(schema, find)) {
    if (fields === null) return null;
    for (const field of fields) {
      const required = field.required || known.get(field.name)?.required === true;
      known.set(field.name, { ...field, required });
    }
  }
  return [...known.values()];
}

/**
 * The fields of each member, those of a name once; `null` for one whose fields aren't all known,
 * such as a name that stands in itself. A list of what is to come, and no recursion: members may
 * be of one another by the thousand.
 */
function* partsOf(whole: Schema, find: FindSchema): Generator<readonly Field[] | null> {
  const met = new Set<string>();
  const entered = new Set<string>();
  // A string is a name that ends there.
  const pending: (Schema | string)[] = [whole];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (typeof next === "string") {
      entered.delete(next);
    } else if (next.kind === "intersection" && !next.nullable) {
      for (const member of [...next.members].reverse()) pending.push(member);
    } else if (next.kind !== "named" || next.nullable) {
      yield ownFields(next);
    } else if (!met.has(next.name)) {
      met.add(next.name);
      entered.add(next.name);
      const target = find(next.name);
      if (target === undefined) yield null;
      else pending.push(next.name, target);
    } else if (entered.has(next.name)) {
      yield null;
    }
  }
}

function ownFields(schema: Schema): readonly Field[] | null {
  if (schema.kind !== "object" || schema.nullable) return null;
  // A type for further fields would be asked of the parameters beside them too.
  const isOpen = schema.additional !== null && schema.additional.kind !== "unknown";
  return isOpen ? null : schema.fields;
}
