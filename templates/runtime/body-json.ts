import { bodyIn } from "./body.js";
import type { BodyWriter } from "./operation.js";

/** A JSON body (RFC 8259). */
export const jsonBody: BodyWriter = (fields, settings) => {
  const value = bodyIn(fields, settings);
  if (value === undefined) return undefined;
  return { body: JSON.stringify(value), contentType: settings.contentType ?? "application/json" };
};
