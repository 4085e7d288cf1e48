import type { BodySettings } from "./operation.js";

/** What the body of a call is, or `undefined` where it is left out. */
export function bodyIn(
  fields: Readonly<Record<string, unknown>>,
  { field, isOptional }: BodySettings,
): unknown {
  if (field !== undefined) return fields[field];
  const isGiven = Object.values(fields).some((value) => value !== undefined);
  return isGiven || !isOptional ? fields : undefined;
}
