// Emitted by sdkwright 0.1.0 from document ddea6a7bbd82. What is written here is lost at the next run.

import { bodyIn } from "./body.js";
import type { BodyWriter } from "./operation.js";

/** JSON (RFC 8259). */
export const jsonBody: BodyWriter = (fields, body) => {
  const value = bodyIn(fields, body);
  if (value === undefined) return undefined;
  return { body: JSON.stringify(value), contentType: body.contentType };
};
