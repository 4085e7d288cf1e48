import { grouped } from "../../grouped.js";
import { isObject, type Json, type JsonObject } from "./document.js";
import { follow } from "./references.js";

export interface Named {
  readonly name: string;
  readonly schema: JsonObject;
}

/** The maximum number of inheritance levels. */
const deepest = 100;

/** For each schema, the named schemas that extend it with `allOf`, directly or indirectly. */
export function descendantsIn(document: JsonObject): ReadonlyMap<JsonObject, readonly Named[]> {
  return grouped(
    Object.entries(namedSchemasIn(document)).flatMap(([name, schema]) =>
      isObject(schema)
        ? [...ancestorsOf(document, schema)].map((each): [JsonObject, Named] => [
            each,
            { name, schema },
          ])
        : [],
    ),
  );
}

export function namedSchemasIn({ components }: JsonObject): JsonObject {
  const schemas = isObject(components) ? components["schemas"] : undefined;
  return isObject(schemas) ? schemas : {};
}

/**
 * The schemas that a schema extends with `allOf`, directly or indirectly, nearest first. Inline
 * members count like referenced ones.
 */
export function ancestorsOf(document: JsonObject, schema: JsonObject): Set<JsonObject> {
  const found = new Set<JsonObject>();
  let generation: readonly JsonObject[] = [schema];
  for (let depth = 0; generation.length > 0 && depth < deepest; depth += 1) {
    const parents = new Set(generation.flatMap((each) => membersOf(document, each["allOf"])));
    generation = [...parents].filter((parent) => parent !== schema && !found.has(parent));
    for (const parent of generation) found.add(parent);
  }
  return found;
}

function membersOf(document: JsonObject, allOf: Json | undefined): JsonObject[] {
  return (Array.isArray(allOf) ? allOf : []).flatMap((node: Json) => {
    const target = isObject(node) ? follow(document, { node, pointer: "" }) : null;
    return target ? [target.node] : [];
  });
}
