import type { Schema } from "../../model/api.js";
import { type FindSchema, followed } from "../find-schema.js";

/** Whether a schema takes a string of any kind. */
export function allowsText(schema: Schema, find: FindSchema): boolean {
  return allows(schema, find, new Set());
}

/** @param within the schemas around this one, which ask for the same: a loop ends there. */
function allows(schema: Schema, find: FindSchema, within: ReadonlySet<Schema>): boolean {
  const target = followed(schema, find);
  if (target === undefined || within.has(target)) return false;
  const inner = (member: Schema) => allows(member, find, new Set([...within, target]));
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
