import { isObject, type Json, type JsonObject } from "./document.js";
import { follow } from "./references.js";

export interface Named {
  readonly name: string;
  readonly schema: JsonObject;
}

/** How many generations are looked at: more of them are nobody's idea of a family. */
const deepest = 100;

/** For schemas, the named ones that are made from them by `allOf`, and those made from these. */
export function descendantsIn(document: JsonObject): ReadonlyMap<JsonObject, readonly Named[]> {
  const heirs = new Map<JsonObject, Named[]>();
  for (const [name, schema] of Object.entries(namedSchemasIn(document))) {
    if (!isObject(schema)) continue;
    for (const ancestor of ancestorsOf(document, schema)) {
      const known = heirs.get(ancestor);
      if (known) known.push({ name, schema });
      else heirs.set(ancestor, [{ name, schema }]);
    }
  }
  return heirs;
}

export function namedSchemasIn({ components }: JsonObject): JsonObject {
  const schemas = isObject(components) ? components["schemas"] : undefined;
  return isObject(schemas) ? schemas : {};
}

/**
 * What a schema is made from by `allOf`, with what that is made from, the nearest first. What stands
 * in an `allOf` itself is as much an ancestor as what it refers to.
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
