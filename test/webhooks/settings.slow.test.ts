import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { sdkwright } from "../command.js";
import { root } from "../imports.js";
import { partsOf, type webhooks as shopWebhooks } from "../runtime/shop-events.js";
import vectors from "./vectors.json" with { type: "json" };

const folder = join(root, "node_modules/.sdkwright-webhook-settings");
const document = join(root, "test/fixtures/webhooks.openapi.yaml");

beforeAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** The receiver of a package that is generated with a signature in its settings. */
async function webhooksWith(name: string, signature: unknown): Promise<typeof shopWebhooks> {
  const config = join(folder, `${name}.json`);
  await writeFile(config, JSON.stringify({ webhooks: { signature } }));
  const sdk = join(folder, name);
  await sdkwright(folder, ["generate", document, "--output", sdk, "--config", config]);
  const module = await import(pathToFileURL(join(sdk, "src/webhooks.ts")).href);
  return module.webhooks;
}

const tolerance = Number.POSITIVE_INFINITY;

it.each(vectors)("the setting $scheme accepts what $by signs", async (vector) => {
  const { scheme, secret, headers, body } = vector;
  const webhooks = await webhooksWith(scheme, scheme);
  const event = await webhooks({ secret, tolerance }).unwrap({ headers, body });
  expect(event).toMatchObject({ type: "order.paid", data: { id: "ord_1" } });
  const changed = { headers, body: body.replace("ord_1", "ord_2") };
  expect(await webhooks({ secret, tolerance }).unwrap(changed).result()).toMatchObject({
    error: { kind: "webhook-signature" },
  });
});

it("a described signature is written and read as described", async () => {
  const webhooks = await webhooksWith("described", {
    header: "X-Shop-Signature",
    algorithm: "sha512",
    encoding: "hex",
    "signature-prefix": "v0=",
    timestamp: { header: "X-Shop-Time", format: "unix-millis", tolerance: 60 },
    "message-id": { header: "X-Shop-Id" },
    "payload-format": { components: ["message-id", "timestamp", "body"], delimiter: ":" },
  });
  const shop = webhooks({ secret: "key" });
  const paid = { data: { id: "ord_1" } };
  const { headers, body } = await partsOf(await shop.sign("order.paid", paid, { id: "msg_1" }));
  expect(headers).toMatchObject({
    "x-shop-id": "msg_1",
    "x-shop-signature": expect.stringMatching(/^v0=[\da-f]{128}$/),
    "x-shop-time": expect.stringMatching(/^\d{13}$/),
  });
  expect(await shop.unwrap({ headers, body })).toMatchObject({ id: "msg_1", ...paid });
  const at = new Date(Date.now() - 61_000);
  expect(await shop.unwrap(await shop.sign("order.paid", paid, { at })).result()).toMatchObject({
    error: { kind: "webhook-stale" },
  });
});
