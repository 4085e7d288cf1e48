import type { Json, JsonObject } from "../../document/document.js";
import { schemaNameIn } from "../../document/references.js";
import { partsOf } from "./subschemas.js";

/** The named schemas that have `readOnly` or `writeOnly` fields, in themselves or in what they refer to. */
export function markedSchemas(document: JsonObject, schemas: JsonObject): ReadonlySet<string> {
  const marked = new Set<string>();
  const referring = new Map<string, string[]>();
  for (const [name, schema] of Object.entries(schemas)) {
    const { isMarked, names } = contentsOf(document, schema);
    if (isMarked) marked.add(name);
    for (const other of names) {
      const known = referring.get(other);
      if (known) known.push(name);
      else referring.set(other, [name]);
    }
  }
  for (const name of marked) for (const next of referring.get(name) ?? []) marked.add(next);
  return marked;
}

function contentsOf(document: JsonObject, schema: Json) {
  const names: string[] = [];
  let isMarked = false;
  for (const part of partsOf(document, schema, ["readOnly", "writeOnly"])) {
    const name = schemaNameIn(part.schema["$ref"]);
    if (part.marks.length > 0) isMarked = true;
    else if (name !== null) names.push(name);
  }
  return { isMarked, names };
}
