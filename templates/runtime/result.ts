/** The outcome of a call as a value. Narrow with `ok`. */
export type Result<T, E> =
  | { readonly ok: true; readonly value: T; readonly response: Response }
  | { readonly ok: false; readonly error: E };
