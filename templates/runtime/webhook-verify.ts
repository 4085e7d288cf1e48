import { WebhookError } from "./webhook-error.js";
import type { ArrivedDelivery, SignatureScheme, SigningKey } from "./webhook-scheme.js";

/** The most signatures of a delivery that are verified, because each one reads the whole body. */
const mostSignatures = 20;

/**
 * Verifies a delivery: the time first, then its signatures with each key.
 *
 * @param tolerance seconds before or after now.
 * @throws {WebhookError} if it isn't signed by one of the keys, or at another time.
 */
export async function verify(
  { signed, decode }: SignatureScheme,
  keys: readonly SigningKey[],
  tolerance: number,
  delivery: ArrivedDelivery,
  body: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const now = Date.now() / 1000;
  const { at = now, signatures } = delivery;
  if (Number.isNaN(at)) {
    throw new WebhookError("webhook-header", "a signature header is missing or malformed");
  }
  if (Math.abs(now - at) > tolerance) {
    throw new WebhookError("webhook-stale", `not signed within ${tolerance} s of now`);
  }
  const text = await new Blob(signed(delivery, body)).arrayBuffer();
  for (const { algorithm, bytes, prefix } of keys) {
    // A private key of Ed25519 has its public half at its end.
    const raw = algorithm === "Ed25519" ? bytes.slice(-32) : bytes;
    const key = await crypto.subtle.importKey("raw", raw, algorithm, false, ["verify"]);
    const own = signatures.filter((signature) => signature.startsWith(prefix));
    for (const signature of own.slice(0, mostSignatures)) {
      try {
        // WebCrypto compares in constant time.
        const digest = decode(signature.slice(prefix.length));
        if (await crypto.subtle.verify(algorithm, key, digest, text)) return;
      } catch {
        // A signature that can't be decoded matches no key.
      }
    }
  }
  throw new WebhookError("webhook-signature", "no signature matches the body and the secret");
}
