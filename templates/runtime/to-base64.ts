// Not in `base64.ts`, so that a receiver of webhooks, which only reads base64, doesn't bundle it.

/** The base64 text of bytes. */
export function toBase64(bytes: Uint8Array): string {
  return btoa(latin1Of(bytes));
}

/** A text with one character for each byte, as `btoa` and headers take it. */
export function latin1Of(bytes: Uint8Array): string {
  // One by one: a call takes about 120,000 arguments.
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}
