import { hmac } from "./webhook-hmac.js";

/** GitHub's scheme: HMAC-SHA256 of the body in `X-Hub-Signature-256`. It signs no time. */
export const github = /* @__PURE__ */ hmac({
  header: "x-hub-signature-256",
  prefix: "sha256=",
  encoding: "hex",
  idHeader: "x-github-delivery",
});
