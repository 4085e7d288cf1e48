/** How a call ended, as a value: `ok` tells the two apart. */
export type Result<T, E> =
  | { readonly ok: true; readonly value: T; readonly response: Response }
  | { readonly ok: false; readonly error: E };
