/** Frees the connection of a response that won't be read. Never waits and never fails. */
export function discard({ body }: Response): void {
  // Rejects if a hook has read the body, and stays pending if a hook has cloned it. A custom
  // `fetch` may return a Node stream, which has no `cancel`.
  body?.cancel?.().catch(() => {});
}
