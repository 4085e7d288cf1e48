import { fromHex, toHex } from "./hex.js";
import { type SignatureScheme, secondsIn } from "./webhook-scheme.js";

/** Stripe's scheme: HMAC-SHA256 of the time and the body, in `Stripe-Signature: t=…,v1=…`. */
export const stripe: SignatureScheme = {
  keyFrom: (secret) => ({
    algorithm: { name: "HMAC", hash: "SHA-256" },
    bytes: new TextEncoder().encode(secret),
  }),
  deliveryIn: (header) => {
    const fields = header("stripe-signature").split(",");
    const valuesOf = (name: string) =>
      fields.flatMap((field) => (field.startsWith(name) ? field.slice(name.length) : []));
    const [time] = valuesOf("t=");
    if (!time) return undefined;
    return { id: "", time, at: secondsIn(time), signatures: () => valuesOf("v1=") };
  },
  decode: fromHex,
  signed: ({ time }, body) => [`${time}.`, body],
  headersOf: ({ time }, signature) => ({
    "stripe-signature": `t=${time},v1=${toHex(signature)}`,
  }),
};
