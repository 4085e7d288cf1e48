import type { Json, JsonObject } from "../read/document/document.js";

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
    .filter((limit) => isSaid(node[limit], limit))
    .map((limit) => `${limit}: ${node[limit]}`);
}

function isSaid(value: Json | undefined, limit: (typeof limits)[number]): boolean {
  if (value === true) return limit === "uniqueItems";
  return typeof value === "number" || typeof value === "string";
}
