import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../generator/read/document/document.js";
import { modelOf } from "../documents.js";

function signatureOf(more: JsonObject, headers: readonly string[] = []) {
  const parameters = headers.map((name) => ({ name, in: "header", schema: { type: "string" } }));
  const { webhooks, problems } = modelOf({ webhooks: { paid: { post: { parameters } } }, ...more });
  return { signature: webhooks?.signature, problems: problems.map(({ message }) => message) };
}

describe("a document without an extension is signed", () => {
  it.each([
    [[], "standard"],
    [["X-Other"], "standard"],
    [["Webhook-Signature"], "standard"],
    [["svix-signature"], "standard"],
    [["Stripe-Signature"], "stripe"],
    [["X-GitHub-Event", "X-Hub-Signature-256"], "github"],
    [["X-Slack-Signature"], "slack"],
  ])("with the headers %j: %s", (headers, scheme) => {
    expect(signatureOf({}, headers).signature).toEqual({ scheme });
  });
});

const described = {
  scheme: "hmac",
  header: "x-acme-signature",
  prefix: "",
  encoding: "hex",
  hash: "SHA-256",
  signed: "{body}",
  idHeader: null,
  timeHeader: null,
  timeFormat: "seconds",
  tolerance: null,
};

describe("x-fern-webhook-signature", () => {
  const fern = (signature: JsonObject) => signatureOf({ "x-fern-webhook-signature": signature });

  it("with its defaults", () => {
    expect(fern({ type: "hmac", header: "X-Acme-Signature" })).toEqual({
      signature: described,
      problems: [],
    });
  });

  it("with everything", () => {
    const signature = {
      ...{ type: "hmac", header: "X-Acme-Signature", algorithm: "sha512", encoding: "base64" },
      "signature-prefix": "v1=",
      timestamp: { header: "X-Time", format: "unix-millis", tolerance: 60 },
      "message-id": { header: "X-Id" },
      "payload-format": { components: ["message-id", "timestamp", "body"], delimiter: ":" },
    };
    expect(fern(signature)).toEqual({
      signature: {
        ...{ ...described, prefix: "v1=", encoding: "base64", hash: "SHA-512" },
        ...{ signed: "{id}:{time}:{body}", idHeader: "x-id", timeHeader: "x-time" },
        ...{ timeFormat: "milliseconds", tolerance: 60 },
      },
      problems: [],
    });
  });

  it("in a webhook", () => {
    const signature = { type: "hmac", header: "X-Acme-Signature" };
    const post = { "x-fern-webhook-signature": signature };
    expect(signatureOf({ webhooks: { paid: { post } } }).signature).toEqual(described);
  });

  it.each<[JsonObject, string]>([
    [{ type: "asymmetric", header: "x" }, "public keys from a URL aren't supported"],
    [{ type: "hmac" }, "`header` is missing"],
    [{ header: "x", algorithm: "md5" }, "its `algorithm` isn't SHA-1, SHA-256, SHA-384 or SHA-512"],
    [{ header: "x", encoding: "utf8" }, "its `encoding` isn't hex or base64"],
    [{ header: "x", timestamp: { format: "rfc" } }, "the format of its `timestamp` is unknown"],
    [
      { header: "x", timestamp: { header: "x-time", tolerance: 0 } },
      "the tolerance of its `timestamp` isn't positive",
    ],
    [
      { header: "x", "payload-format": { components: ["notification-url", "body"] } },
      "it signs more than the body, a timestamp and a message id",
    ],
  ])("that can't be verified: %j", (signature, reason) => {
    expect(fern(signature)).toEqual({
      signature: { scheme: "unsupported", reason },
      problems: [
        `the signatures of webhooks can't be verified, because ${reason}: receivers need \`verify: false\`. Describe the scheme in the setting \`webhooks.signature\`.`,
      ],
    });
  });
});

describe("x-speakeasy-webhooks", () => {
  const speakeasy = (security: JsonObject) =>
    signatureOf({ "x-speakeasy-webhooks": { security } }).signature;

  it("is an HMAC of the body", () => {
    const security = {
      type: "signature",
      headerName: "X-Acme-Signature",
      algorithm: "hmac-sha256",
    };
    expect(speakeasy(security)).toEqual({ ...described, encoding: "base64" });
    expect(speakeasy({ ...security, signatureTextEncoding: "hex" })).toEqual(described);
  });

  it("of an unknown kind can't be verified", () => {
    expect(speakeasy({ type: "custom" })).toMatchObject({ scheme: "unsupported" });
  });
});

it("the settings override the document", () => {
  const document = { webhooks: { paid: { post: {} } }, "x-speakeasy-webhooks": { security: {} } };
  const settings = { signature: { scheme: "github" } } as const;
  expect(modelOf(document, settings).webhooks?.signature).toEqual({ scheme: "github" });
});
