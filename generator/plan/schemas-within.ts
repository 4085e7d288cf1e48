import type { Schema } from "../model/api.js";
import type { FindSchema } from "./find-schema.js";

/**
 * Schemas and all that stands in them, each before what it holds and what is named once: they may
 * be of one another in every way, and a thousand deep.
 *
 * @param find gives the schemas that they refer to; without it, those are left to speak for themselves.
 */
export function* schemasWithin(
  roots: readonly Schema[],
  find: FindSchema = () => undefined,
): Generator<Schema> {
  const names = new Set<string>();
  const pending = [...roots].reverse();
  for (let schema = pending.pop(); schema !== undefined; schema = pending.pop()) {
    yield schema;
    if (schema.kind !== "named") {
      pushInside(pending, schema);
    } else if (!names.has(schema.name)) {
      names.add(schema.name);
      const target = find(schema.name);
      if (target !== undefined) pending.push(target);
    }
  }
}

/** Puts what stands in a schema on the stack, the first on top. */
function pushInside(pending: Schema[], schema: Schema): void {
  switch (schema.kind) {
    case "array":
      pending.push(schema.items);
      break;
    case "object":
      if (schema.additional !== null) pending.push(schema.additional);
      for (const { schema: inner } of schema.patterns.toReversed()) pending.push(inner);
      for (const { schema: inner } of schema.fields.toReversed()) pending.push(inner);
      break;
    case "tuple":
      if (schema.rest !== null) pending.push(schema.rest);
      for (const member of schema.members.toReversed()) pending.push(member);
      break;
    case "union":
    case "intersection":
      for (const member of schema.members.toReversed()) pending.push(member);
      break;
    default:
  }
}
