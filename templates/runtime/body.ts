import type { BodySettings } from "./operation.js";

/** The value to send as the body, or `undefined` if the body is left out. */
export function bodyIn(
  fields: Readonly<Record<string, unknown>>,
  { field, isOptional }: BodySettings,
): unknown {
  if (field !== undefined) return fields[field];
  const isGiven = Object.values(fields).some((value) => value !== undefined);
  return isGiven || !isOptional ? fields : undefined;
}
