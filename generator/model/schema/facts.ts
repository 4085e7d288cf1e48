import type { Json, JsonObject } from "../../read/document/document.js";
import type { Schema, SchemaFacts, SchemaKind } from "../api/schema.js";
import { deprecationOf, isErrorMessage } from "../extensions.js";
import { flagIn, listIn, textIn, valueIn } from "../node.js";
import { typeListOf, valuesIn } from "./values.js";

/**
 * A kind, and the facts of the schema it was converted from: an `allOf` with one member is
 * converted as that member.
 */
export type Converted = SchemaKind & Partial<SchemaFacts>;

/** A schema with its own facts, else those of the schema it was converted from. */
export function withFacts(kind: Converted, node: JsonObject): Schema {
  return {
    ...kind,
    description: textIn(node, "description") ?? kind.description ?? null,
    deprecated: deprecationOf(node) ?? kind.deprecated ?? null,
    nullable: isNullable(node) || kind.nullable === true,
    default: valueIn(node, "default") ?? kind.default ?? null,
    example: valueIn(node, "example") ?? firstExample(node) ?? kind.example ?? null,
    constraints: [...(kind.constraints ?? []), ...constraintsOf(node)],
    readOnly: flagIn(node, "readOnly") || kind.readOnly === true,
    writeOnly: flagIn(node, "writeOnly") || kind.writeOnly === true,
    isErrorMessage: isErrorMessage(node),
  };
}

/** A part of a composition without its own facts, which belong to the whole. */
export function withoutFacts({
  description,
  deprecated,
  default: _,
  example,
  constraints,
  ...kind
}: Schema) {
  return withFacts(kind, {});
}

function isNullable(node: JsonObject): boolean {
  const types = typeListOf(node);
  // A type can't widen a `const` (JSON Schema 2020-12, Validation, 6.1.3).
  const isTyped = types.includes("null") && types.length > 1 && !("const" in node);
  return isTyped || valuesIn(node).includes(null);
}

function firstExample(node: JsonObject) {
  const [value] = listIn(node, "examples");
  return value === undefined ? null : { value };
}

/** The keywords that limit a value (JSON Schema 2020-12, Validation, 6.2 to 6.5), in that order. */
const limits = [
  "multipleOf",
  "maximum",
  "exclusiveMaximum",
  "minimum",
  "exclusiveMinimum",
  "maxLength",
  "minLength",
  "pattern",
  "maxItems",
  "minItems",
  "uniqueItems",
  "maxProperties",
  "minProperties",
] as const;

/** The constraints on a value, in the document's words: `minLength: 1`. */
export function constraintsOf(node: JsonObject): string[] {
  return limits
    .filter((limit) => isLimit(node[limit], limit))
    .map((limit) => `${limit}: ${node[limit]}`);
}

function isLimit(value: Json | undefined, limit: (typeof limits)[number]): boolean {
  if (value === true) return limit === "uniqueItems";
  return typeof value === "number" || typeof value === "string";
}
