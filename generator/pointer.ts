/** A JSON Pointer one step further, with RFC 6901 escapes. */
export function pointerTo(pointer: string, ...keys: readonly (string | number)[]): string {
  let path = pointer;
  for (const key of keys) path += `/${escaped(String(key))}`;
  return path;
}

/** Checks first, because few keys need escaping and checking is faster than replacing. */
function escaped(key: string): string {
  return /[~/]/.test(key) ? key.replaceAll("~", "~0").replaceAll("/", "~1") : key;
}

/** The keys of a JSON Pointer (RFC 6901), from the root down; none for `""`. */
export function keysOf(pointer: string): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
}
