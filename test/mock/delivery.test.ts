import { generateKeyPairSync } from "node:crypto";
import { describe, expect, test } from "vitest";
import { signatureHeaders } from "../../generator/mock/signature.js";
import { fernSignature } from "../../generator/model/webhooks/signature.js";
import { sendEvent } from "../../generator/serve.js";
import { github } from "../../templates/runtime/webhook-github.js";
import { hmac } from "../../templates/runtime/webhook-hmac.js";
import { receiver } from "../../templates/runtime/webhook-receiver.js";
import type { SignatureScheme } from "../../templates/runtime/webhook-scheme.js";
import { slack } from "../../templates/runtime/webhook-slack.js";
import { standard } from "../../templates/runtime/webhook-standard.js";
import { stripe } from "../../templates/runtime/webhook-stripe.js";
import { typeField } from "../../templates/runtime/webhook-type-field.js";
import { refusingURL, serve, text } from "../runtime/server.js";

const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

const described = {
  header: "x-acme-signature",
  encoding: "base64",
  "signature-prefix": "v2=",
  timestamp: { header: "x-acme-time", format: "iso8601" },
  "message-id": { header: "x-acme-id" },
  "payload-format": { components: ["message-id", "timestamp", "body"], delimiter: ":" },
};

describe("a signature is one that the emitted package accepts:", () => {
  test.each([
    ["standard", { scheme: "standard" }, standard],
    ["stripe", { scheme: "stripe" }, stripe],
    ["github", { scheme: "github" }, github],
    ["slack", { scheme: "slack" }, slack],
    [
      "a described one",
      fernSignature(described),
      hmac({
        header: "x-acme-signature",
        prefix: "v2=",
        encoding: "base64",
        signed: "{id}:{time}:{body}",
        idHeader: "x-acme-id",
        timeHeader: "x-acme-time",
        timeFormat: "iso8601",
      }),
    ],
  ] as const)("%s", async (_, signature, scheme: SignatureScheme) => {
    const body = '{"type":"order.paid"}';
    const headers = signatureHeaders(signature, { id: "msg_1", at: new Date(), body }, secret);
    const receiving = receiver(scheme, typeField("type", ["order.paid"]), "SECRET", { secret });
    const request = (text: string) => ({ headers, body: text });
    expect(await receiving.unwrap(request(body))).toMatchObject({ type: "order.paid" });
    expect(await receiving.unwrap(request(`${body} `)).result()).toMatchObject({ ok: false });
  });
});

/** A private key and the public one as Standard Webhooks writes them. */
function keyPair() {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const seed = privateKey.export({ format: "der", type: "pkcs8" }).subarray(-32);
  const half = publicKey.export({ format: "der", type: "spki" }).subarray(-32);
  return {
    privateSecret: `whsk_${Buffer.concat([seed, half]).toString("base64")}`,
    publicSecret: `whpk_${half.toString("base64")}`,
  };
}

test("a signature with a private key is one that the public key accepts", async () => {
  const { privateSecret, publicSecret } = keyPair();
  const body = '{"type":"order.paid"}';
  const delivery = { id: "msg_1", at: new Date(), body };
  const headers = signatureHeaders({ scheme: "standard" }, delivery, privateSecret);
  expect(headers["webhook-signature"]).toMatch(/^v1a,/);
  const types = typeField("type", ["order.paid"]);
  const { unwrap } = receiver(standard, types, "SECRET", { secret: publicSecret });
  expect(await unwrap({ headers, body })).toMatchObject({ type: "order.paid" });
  expect(await unwrap({ headers, body: `${body} ` }).result()).toMatchObject({ ok: false });
});

const shop = "test/fixtures/webhooks.openapi.yaml";

function sent(event: string, to: string, env: Record<string, string> = {}) {
  return sendEvent(shop, { event, to, env, naming: {} });
}

describe("a webhook", () => {
  test("is sent with the document's example, signed", async () => {
    const server = await serve(text(204));
    const env = { SHOP_WEBHOOK_SIGNING_SECRET: secret };
    expect(await sent("order.paid", `${server.url}/hooks`, env)).toMatchObject({ status: 204 });
    const [request] = server.requests;
    expect(request).toMatchObject({ method: "POST", url: "/hooks" });
    const types = typeField("type", ["order.paid"]);
    const headers = { ...request?.headers };
    const body = request?.body ?? "";
    expect(await receiver(standard, types, "SECRET", { secret }).unwrap({ headers, body })).toEqual(
      {
        type: "order.paid",
        timestamp: 1716883200,
        data: { id: "ord_1", total: 12.5 },
        id: headers["webhook-id"],
      },
    );
  });

  test.each([
    ["order.payd", {}, 'the document has no event "order.payd": did you mean "order.paid"?'],
    ["order.paid", {}, "set SHOP_WEBHOOK_SIGNING_SECRET to the signing secret of the receiver"],
    [
      "order.paid",
      { SHOP_WEBHOOK_SIGNING_SECRET: "whpk_AAAA" },
      "SHOP_WEBHOOK_SIGNING_SECRET is a public key, which can't sign; use the private key, whsk_…",
    ],
    [
      "order.paid",
      { SHOP_WEBHOOK_SIGNING_SECRET: "whsk_AAAA" },
      "SHOP_WEBHOOK_SIGNING_SECRET is no private key: whsk_ and, in Base64, its 32 bytes and the 32 of the public key",
    ],
  ])("isn't sent: %s, %j", async (event, env, refusal) => {
    const server = await serve(text(204));
    expect(await sent(event, server.url, env)).toMatchObject({ refusal });
    expect(server.requests).toEqual([]);
  });

  test("that nobody receives is refused without the secret", async () => {
    const url = await refusingURL();
    const outcome = await sent("order.paid", url, { SHOP_WEBHOOK_SIGNING_SECRET: secret });
    expect(outcome).toMatchObject({ refusal: `${url} doesn't answer: ECONNREFUSED` });
    expect(JSON.stringify(outcome)).not.toContain(secret);
  });
});
