import { fromBase64 } from "./base64.js";
import { type SignatureScheme, secondsIn } from "./webhook-scheme.js";

/**
 * Standard Webhooks 1.0: HMAC-SHA256 (`v1`, secrets `whsec_…`) and Ed25519 (`v1a`, public keys
 * `whpk_…`). Reads the `svix-` headers of a delivery without `webhook-signature`.
 */
export const standard: SignatureScheme = {
  keyFrom: (secret) => {
    const bytes = fromBase64(secret.replace(/^wh(sec|pk|sk)_/, ""));
    if (!/^wh[ps]k_/.test(secret)) {
      return { algorithm: { name: "HMAC", hash: "SHA-256" }, prefix: "v1,", bytes };
    }
    // A private key has its public half after it.
    if (bytes.length % 32 > 0) throw new TypeError("not 32 or 64 bytes");
    return { algorithm: "Ed25519", prefix: "v1a,", bytes };
  },
  deliveryIn: (header) => {
    const sender = header("webhook-signature") ? "webhook-" : "svix-";
    const id = header(`${sender}id`);
    const time = header(`${sender}timestamp`);
    const signature = header(`${sender}signature`);
    // With a dot in the id, the signed text could be split in another place, and with another body.
    const isComplete = id && signature && !id.includes(".");
    return {
      id,
      time,
      at: secondsIn(isComplete ? time : ""),
      signatures: signature.split(" "),
    };
  },
  decode: fromBase64,
  signed: ({ id, time }, body) => [`${id}.${time}.`, body],
  signer: () => import("./webhook-standard-sign.js"),
};
