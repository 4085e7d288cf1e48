import { isObject, type Json, type JsonObject } from "../../document/document.js";
import { kindBelow } from "../../document/openapi-structure.js";
import { follow, schemaNameIn } from "../../document/references.js";

/** `readOnly` fields occur only in responses, `writeOnly` fields only in requests. */
export type Mark = "readOnly" | "writeOnly";

const allMarks: readonly Mark[] = ["readOnly", "writeOnly"];

/** A schema, or a subschema of it. */
export interface Part {
  readonly schema: JsonObject;
  /** The marks of a property. */
  readonly marks: readonly Mark[];
}

/**
 * A schema and its subschemas, without following references.
 *
 * @param closed the marks of properties that aren't entered.
 */
export function* partsOf(
  document: JsonObject,
  schema: Json,
  closed: readonly Mark[],
): Generator<Part> {
  const steps: Part[] = isObject(schema) ? [{ schema, marks: [] }] : [];
  for (let part = steps.pop(); part !== undefined; part = steps.pop()) {
    yield part;
    if (part.marks.some((mark) => closed.includes(mark))) continue;
    for (const [key, inner] of childrenOf(part.schema)) {
      if (!isObject(inner)) continue;
      const marks = key === "properties" ? marksOf(document, inner) : [];
      steps.push({ schema: inner, marks });
    }
  }
}

function* childrenOf(schema: JsonObject): Generator<[key: string, child: Json]> {
  for (const [key, value] of Object.entries(schema)) {
    const kind = kindBelow("schema", key);
    if (kind === "schemas" && isObject(value)) {
      for (const each of Object.values(value)) yield [key, each];
    } else if (kind === "schema") {
      for (const each of Array.isArray(value) ? value : [value]) yield [key, each];
    }
  }
}

/** The marks of a property, its own or its target's. */
export function marksOf(document: JsonObject, property: Json): Mark[] {
  if (!isObject(property)) return [];
  const target = follow(document, { node: property, pointer: "" })?.node;
  return allMarks.filter((mark) => property[mark] === true || target?.[mark] === true);
}

/** The names that schemas refer to, except through fields with the given mark. */
export function namesFrom(
  document: JsonObject,
  schemas: JsonObject,
  roots: Iterable<Json>,
  closed: readonly Mark[],
): Set<string> {
  const names = new Set<string>();
  const enter = (schema: Json) => {
    for (const { schema: inner, marks } of partsOf(document, schema, closed)) {
      const name = marks.some((mark) => closed.includes(mark)) ? null : schemaNameIn(inner["$ref"]);
      if (name !== null) names.add(name);
    }
  };
  for (const root of roots) enter(root);
  for (const name of names) enter(Object.hasOwn(schemas, name) ? (schemas[name] ?? null) : null);
  return names;
}
