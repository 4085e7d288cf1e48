import type { NamedSchema, Schema } from "../model/api.js";

/** Finds the schema with a key of the document. */
export type FindSchema = (name: string) => Schema | undefined;

export function schemaFinder(schemas: readonly NamedSchema[]): FindSchema {
  const byName = indexes.get(schemas) ?? new Map(schemas.map(({ name, schema }) => [name, schema]));
  indexes.set(schemas, byName);
  return (name) => byName.get(name);
}

/** Shared by all operations: one index for each would take quadratic time. */
const indexes = new WeakMap<readonly NamedSchema[], ReadonlyMap<string, Schema>>();

/** The schema after following names; `undefined` if they lead nowhere. */
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
