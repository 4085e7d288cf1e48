// Emitted by sdkwright 0.1.0 from document ddea6a7bbd82. What is written here is lost at the next run.

import type { RequestBody } from "./operation.js";

/** What the body of a call is, or `undefined` where it is left out. */
export function bodyIn(
  fields: Readonly<Record<string, unknown>>,
  { field, required }: RequestBody,
): unknown {
  if (field !== undefined) return fields[field];
  const isGiven = Object.values(fields).some((value) => value !== undefined);
  return isGiven || required ? fields : undefined;
}
