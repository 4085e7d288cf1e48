import type { Field, Schema } from "../model/api.js";
import type { FindSchema } from "./find-schema.js";

/** What names were found to stand for; `null` as long as that is being found out, so that loops end. */
type Found = Map<string, readonly Field[] | null>;

/** The fields of an object whose fields are all of them known, or `null`; an `allOf` has its members'. */
export function knownFields(
  schema: Schema,
  find: FindSchema,
  found: Found = new Map(),
): readonly Field[] | null {
  if (schema.nullable) return null;
  switch (schema.kind) {
    case "named": {
      const { name } = schema;
      const known = found.get(name);
      if (known !== undefined) return known;
      found.set(name, null);
      const named = find(name);
      const fields = named === undefined ? null : knownFields(named, find, found);
      found.set(name, fields);
      return fields;
    }
    case "intersection":
      return mergedFields(schema.members.map((member) => knownFields(member, find, found)));
    case "object": {
      // A type for further fields would be asked of the parameters beside them too.
      const isOpen = schema.additional !== null && schema.additional.kind !== "unknown";
      return isOpen ? null : schema.fields;
    }
    default:
      return null;
  }
}

/** Each field once, as the last member has it; required where one of them says so. */
function mergedFields(members: readonly (readonly Field[] | null)[]): Field[] | null {
  const merged = new Map<string, Field>();
  for (const fields of members) {
    if (fields === null) return null;
    for (const field of fields) {
      const required = field.required || merged.get(field.name)?.required === true;
      merged.set(field.name, { ...field, required });
    }
  }
  return [...merged.values()];
}
