import { fromBase64 } from "./base64.js";
import { mostSignatures, type SignatureScheme, secondsIn } from "./webhook-scheme.js";

/**
 * Standard Webhooks 1.0: HMAC-SHA256 (`v1`, secrets `whsec_…`) and Ed25519 (`v1a`, public keys
 * `whpk_…`). Reads the `svix-` headers of a delivery without `webhook-signature`.
 */
export const standard: SignatureScheme = {
  keyFrom: (secret) => {
    const bytes = fromBase64(secret.replace(/^wh(sec|pk|sk)_/, ""));
    if (!/^wh[ps]k_/.test(secret)) return { name: "HMAC", hash: "SHA-256", prefix: "v1,", bytes };
    if (bytes.length % 32 > 0) throw new TypeError();
    // The public half comes last. A view keeps the private one in its buffer, for `sign`.
    return { name: "Ed25519", prefix: "v1a,", bytes: bytes.subarray(-32) };
  },
  deliveryIn: (header) => {
    const sender = header("webhook-signature") ? "webhook-" : "svix-";
    const id = header(`${sender}id`);
    const time = header(`${sender}timestamp`);
    const signature = header(`${sender}signature`);
    // With a dot in the id, the signed text could be split in another place, and with another body.
    const isComplete = id && signature && !id.includes(".");
    const at = secondsIn(isComplete ? time : "");
    return { id, time, at, signatures: signature.split(" ", mostSignatures) };
  },
  decode: fromBase64,
  signed: ({ id, time }, body) => [`${id}.${time}.`, body],
  signer: () => import("./webhook-standard-sign.js"),
};
