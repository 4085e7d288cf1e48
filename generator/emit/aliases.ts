import type { JsonObject } from "../read/document/document.js";
import { circular, mentionsIn, namedSchemas } from "./reference-graph.js";

/** Schemas that have themselves in a list, or in a union with one; each has a type of its own name. */
export type Aliases = ReadonlyMap<string, string>;

/** TypeScript resolves the type of a property at once, and what a list in an alias holds when asked. */
export function aliasesFor(document: JsonObject): Aliases {
  const graph = new Map(
    namedSchemas(document).map(([name, schema]) => [
      name,
      new Set(mentionsIn(schema).map((mention) => mention.name)),
    ]),
  );
  const taken = new Set<string>();
  return new Map([...circular(graph)].map((name) => [name, aliasOf(name, taken)]));
}

function aliasOf(name: string, taken: Set<string>): string {
  const plain = `Schema_${name.replace(/[^A-Za-z0-9]/g, "_")}`;
  let alias = plain;
  for (let count = 2; taken.has(alias); count += 1) alias = `${plain}_${count}`;
  taken.add(alias);
  return alias;
}
