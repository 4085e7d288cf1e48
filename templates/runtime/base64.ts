/** The bytes of a base64 text. @throws if it isn't base64. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

export function toBase64(bytes: Uint8Array): string {
  return btoa(latin1Of(bytes));
}

/** A text with one character for each byte, as `btoa` and headers take it. */
export function latin1Of(bytes: Uint8Array): string {
  // One by one: a call takes about 120,000 arguments.
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}
