// Writes vectors.json: deliveries that other implementations signed, or accept. Run it again with
// `npm ci && npm run vectors` after an update of the packages.
import { createHmac } from "node:crypto";
import { writeFileSync } from "node:fs";
import { sign as signLikeGitHub } from "@octokit/webhooks-methods";
import { verifySlackRequest } from "@slack/bolt/dist/receivers/verify-request.js";
import { Webhook } from "standardwebhooks";
import Stripe from "stripe";

const body = '{"type":"order.paid","data":{"id":"ord_1","note":"Grüße, 世界 🌍"}}';
const at = new Date("2026-01-02T03:04:05Z");
const time = String(at.getTime() / 1000);

function standard() {
  const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  const signature = new Webhook(secret).sign("msg_1", at, body);
  const headers = {
    "webhook-id": "msg_1",
    "webhook-timestamp": time,
    "webhook-signature": signature,
  };
  return { scheme: "standard", by: "standardwebhooks", secret, headers, body };
}

function stripe() {
  const secret = "whsec_abcdefghijklmnopqrstuvwxyz012345";
  const header = new Stripe("sk_test_1").webhooks.generateTestHeaderString({
    payload: body,
    secret,
    timestamp: Number(time),
  });
  return { scheme: "stripe", by: "stripe", secret, headers: { "Stripe-Signature": header }, body };
}

async function github() {
  const secret = "It's a Secret to Everybody";
  const signature = await signLikeGitHub(secret, body);
  const headers = {
    "X-GitHub-Delivery": "72d3162e-cc78-11e3-81ab-4c9367dc0958",
    "X-Hub-Signature-256": signature,
  };
  return { scheme: "github", by: "@octokit/webhooks-methods", secret, headers, body };
}

/** Bolt verifies and doesn't sign: it has to accept the signature. */
function slack() {
  const secret = "8f742231b10e8888abcd99yyyzzz85a5";
  const hex = createHmac("sha256", secret).update(`v0:${time}:${body}`).digest("hex");
  const headers = { "x-slack-signature": `v0=${hex}`, "x-slack-request-timestamp": time };
  verifySlackRequest({ signingSecret: secret, body, headers, nowMilliseconds: at.getTime() });
  return { scheme: "slack", by: "@slack/bolt", secret, headers, body };
}

const vectors = [standard(), stripe(), await github(), slack()];
writeFileSync(new URL("vectors.json", import.meta.url), `${JSON.stringify(vectors, null, 2)}\n`);
