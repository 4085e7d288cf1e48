import type { NamedError } from "../../model/api/api.js";
import type { Schema } from "../../model/api/schema.js";
import { type FindSchema, schemaFinder } from "../../model/schema/find-schema.js";
import { callFrom } from "../call/call.js";
import type { TemplateFile } from "../file.js";
import { importViews, use, useType } from "../imports.js";
import type { Blueprint } from "../output.js";
import { docText } from "./doc.js";

/** The module of error classes: one for each documented payload, and those of every SDK. */
export function errorsFile({ api, names }: Blueprint): TemplateFile {
  const find = schemaFinder(api.schemas);
  const errors = api.errors.map((error) => {
    const { class: className, body } = names.error(error);
    return {
      doc: docText([
        descriptionOf(error, find),
        "Its `status` identifies the documented failures.",
      ]),
      class: className,
      body,
      messagePath: (messagePathIn(error.schema, find) ?? []).map((step) => ({
        isItem: step === 0,
        key: String(step),
      })),
    };
  });
  const hasPaths = errors.some((error) => error.messagePath.length > 0);
  return {
    path: "src/errors.ts",
    from: "template",
    template: "sdk/errors",
    view: {
      imports: importViews(
        errors.length === 0
          ? []
          : [
              ...useType("./models.js", ...errors.map(({ body }) => body)),
              { module: "./runtime/errors.js", name: "ResponseError", isType: false },
              ...useType("./runtime/status.js", "HttpErrorStatus"),
              ...(hasPaths ? use("./runtime/text-at.js", "textAt") : []),
            ],
      ),
      baseError: names.client.baseError,
      hasPages: api.operations.some((operation) => callFrom(operation, api).walk !== null),
      errors,
    },
  };
}

function descriptionOf({ schema, schemaName }: NamedError, find: FindSchema): string {
  const named = schemaName === null ? undefined : find(schemaName);
  const description = schema.description ?? named?.description;
  return description ?? "The server responded with a documented error.";
}

/** The path to a value in a payload; 0 is the first item of a list. */
type ValuePath = readonly (string | 0)[];

/** The maximum depth of a message, such as a field of the first item of a list in a field. */
const deepest = 4;

interface Step {
  readonly schema: Schema;
  readonly path: ValuePath;
}

/** The documented path of the human-readable message in a payload. */
export function messagePathIn(schema: Schema, find: FindSchema): ValuePath | null {
  const names = new Set<string>();
  const steps: Step[] = [{ schema, path: [] }];
  // Breadth-first, because the list grows during the loop; each name is entered once.
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
