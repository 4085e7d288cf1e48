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
  delivery: ArrivedDelivery | undefined,
  body: Uint8Array<ArrayBuffer>,
): Promise<void> {
  if (delivery === undefined || Number.isNaN(delivery.at)) {
    throw new WebhookError("webhook-header", "a signature header is missing or malformed");
  }
  const { at, signatures } = delivery;
  if (at !== undefined && Math.abs(Date.now() / 1000 - at) > tolerance) {
    throw new WebhookError("webhook-stale", `not signed within ${tolerance} s of now`);
  }
  const text = await new Blob(signed(delivery, body)).arrayBuffer();
  for (const key of keys) {
    const { algorithm, bytes } = key;
    // A private key of Ed25519 has its public half at its end.
    const raw = algorithm === "Ed25519" ? bytes.slice(-32) : bytes;
    const imported = await crypto.subtle.importKey("raw", raw, algorithm, false, ["verify"]);
    for (const signature of signatures(key).slice(0, mostSignatures)) {
      try {
        // WebCrypto compares in constant time.
        if (await crypto.subtle.verify(algorithm, imported, decode(signature), text)) return;
      } catch {
        // A signature that can't be decoded matches no key.
      }
    }
  }
  throw new WebhookError("webhook-signature", "no signature fits the body and the secret");
}
