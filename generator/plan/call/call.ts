import type { Api, Operation, Response } from "../../model/api.js";
import { schemaFinder } from "../find-schema.js";
import { memoize } from "../memoize.js";
import { type Arguments, argumentsOf } from "./arguments.js";
import { type Payload, resultPayload } from "./payload.js";
import { successesOf } from "./successes.js";

/** How an operation is called and what a call gives; code, pages and reports are made from it. */
export interface Call {
  readonly arguments: Arguments;
  readonly results: readonly Result[];
  /** Whether the result needs a type of its own: it is no model, nothing, nor bytes. */
  readonly hasOwnResult: boolean;
  /** Whether a result is bytes, whose form the option `as` chooses. */
  readonly hasBytes: boolean;
}

/** A success, with what it brings. */
export interface Result extends Pick<Response, "status" | "description"> {
  readonly payload: Payload;
}

/** The call of an operation, put together once. */
export const callOf = memoize((operation: Operation, api: Pick<Api, "schemas">): Call => {
  const find = schemaFinder(api.schemas);
  const results = successesOf(operation).map((response) => ({
    status: response.status,
    description: response.description,
    payload: resultPayload(response, find),
  }));
  const hasBytes = results.some(({ payload }) => payload.kind === "bytes");
  return {
    arguments: argumentsOf(operation, api),
    results,
    hasOwnResult: !hasBytes && !results.every(({ payload }) => isNamed(payload, results.length)),
    hasBytes,
  };
});

/** Whether a payload has a name already, or needs none. */
function isNamed(payload: Payload, count: number): boolean {
  if (payload.kind === "nothing") return true;
  return (
    count === 1 &&
    payload.kind === "value" &&
    payload.schema.kind === "named" &&
    !payload.schema.nullable
  );
}
