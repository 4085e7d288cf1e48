/** The text at a path in a payload, or `undefined`. */
export function textAt(payload: unknown, path: readonly (string | number)[]): string | undefined {
  const found = path.reduce<unknown>((value, key) => Object(value)[key], payload);
  return typeof found === "string" ? found : undefined;
}
