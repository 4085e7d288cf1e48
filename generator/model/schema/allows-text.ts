import type { Schema } from "../api/schema.js";
import { type FindSchema, followed } from "./find-schema.js";

/** Whether a schema allows a string. */
export function allowsText(schema: Schema, find: FindSchema): boolean {
  return allows(schema, find, new Set());
}

/** The maximum depth of nested compositions; no real document nests deeper. */
const deepest = 200;

/** @param within the schemas that contain this one, to stop at loops. */
function allows(schema: Schema, find: FindSchema, within: Set<Schema>): boolean {
  const target = followed(schema, find);
  if (target === undefined || within.has(target) || within.size === deepest) return false;
  within.add(target);
  const allowed = allowsKind(target, (member) => allows(member, find, within));
  within.delete(target);
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
