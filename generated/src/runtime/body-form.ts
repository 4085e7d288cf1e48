// Emitted by sdkwright 0.1.0 from document ddea6a7bbd82. What is written here is lost at the next run.

import { bodyIn } from "./body.js";
import { formText } from "./form-text.js";
import type { BodyWriter } from "./operation.js";

/** `application/x-www-form-urlencoded`. */
export const formBody: BodyWriter = (fields, body) => {
  const value = bodyIn(fields, body);
  if (value === undefined) return undefined;
  return { body: formText(value, body.encodings), contentType: body.contentType };
};
