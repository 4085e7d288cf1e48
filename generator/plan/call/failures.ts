import type { Operation, Response } from "../../model/api/operation.js";
import { allowsText } from "../../model/schema/allows-text.js";
import type { FindSchema } from "../../model/schema/find-schema.js";

/** A documented failure of a call. */
export interface Failure extends Response {
  /** Whether it has a typed payload: JSON or text. */
  readonly hasPayload: boolean;
  /** Whether it has no payload, but its range or `default` has one. */
  readonly isException: boolean;
  /** Whether its JSON payload may be a string. */
  readonly allowsText: boolean;
  /** Whether it is an `SDKError` with text, because no other class accepts its text. */
  readonly isText: boolean;
}

export function failuresFrom({ errors }: Operation, find: FindSchema): Failure[] {
  const general = errors.filter(
    (response) => response.status.kind !== "code" && hasPayload(response),
  );
  return errors.map((response) => {
    const { error, content, text } = response;
    const isTextAllowed = error !== null && content !== null && allowsText(content.schema, find);
    return {
      ...response,
      hasPayload: hasPayload(response),
      isException: !hasPayload(response) && general.some((other) => covers(other, response)),
      allowsText: isTextAllowed,
      isText: text !== null && !isTextAllowed,
    };
  });
}

function hasPayload({ error, text }: Response): boolean {
  return error !== null || text !== null;
}

/** Whether a range or `default` includes the status of another response. */
function covers({ status }: Response, { status: other }: Response): boolean {
  if (status.kind !== "range") return true;
  return other.kind === "code" && Math.floor(other.code / 100) === status.hundreds;
}
