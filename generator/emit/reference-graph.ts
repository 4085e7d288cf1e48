import { isObject, type Json, type JsonObject } from "../read/document/document.js";
import { schemaNameIn } from "../read/document/local-reference.js";

/** How a schema's type has another one in it: as a member that it is made of, or as what its list holds. */
export type Way = "allOf" | "union" | "list";

/** A named schema that another one's type needs at once, not when one of its properties is looked at. */
export interface Mention {
  readonly name: string;
  readonly way: Way;
}

/** Named schemas, each with those that it leads to. */
export type Graph = ReadonlyMap<string, ReadonlySet<string>>;

/** The schemas that a document names. */
export function namedSchemas({ components }: JsonObject): readonly (readonly [string, Json])[] {
  return isObject(components) && isObject(components["schemas"])
    ? Object.entries(components["schemas"])
    : [];
}

/** What a schema mentions; properties and maps are objects of their own, whose types can wait. */
export function mentionsIn(schema: Json | undefined, way: Way = "union"): Mention[] {
  if (!isObject(schema)) return [];
  if (schema["$ref"] !== undefined) {
    const name = schemaNameIn(schema["$ref"]);
    return name === null ? [] : [{ name, way }];
  }
  const inList = (key: string, own: Way) =>
    listAt(schema, key).flatMap((item) => mentionsIn(item, way === "list" ? way : own));
  return [
    ...inList("allOf", "allOf"),
    ...inList("oneOf", "union"),
    ...inList("anyOf", "union"),
    ...inList("prefixItems", "list"),
    ...inList("items", "list"),
    ...mentionsIn(schema["items"], "list"),
  ];
}

/** The schemas on circles, and on ways from one circle to another. */
export function circular(graph: Graph): ReadonlySet<string> {
  const left = leadingOn(graph);
  return new Set([...leadingOn(reversed(graph))].filter((name) => left.has(name)));
}

/** What is left once all is taken away that leads nowhere, or only to what was taken away. */
function leadingOn(graph: Graph): Set<string> {
  const back = reversed(graph);
  const left = new Set(graph.keys());
  const ways = new Map([...graph].map(([name, next]) => [name, next.size]));
  const ends = [...left].filter((name) => ways.get(name) === 0);
  for (let end = ends.pop(); end !== undefined; end = ends.pop()) {
    left.delete(end);
    for (const name of back.get(end) ?? []) {
      const count = (ways.get(name) ?? 0) - 1;
      ways.set(name, count);
      if (count === 0) ends.push(name);
    }
  }
  return left;
}

function reversed(graph: Graph): Graph {
  const back = new Map([...graph.keys()].map((name) => [name, new Set<string>()]));
  for (const [name, next] of graph) for (const other of next) back.get(other)?.add(name);
  return back;
}

export function listAt(schema: JsonObject, key: string): readonly Json[] {
  const list = schema[key];
  return Array.isArray(list) ? list : [];
}
