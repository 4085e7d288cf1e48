import type { Schema } from "../../model/api.js";
import type { FindSchema } from "../find-schema.js";

/** The keys that lead to a value in a payload; of a list, its first item. */
export type ValuePath = readonly (string | 0)[];

/** How deep a sentence for people may be: in a field of the first item of a list of a field. */
const deepest = 4;

interface Step {
  readonly schema: Schema;
  readonly path: ValuePath;
}

/** Where a payload has the sentence that is written for people, where the document says so. */
export function messagePathIn(schema: Schema, find: FindSchema): ValuePath | null {
  const names = new Set<string>();
  const steps: Step[] = [{ schema, path: [] }];
  // The list grows under way: what lies deeper comes later, so that a name is needed only once.
  for (const step of steps) {
    if (step.schema.isErrorMessage) return step.path;
    for (const next of stepsFrom(step, names, find)) steps.push(next);
  }
  return null;
}

function stepsFrom({ schema, path }: Step, names: Set<string>, find: FindSchema): Step[] {
  switch (schema.kind) {
    case "named": {
      const target = names.has(schema.name) ? undefined : find(schema.name);
      names.add(schema.name);
      return target === undefined ? [] : [{ schema: target, path }];
    }
    case "intersection":
      return schema.members.map((member) => ({ schema: member, path }));
    case "object":
      return path.length === deepest
        ? []
        : schema.fields.map((field) => ({ schema: field.schema, path: [...path, field.name] }));
    case "array":
      return path.length === deepest ? [] : [{ schema: schema.items, path: [...path, 0] }];
    default:
      return [];
  }
}
