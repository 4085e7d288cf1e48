/** Frees the connection of a response that won't be read. Never waits and never fails. */
export function discard({ body }: Response): void {
  // Refused where a hook has read the body, and pending for good where it has cloned it.
  // A `fetch` of another library may give a stream of Node, which has no `cancel`.
  body?.cancel?.().catch(() => {});
}
