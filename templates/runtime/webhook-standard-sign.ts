import { toBase64 } from "./to-base64.js";
import { signWith } from "./webhook-sign.js";

/** Signs as Standard Webhooks 1.0 does, with `webhook-` headers. */
export const sign = /* @__PURE__ */ signWith({
  headersOf: ({ id, time }, signature, { prefix }) => ({
    "webhook-id": id,
    "webhook-timestamp": time,
    "webhook-signature": prefix + toBase64(signature),
  }),
});
