// Emitted by sdkwright 0.1.0 from document ddea6a7bbd82. What is written here is lost at the next run.

/** A payload with the values of some fields hidden, at any depth. */
export function masked(payload: unknown, fields: readonly string[]): unknown {
  if (Array.isArray(payload)) return payload.map((item) => masked(item, fields));
  if (typeof payload !== "object" || payload === null) return payload;
  return Object.fromEntries(
    Object.entries(payload).map(([name, value]) => [
      name,
      fields.includes(name) ? "***" : masked(value, fields),
    ]),
  );
}
