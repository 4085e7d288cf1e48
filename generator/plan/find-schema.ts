import type { NamedSchema, Schema } from "../model/api.js";

/** The schema that a key of the document stands for. */
export type FindSchema = (name: string) => Schema | undefined;

export function schemaFinder(schemas: readonly NamedSchema[]): FindSchema {
  const byName = indexes.get(schemas) ?? new Map(schemas.map(({ name, schema }) => [name, schema]));
  indexes.set(schemas, byName);
  return (name) => byName.get(name);
}

/** Every operation asks, and an index made for each would cost the square of the document. */
const indexes = new WeakMap<readonly NamedSchema[], ReadonlyMap<string, Schema>>();

/** What a schema comes to once names are followed, or `undefined` where they lead nowhere. */
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
