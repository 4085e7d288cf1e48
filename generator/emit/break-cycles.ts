import { isObject, type Json, type JsonObject } from "../read/document/document.js";
import { schemaNameIn } from "../read/document/local-reference.js";
import { circular, type Graph, listAt, mentionsIn, namedSchemas } from "./reference-graph.js";

/** For each schema, the names that it leaves out. */
type Cuts = Map<string, Set<string>>;

/**
 * The document without schemas that consist of themselves, with no property or list in between: no
 * compiler can tell what they are. An alternative of itself adds nothing to a schema, and goes; a
 * parent that lists its heirs as alternatives gives them what it has itself.
 */
export function withoutEndlessSchemas(document: JsonObject): JsonObject {
  const schemas = new Map(namedSchemas(document));
  const cuts = cutsIn(schemas);
  const { components } = document;
  if (cuts.size === 0 || !isObject(components)) return document;
  const mended = [...schemas].map(([name, schema]): [string, Json] => {
    const cut = cuts.get(name);
    return [name, cut ? withoutMentions(schema, cut, schemas) : schema];
  });
  return { ...document, components: { ...components, schemas: Object.fromEntries(mended) } };
}

/** Heirs are cut off before alternatives: what they inherit is more than the name of a circle. */
function cutsIn(schemas: ReadonlyMap<string, Json>): Cuts {
  const mentions = new Map(
    [...schemas].map(([name, schema]) => [
      name,
      mentionsIn(schema).filter((each) => each.way !== "list" && schemas.has(each.name)),
    ]),
  );
  const graph = new Map(
    [...mentions].map(([name, each]) => [name, new Set(each.map((mention) => mention.name))]),
  );
  const cuts: Cuts = new Map();
  const suspects = circular(graph);
  for (const way of ["allOf", "union"] as const) {
    for (const name of suspects) {
      for (const other of mentions.get(name) ?? []) {
        if (other.way !== way || !leads(graph, other.name, name)) continue;
        graph.get(name)?.delete(other.name);
        cuts.set(name, (cuts.get(name) ?? new Set()).add(other.name));
      }
    }
  }
  return cuts;
}

function leads(graph: Graph, from: string, to: string): boolean {
  const seen = new Set([from]);
  for (const name of seen) {
    if (name === to) return true;
    for (const next of graph.get(name) ?? []) seen.add(next);
  }
  return false;
}

function withoutMentions(
  schema: Json,
  cut: ReadonlySet<string>,
  schemas: ReadonlyMap<string, Json>,
): Json {
  if (!isObject(schema)) return schema;
  const isCut = (member: Json) => isObject(member) && cut.has(schemaNameIn(member["$ref"]) ?? "");
  const kept = (key: string) =>
    listAt(schema, key)
      .filter((member) => !isCut(member))
      .map((member) => withoutMentions(member, cut, schemas));
  const members = listAt(schema, "allOf").map((member) =>
    isObject(member) && isCut(member)
      ? ownPart(schemas.get(schemaNameIn(member["$ref"]) ?? ""))
      : withoutMentions(member, cut, schemas),
  );
  return {
    ...schema,
    ...(schema["allOf"] !== undefined && { allOf: members }),
    ...(schema["oneOf"] !== undefined && { oneOf: kept("oneOf") }),
    ...(schema["anyOf"] !== undefined && { anyOf: kept("anyOf") }),
  };
}

/** A schema without what it is composed of. */
function ownPart(schema: Json | undefined): Json {
  if (!isObject(schema)) return {};
  const { $ref: _, allOf: _all, oneOf: _one, anyOf: _any, discriminator: _by, ...own } = schema;
  return own;
}
