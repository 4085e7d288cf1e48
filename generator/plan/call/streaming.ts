import type { Operation, Response } from "../../model/api/operation.js";
import type { Schema } from "../../model/api/schema.js";
import { type FindSchema, followed } from "../../model/schema/find-schema.js";
import { contentsOf } from "../contents.js";
import type { Argument, Arguments } from "./arguments.js";
import { type Result, resultFrom } from "./payload.js";

/** A field of the request that selects a stream instead of another result. */
export interface Streaming {
  readonly field: Argument;
  /** The results if it is `true`. */
  readonly results: readonly Result[];
  /** Whether a call without the field returns the stream. */
  readonly isDefault: boolean;
}

/** `null` if the request doesn't decide whether a call returns a stream. */
export function streamingFrom(
  operation: Operation,
  given: Arguments,
  find: FindSchema,
): Streaming | null {
  const { streamField, success } = operation;
  const field = given.fields.find(({ name }) => name === streamField);
  if (field === undefined || !allowsBoolean(field.schema, find)) return null;
  if (!success.some((response) => offersBoth(response))) return null;
  const results = success.map((response) => resultFrom(asStream(response)));
  return { field, results, isDefault: field.schema.default?.value === true };
}

function offersBoth(response: Response): boolean {
  return response.content?.stream === null && response.alternatives.some((each) => each.stream);
}

function asStream(response: Response): Response {
  const content = contentsOf(response).find(({ stream }) => stream) ?? response.content;
  return { ...response, content };
}

function allowsBoolean(schema: Schema, find: FindSchema): boolean {
  const target = followed(schema, find);
  switch (target?.kind) {
    case "scalar":
      return target.type === "boolean";
    case "enum":
      return target.values.includes(true);
    case "union":
      return target.members.some((member) => allowsBoolean(member, find));
    default:
      return false;
  }
}
