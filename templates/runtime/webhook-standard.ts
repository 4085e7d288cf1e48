import { fromBase64, toBase64 } from "./base64.js";
import { type SignatureScheme, type SigningKey, secondsIn } from "./webhook-scheme.js";

/**
 * Standard Webhooks 1.0: HMAC-SHA256 (`v1`, secrets `whsec_…`) and Ed25519 (`v1a`, public keys
 * `whpk_…`). Reads the `svix-` headers of a delivery without `webhook-signature`.
 */
export const standard: SignatureScheme = {
  keyFrom: (secret) => ({
    algorithm: /^wh[ps]k_/.test(secret) ? "Ed25519" : { name: "HMAC", hash: "SHA-256" },
    bytes: fromBase64(secret.replace(/^wh(sec|pk|sk)_/, "")),
  }),
  deliveryIn: (header) => {
    const sender = header("webhook-signature") ? "webhook" : "svix";
    const [id, time, signature] = ["id", "timestamp", "signature"].map((name) =>
      header(`${sender}-${name}`),
    );
    // With a dot in the id, the signed text could be split in another place, and with another body.
    if (!id || id.includes(".") || !time || !signature) return undefined;
    return {
      id,
      time,
      at: secondsIn(time),
      // A sender may add signatures of other versions.
      signatures: (key) =>
        signature.split(" ").flatMap((text) => text.split(version(key))[1] ?? []),
    };
  },
  decode: fromBase64,
  signed: ({ id, time }, body) => [`${id}.${time}.`, body],
  headersOf: ({ id, time }, signature, key) => ({
    "webhook-id": id,
    "webhook-timestamp": time,
    "webhook-signature": version(key) + toBase64(signature),
  }),
};

function version({ algorithm }: SigningKey): string {
  return algorithm === "Ed25519" ? "v1a," : "v1,";
}
