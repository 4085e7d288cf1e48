import { bodyIn } from "./body.js";
import { formText } from "./form-text.js";
import type { BodyWriter } from "./operation.js";

/** An `application/x-www-form-urlencoded` body. */
export const formBody: BodyWriter = (fields, settings) => {
  const value = bodyIn(fields, settings);
  if (value === undefined) return undefined;
  return {
    body: formText(value, settings.encodings),
    contentType: settings.contentType ?? "application/x-www-form-urlencoded",
  };
};
