/** An error, or one of its causes. */
export interface Cause {
  readonly name: string;
  /** The code of a system error, such as `ECONNREFUSED`, or an empty string. */
  readonly code: string;
  readonly message: string;
}

/**
 * An error and its causes, outermost first. The message of `fetch` is only "fetch failed"; the
 * reason is in a nested cause.
 */
export function causesOf(thrown: unknown): Cause[] {
  const found: Cause[] = [];
  let error = thrown;
  while (error instanceof Error && found.length < 10) {
    const code = "code" in error ? String(error.code) : "";
    found.push({ name: error.name, code, message: error.message });
    error = error.cause;
  }
  return found;
}
