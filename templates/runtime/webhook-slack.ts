import { hmac } from "./webhook-hmac.js";

/** Slack's scheme: HMAC-SHA256 of the version, the time and the body in `X-Slack-Signature`. */
export const slack = /* @__PURE__ */ hmac({
  header: "x-slack-signature",
  prefix: "v0=",
  encoding: "hex",
  signed: "v0:{time}:{body}",
  timeHeader: "x-slack-request-timestamp",
});
