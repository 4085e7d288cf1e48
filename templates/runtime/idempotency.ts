import type { Idempotency } from "./operation.js";

/** Sets the header to the caller's key, or to a random one. */
export function idempotencyHeader(name: string): Idempotency {
  return {
    fields: (key = randomKey()) => ({ [name]: key }),
    isIn: (headers) => Boolean(headers.get(name.toLowerCase())),
  };
}

/**
 * A random UUID (RFC 9562, 5.4). `crypto.randomUUID` doesn't exist on pages served over plain HTTP.
 */
function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte, index) => {
    const bits = index === 6 ? (byte & 0x0f) | 0x40 : index === 8 ? (byte & 0x3f) | 0x80 : byte;
    return bits.toString(16).padStart(2, "0");
  }).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
