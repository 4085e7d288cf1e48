import type { JsonObject } from "../document/document.js";
import { withNull } from "./nullable.js";

/**
 * Converts one keyword of OpenAPI 3.0 to 3.1; returns the same object if there is nothing to
 * convert.
 */
type UpgradeRule = (schema: JsonObject) => JsonObject;

/**
 * The differences between 3.0 and 3.1 schemas. Bounds are converted before `nullable` may wrap
 * them.
 */
const rules: readonly UpgradeRule[] = [
  exclusiveBound("exclusiveMinimum", "minimum"),
  exclusiveBound("exclusiveMaximum", "maximum"),
  example,
  nullable,
];

/** Converts one schema to OpenAPI 3.1, without its subschemas. */
export function upgradedSchema(schema: JsonObject): JsonObject {
  return rules.reduce((upgraded, rule) => rule(upgraded), schema);
}

function nullable(schema: JsonObject): JsonObject {
  if (typeof schema["nullable"] !== "boolean") return schema;
  const { nullable: said, ...rest } = schema;
  return said === true ? withNull(rest) : rest;
}

/** `exclusiveMinimum: true` beside `minimum: 5` becomes `exclusiveMinimum: 5`. */
function exclusiveBound(exclusive: string, inclusive: string): UpgradeRule {
  return (schema) => {
    const { [exclusive]: isExclusive, [inclusive]: bound, ...rest } = schema;
    if (typeof isExclusive !== "boolean") return schema;
    if (bound === undefined) return rest;
    return { ...rest, [isExclusive ? exclusive : inclusive]: bound };
  };
}

function example(schema: JsonObject): JsonObject {
  if (!Object.hasOwn(schema, "example")) return schema;
  const { example: value = null, ...rest } = schema;
  return Array.isArray(rest["examples"]) ? rest : { ...rest, examples: [value] };
}
