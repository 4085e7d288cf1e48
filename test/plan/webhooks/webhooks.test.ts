import { describe, expect, it } from "vitest";
import { render } from "../../../generator/emit/render.js";
import { generate } from "../../../generator/index.js";
import { apiFrom } from "../../../generator/model/model.js";
import { plan } from "../../../generator/plan/plan.js";
import type { JsonObject } from "../../../generator/read/document/document.js";

const text: JsonObject = { type: "string" };

function event(schema: JsonObject, more: JsonObject = {}): JsonObject {
  return { post: { requestBody: { content: { "application/json": { schema } } }, ...more } };
}

function typed(type: string): JsonObject {
  return event({ type: "object", required: ["type"], properties: { type: { const: type } } });
}

const payload = {
  type: "object",
  required: ["type"],
  properties: { type: { type: "string" }, order: { type: "string" } },
} as const;

/** The emitted module, and the entries of the package. */
function emitted(document: JsonObject) {
  const info = { title: "Shop", version: "1.0.0" };
  const files = render(plan(apiFrom({ openapi: "3.1.0", info, ...document }), {}));
  const textOf = (path: string) => files.find((file) => file.path === path)?.text;
  return {
    module: textOf("src/webhooks.ts") ?? "",
    exports: Object.keys(JSON.parse(textOf("package.json") ?? "{}").exports),
    files: files.map(({ path }) => path),
  };
}

describe("a package", () => {
  it("has the entry if the document has events", () => {
    const { exports, files } = emitted({ webhooks: { paid: typed("paid") } });
    expect(exports).toContain("./webhooks");
    expect(files).toContain("src/runtime/webhook-receiver.ts");
    expect(files).toContain("src/runtime/webhook-sign.ts");
    expect(files).not.toContain("src/runtime/webhook-stripe.ts");
  });

  it("doesn't have it otherwise", () => {
    const { exports, files } = emitted({ paths: { "/a": { get: {} } } });
    expect(exports).not.toContain("./webhooks");
    expect(files.filter((path) => path.includes("webhook"))).toEqual([]);
  });
});

it.each([
  [{ swagger: "2.0" }, { parameters: [{ in: "body", name: "payload", schema: payload }] }],
  [{ openapi: "3.0.3" }, { requestBody: { content: { "application/json": { schema: payload } } } }],
  [{ openapi: "3.1.0" }, { requestBody: { content: { "application/json": { schema: payload } } } }],
  [{ openapi: "3.2.0" }, { requestBody: { content: { "application/json": { schema: payload } } } }],
] as const)("x-webhooks are read without paths in %j", async (version, post) => {
  const info = { title: "Shop", version: "1.0.0" };
  const input = { ...version, info, "x-webhooks": { "order.paid": { post } } };
  const { files, problems } = await generate({ input });
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  const textOf = (name: string) => files?.find(({ path }) => path === name)?.text;
  expect(textOf("src/webhooks.ts")).toContain('readonly "order.paid": OrderPaidEvent;');
  expect(textOf("src/models.ts")).toMatch(/interface OrderPaidEvent \{[^}]*type: "order.paid";/);
});

describe("the module", () => {
  it("narrows the events that deliveries identify", () => {
    const { module } = emitted({
      webhooks: { a: typed("order.paid"), b: typed("order.sent") },
    });
    expect(module).toContain(
      [
        "export interface WebhookEvents {",
        '  readonly "order.paid": OrderPaidEvent;',
        '  readonly "order.sent": OrderSentEvent;',
        "}",
        "",
        "/** An event in a delivery. Narrow with `type`. */",
        "export type WebhookEvent = OrderPaidEvent | OrderSentEvent | UnknownEvent;",
      ].join("\n"),
    );
    expect(module).toContain(
      [
        "export function webhooks(",
        "  options: WebhookOptions = {},",
        "): WebhookReceiver<WebhookEvents, WebhookEvent> {",
        '  return receiver(standard, events, "SHOP_WEBHOOK_SIGNING_SECRET", options);',
        "}",
      ].join("\n"),
    );
  });

  it("receives a single event that deliveries don't identify", () => {
    const { module } = emitted({ webhooks: { paid: event({ type: "object", properties: {} }) } });
    expect(module).toContain("export type WebhookEvent = PaidEvent;");
    expect(module).toContain('receiver(standard, typeFixed("paid"), ');
  });

  it("receives each event that deliveries don't identify with its own function", () => {
    const { module } = emitted({
      webhooks: { paid: event({ type: "array" }), sent: event({ type: "object" }) },
    });
    expect(module).not.toContain("export function webhooks(");
    expect(module).toContain("export function receiverOf<Type extends keyof UnnamedEvents>(");
    expect(module).toContain('const nested = [\n  "paid",\n];');
    expect(module).toContain("nestedPayloads(typeFixed(type), nested)");
  });

  it("allows empty bodies if an event has none", () => {
    const { module } = emitted({ webhooks: { ping: { post: {} } } });
    expect(module).toContain('emptyBodies(typeFixed("ping"))');
  });

  it("has the described scheme, with the tolerance of the document", () => {
    const { module } = emitted({
      webhooks: { paid: typed("paid") },
      "x-fern-webhook-signature": {
        ...{ header: "X-Sig", encoding: "base64" },
        timestamp: { header: "X-Time", tolerance: 60 },
        "payload-format": { components: ["timestamp", "body"] },
      },
    });
    expect(module).toContain(
      [
        "const scheme = /* @__PURE__ */ hmac({",
        '  header: "x-sig",',
        '  encoding: "base64",',
        '  signed: "{time}.{body}",',
        '  timeHeader: "x-time",',
        "});",
      ].join("\n"),
    );
    expect(module).toContain("{ tolerance: 60, ...options }");
  });

  it("asks for verify: false if the scheme can't be verified", () => {
    const signature = { type: "asymmetric", header: "X-Sig" };
    const { module } = emitted({
      webhooks: { paid: typed("paid") },
      "x-fern-webhook-signature": signature,
    });
    expect(module).toContain("options: WebhookOptions & { readonly verify: false },");
  });

  it("avoids the names of models", () => {
    const schemas = { WebhookEvent: { type: "object", properties: { a: text } } };
    const { module } = emitted({ webhooks: { paid: typed("paid") }, components: { schemas } });
    expect(module).toContain("export type WebhookEvent = PaidEvent | UnknownEvent;");
  });
});
