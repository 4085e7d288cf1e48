import { memoize } from "../../memoize.js";
import type { NamedSchema, Schema } from "../api/schema.js";

/** Finds the schema with a key of the document. */
export type FindSchema = (name: string) => Schema | undefined;

/** Shared by all operations: an index for each would take quadratic time. */
export const schemaFinder = memoize((schemas: readonly NamedSchema[]): FindSchema => {
  const byName = new Map(schemas.map(({ name, schema }) => [name, schema]));
  return (name) => byName.get(name);
});

/** The schema after following references; `undefined` if there is none. */
export function followed(schema: Schema, find: FindSchema): Schema | undefined {
  if (schema.kind !== "named") return schema;
  const seen = new Set<string>();
  let current: Schema | undefined = schema;
  while (current?.kind === "named") {
    const { name }: { name: string } = current;
    if (seen.has(name)) return undefined;
    seen.add(name);
    current = find(name);
  }
  return current;
}

/**
 * The given schemas and all schemas in them, each before its parts, and named ones once. Iterative,
 * since they may be recursive and thousands of levels deep.
 *
 * @param find looks up referenced schemas; without it, references aren't followed.
 * @param enter returns the schema whose parts are visited instead of those of a schema.
 */
export function* schemasWithin(
  roots: readonly Schema[],
  find: FindSchema = () => undefined,
  enter = (schema: Schema) => schema,
): Generator<Schema> {
  const names = new Set<string>();
  const pending = [...roots].reverse();
  for (let schema = pending.pop(); schema !== undefined; schema = pending.pop()) {
    yield schema;
    if (schema.kind !== "named") {
      pushInside(pending, enter(schema));
    } else if (!names.has(schema.name)) {
      names.add(schema.name);
      const target = find(schema.name);
      if (target !== undefined) pending.push(target);
    }
  }
}

/** Pushes the direct parts of a schema on the stack, the first on top. */
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
