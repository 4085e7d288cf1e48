import { bodyIn } from "./body.js";
import type { BodyWriter } from "./operation.js";

/** JSON (RFC 8259). */
export const jsonBody: BodyWriter = (fields, body) => {
  const value = bodyIn(fields, body);
  if (value === undefined) return undefined;
  return { body: JSON.stringify(value), contentType: body.contentType };
};
