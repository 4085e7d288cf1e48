import { signWith, toHex } from "./webhook-sign.js";

/** Signs as Stripe does. */
export const sign = /* @__PURE__ */ signWith({
  headersOf: ({ time }, signature, { prefix }) => ({
    "stripe-signature": `t=${time},${prefix}${toHex(signature)}`,
  }),
});
