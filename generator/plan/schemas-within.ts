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
    const inner = schema.kind === "named" ? targetOf(schema.name, names, find) : insideOf(schema);
    for (const each of [...inner].reverse()) pending.push(each);
  }
}

function targetOf(name: string, names: Set<string>, find: FindSchema): readonly Schema[] {
  const target = names.has(name) ? undefined : find(name);
  names.add(name);
  return target === undefined ? [] : [target];
}

function insideOf(schema: Schema): readonly Schema[] {
  switch (schema.kind) {
    case "array":
      return [schema.items];
    case "object":
      return [
        ...schema.fields.map((field) => field.schema),
        ...(schema.additional === null ? [] : [schema.additional]),
      ];
    case "tuple":
    case "union":
    case "intersection":
      return schema.members;
    default:
      return [];
  }
}
