// Emitted by sdkwright 0.1.0 from document ddea6a7bbd82. What is written here is lost at the next run.

/** How a call ended, as a value: `ok` tells the two apart. */
export type Result<T, E> =
  | { readonly ok: true; readonly value: T; readonly response: Response }
  | { readonly ok: false; readonly error: E };
