import type { Schema } from "../api/schema.js";
import { type FindSchema, followed } from "./find-schema.js";

/** Whether a schema allows a string. */
export function allowsText(schema: Schema, find: FindSchema): boolean {
  return allows(schema, find, new Map());
}

/** The maximum depth of nested compositions; no real document nests deeper. */
const deepest = 200;

/**
 * @param known the results by schema, because members may lead to the same one many times. A schema
 * that contains this one is `false`, to stop at loops.
 */
function allows(schema: Schema, find: FindSchema, known: Map<Schema, boolean>, depth = 0): boolean {
  const target = followed(schema, find);
  if (target === undefined || depth === deepest) return false;
  const before = known.get(target);
  if (before !== undefined) return before;
  known.set(target, false);
  const allowed = allowsKind(target, (member) => allows(member, find, known, depth + 1));
  known.set(target, allowed);
  return allowed;
}

function allowsKind(target: Schema, inner: (member: Schema) => boolean): boolean {
  switch (target.kind) {
    case "unknown":
      return true;
    case "scalar":
      return target.type === "string";
    case "enum":
      return target.values.some((value) => typeof value === "string");
    case "union":
      return target.members.some(inner);
    case "intersection":
      return target.members.every(inner);
    default:
      return false;
  }
}
