import { describe, expect, it } from "vitest";
import { generate } from "../../../generator/index.js";
import {
  type WebhooksSetting,
  webhookSettingsFrom,
  webhooksProblem,
} from "../../../generator/model/webhooks/settings.js";

describe("the setting webhooks", () => {
  it.each<[WebhooksSetting, object]>([
    [{ signature: "stripe" }, { scheme: "stripe" }],
    [
      { signature: { header: "X-Signature", algorithm: "sha512", encoding: "base64" } },
      { scheme: "hmac", header: "x-signature", hash: "SHA-512", encoding: "base64" },
    ],
  ])("%j describes a signature", (setting, signature) => {
    expect(webhooksProblem(setting)).toBeNull();
    expect(webhookSettingsFrom(setting)).toMatchObject({ signature });
  });

  it.each([
    [5, "webhooks should be an object"],
    [{ secret: "a" }, 'webhooks has no "secret"; use signature or typeField'],
    [{ typeField: "" }, "webhooks.typeField should be the name of a field"],
    [
      { signature: "paper" },
      "webhooks.signature should be standard, stripe, github, slack, or an object as for x-fern-webhook-signature",
    ],
    [{ signature: {} }, "webhooks.signature: `header` is missing"],
  ])("%j is refused", (setting, problem) => {
    expect(webhooksProblem(setting)).toBe(problem);
  });

  it("sets the receiver of the package", async () => {
    const schema = { type: "object", properties: { topic: { type: "string" } } };
    const post = { requestBody: { content: { "application/json": { schema } } } };
    const input = {
      openapi: "3.1.0",
      info: { title: "Shop", version: "1" },
      webhooks: { "order.paid": { post } },
    };
    const { files } = await generate({
      input,
      webhooks: { signature: "stripe", typeField: "topic" },
    });
    const receiver = files?.find(({ path }) => path === "src/webhooks.ts")?.text ?? "";
    expect(receiver).toContain('from "./runtime/webhook-stripe.js"');
    expect(receiver).toContain('typeField("topic"');
  });
});
