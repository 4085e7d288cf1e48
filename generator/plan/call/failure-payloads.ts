import type { Response } from "../../model/api.js";
import type { FindSchema } from "../find-schema.js";
import { allowsText } from "./allows-text.js";

/** Whether a failure has a payload with a type: JSON or text. */
export function hasPayload({ error, text }: Response): boolean {
  return error !== null || text !== null;
}

/**
 * Whether a failure without a payload is an exception from its range, or from `default`, that has one.
 *
 * @param errors every documented failure of the operation, this one among them.
 */
export function isException(failure: Response, errors: readonly Response[]): boolean {
  const { status } = failure;
  if (hasPayload(failure)) return false;
  const code = status.kind === "code" ? status.code : 0;
  return errors.filter(hasPayload).some(({ status: other }) => {
    if (other.kind === "range") return Math.floor(code / 100) === other.hundreds;
    return other.kind === "default";
  });
}

/** Whether a failure may be an `SDKError` with a text: it has one, and no class whose body may be text. */
export function isTextError({ error, content, text }: Response, find: FindSchema): boolean {
  if (text === null) return false;
  return error === null || content === null || !allowsText(content.schema, find);
}
