import { isObject, type Json, type Place } from "../read/document/document.js";
import type { Field, Schema } from "./api.js";
import { enumFrom, valuesIn } from "./enums.js";
import { type Converted, withFacts } from "./schema-facts.js";

/** The listed values; an object or a list among them is a schema that allows nothing else. */
export function valuesFrom({ node }: Place): Converted {
  const others = valuesIn(node).filter((value) => typeof value === "object" && value !== null);
  const scalars = enumFrom(node);
  if (others.length === 0) return scalars;
  const members = others.map(schemaOfValue);
  const [only] = members;
  if (scalars.values.length > 0) members.push(withFacts(scalars, {}));
  return members.length === 1 && only ? only : { kind: "union", members };
}

function schemaOfValue(value: Json): Schema {
  if (Array.isArray(value)) {
    const members = value.map(schemaOfValue);
    return withFacts({ kind: "tuple", members, least: members.length, rest: null }, {});
  }
  if (!isObject(value)) return withFacts(enumFrom({ const: value }), { const: value });
  const fields = Object.entries(value).map(([name, each]) =>
    fieldFrom(name, schemaOfValue(each), true),
  );
  return withFacts({ kind: "object", fields, additional: null, patterns: [] }, {});
}

/** A field, with what its schema says of it. */
export function fieldFrom(name: string, schema: Schema, required: boolean): Field {
  const { description, deprecated, example } = schema;
  return { name, required, description, deprecated, schema, example };
}
