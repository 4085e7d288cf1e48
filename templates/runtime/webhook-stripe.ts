import { fromHex } from "./hex.js";
import { mostSignatures, type SignatureScheme, secondsIn } from "./webhook-scheme.js";

/** Stripe's scheme: HMAC-SHA256 of the time and the body, in `Stripe-Signature: t=…,v1=…`. */
export const stripe: SignatureScheme = {
  keyFrom: (secret) => ({
    name: "HMAC",
    hash: "SHA-256",
    bytes: new TextEncoder().encode(secret),
    prefix: "v1=",
  }),
  deliveryIn: (header) => {
    const fields = header("stripe-signature").split(",", mostSignatures);
    const time = fields.find((field) => field.startsWith("t="))?.slice(2) ?? "";
    return { id: "", time, at: secondsIn(time), signatures: fields };
  },
  decode: fromHex,
  signed: ({ time }, body) => [`${time}.`, body],
  signer: () => import("./webhook-stripe-sign.js"),
};
