import type { Schema } from "../model/api.js";
import { type FindSchema, followed } from "./find-schema.js";

/** The keys that lead to a value in a payload; of a list, its first item. */
export type ValuePath = readonly (string | 0)[];

/** How deep a sentence for people may be: in a field of the first item of a list of a field. */
const deepest = 4;

/** Where a payload has the sentence that is written for people, where the document says so. */
export function messagePathIn(
  schema: Schema,
  find: FindSchema,
  before: ValuePath = [],
): ValuePath | null {
  if (schema.isErrorMessage) return before;
  const target = followed(schema, find);
  if (target === undefined || before.length >= deepest) return null;
  switch (target.kind) {
    case "object":
      return firstOf(target.fields, ({ name, schema: inner }) =>
        messagePathIn(inner, find, [...before, name]),
      );
    case "array":
      return messagePathIn(target.items, find, [...before, 0]);
    case "intersection":
      return firstOf(target.members, (member) => messagePathIn(member, find, before));
    default:
      return null;
  }
}

function firstOf<Item>(
  items: readonly Item[],
  pathIn: (item: Item) => ValuePath | null,
): ValuePath | null {
  for (const item of items) {
    const path = pathIn(item);
    if (path !== null) return path;
  }
  return null;
}
