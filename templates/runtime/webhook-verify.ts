import { WebhookError } from "./webhook-error.js";
import type { ArrivedDelivery, SignatureScheme, SigningKey } from "./webhook-scheme.js";

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
  for (const key of keys) {
    const { bytes, prefix } = key;
    const imported = await crypto.subtle.importKey("raw", bytes, key, false, ["verify"]);
    for (const signature of signatures.filter((each) => each.startsWith(prefix))) {
      try {
        // WebCrypto compares in constant time.
        const digest = decode(signature.slice(prefix.length));
        if (await crypto.subtle.verify(key, imported, digest, text)) return;
      } catch {
        // A signature that can't be decoded matches no key.
      }
    }
  }
  throw new WebhookError("webhook-signature", "no signature matches the body and the secret");
}
