// Emitted by sdkwright 0.1.0 from document ddea6a7bbd82. What is written here is lost at the next run.

import type { Idempotency } from "./operation.js";

/** Fills the header in: with the key that the caller gives, else with a random one. */
export function idempotencyHeader(name: string): Idempotency {
  return {
    fields: (key = randomKey()) => ({ [name]: key }),
    isIn: (headers) => Boolean(headers.get(name)),
  };
}

/** A random UUID (RFC 9562, 5.4); `crypto.randomUUID` is missing from pages that came by plain HTTP. */
function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte, index) => {
    const bits = index === 6 ? (byte & 0x0f) | 0x40 : index === 8 ? (byte & 0x3f) | 0x80 : byte;
    return bits.toString(16).padStart(2, "0");
  }).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
