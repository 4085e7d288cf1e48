// Emitted by sdkwright 0.1.0 from document ddea6a7bbd82. What is written here is lost at the next run.

/** Frees the connection of a response that nobody will read; never waits and never fails. */
export function discard({ body }: Response): void {
  // Refused where a hook has read the body, and pending for good where it has cloned it.
  body?.cancel().catch(() => {});
}
