import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sdkwright } from "../command.js";
import { bundled } from "../generated/bundled.js";
import { compilers, output } from "../generated/compilers.js";
import { root } from "../imports.js";

// Below the root, where a package finds what it depends on.
const folder = join(root, "node_modules/.sdkwright-webhooks");
const sdk = join(folder, "sdk");
const source = join(sdk, "src");

/** Programs that must compile, with lines below `@ts-expect-error` that must not. */
const programs = `
import { webhooks, type WebhookEvent, WebhookError, type WebhookEvents } from "shop/webhooks";
import type { OrderPaidEvent } from "shop";

const receiver = webhooks({ secret: ["current", "previous"], tolerance: 60 });

export async function received(request: Request): Promise<unknown> {
  const event = await receiver.unwrap(request);
  // @ts-expect-error: only after narrowing.
  event.data.total;
  switch (event.type) {
    case "order.paid": {
      const paid: OrderPaidEvent = event;
      const total: number = paid.data.total;
      // @ts-expect-error: not a field of an order.
      paid.data.carrier;
      return [total, event.id, event.timestamp];
    }
    case "order.shipped":
      return event.data?.carrier?.length;
    case "customer.deleted":
      return event.data.id.toUpperCase();
    case undefined: {
      const name: string | undefined = event.rawType;
      const payload: unknown = event.payload;
      return [name, payload];
    }
    // @ts-expect-error: no event has this type.
    case "order.lost":
      return undefined;
  }
}

export function isExhaustive(event: WebhookEvent): string {
  switch (event.type) {
    case "order.paid":
    case "order.shipped":
    case "customer.deleted":
      return event.type;
    case undefined:
      return "unknown";
  }
}

export const one: WebhookEvents["order.paid"]["type"] = "order.paid";

export async function asValue(request: Request): Promise<string> {
  const result = await receiver.unwrap(request).result();
  if (result.ok) return result.value.id;
  const kind: "webhook-header" | "webhook-stale" | "webhook-signature" | "webhook-body" =
    result.error.kind;
  return result.error instanceof WebhookError ? kind : "";
}

export const POST: (request: Request) => Promise<Response> = receiver.handler(
  {
    "order.paid": async ({ type, data }) => {
      const literal: "order.paid" = type;
      console.log(literal, data.total);
    },
    "order.shipped": ({ data }) => new Response(data?.carrier),
    otherwise: (event) => {
      console.log(event.type ?? event.rawType);
    },
  },
  { seen: async (id) => id === "", onError: console.error },
);

receiver.handler({
  // @ts-expect-error: no event has this type.
  "order.lost": () => {},
});
receiver.handler({
  // @ts-expect-error: a number is no response.
  "order.paid": () => 1,
});
receiver.handler({
  // @ts-expect-error: another event has this field.
  "order.paid": ({ data }) => console.log(data.carrier),
});

export const signed: Promise<Request> = receiver.sign(
  "order.paid",
  { data: { id: "ord_1", total: 1 } },
  { id: "msg_1", at: new Date(0), url: "https://shop.example/hooks" },
);
receiver.sign("order.paid", { data: { total: 1 } });
// @ts-expect-error: not a field of an order.
receiver.sign("order.paid", { data: { carrier: "Post" } });
// @ts-expect-error: no event has this type.
receiver.sign("order.lost", {});
// @ts-expect-error: the total is a number.
receiver.sign("order.paid", { data: { id: "ord_1", total: "1" } });

receiver.unwrap({ headers: { "webhook-id": ["a"] }, body: new Uint8Array() });
// @ts-expect-error: a parsed body.
receiver.unwrap({ headers: {}, body: { type: "order.paid" } });
// @ts-expect-error: the secret is text.
webhooks({ secret: 1 });
`;

const project = {
  extends: "./sdk/tsconfig.json",
  compilerOptions: {
    ...{ rootDir: folder, noEmit: true, declaration: false, declarationMap: false },
    sourceMap: false,
    paths: { shop: [join(source, "index.ts")], "shop/*": [join(source, "*.ts")] },
  },
  include: ["*.ts", "sdk/src"],
};

beforeAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const document = join(root, "test/fixtures/webhooks.openapi.yaml");
  await sdkwright(folder, ["generate", document, "--output", sdk]);
  await writeFile(join(folder, "programs.ts"), programs);
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify(project));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe("the types of a receiver", () => {
  it.each(compilers)("narrow events, with %s", async (_, compiler) => {
    expect(await output(compiler, "-p", folder)).toBe("");
  });
});

describe("a bundle", () => {
  const receiving = `
    import { webhooks } from "./webhooks.js";
    export default { fetch: webhooks().handler({ "order.paid": (event) => console.log(event) }) };`;

  it("of a receiver contains its own scheme, and no client", async () => {
    const { modules } = await bundled(receiving, source);
    expect(modules).toEqual([
      "base64",
      "environment",
      "webhook-error",
      "webhook-event",
      "webhook-read",
      "webhook-receiver",
      "webhook-result",
      "webhook-scheme",
      "webhook-standard",
      "webhook-type-field",
      "webhook-verify",
    ]);
  });

  it("of a receiver is no larger than the guide says", async () => {
    expect((await bundled(receiving, source)).gzipped).toBeLessThanOrEqual(1850);
  });

  it("of a client contains nothing of a receiver", async () => {
    const client = 'import { Shop } from "./index.js"; console.log(new Shop());';
    const { modules } = await bundled(client, source);
    expect(modules.filter((name) => name.startsWith("webhook"))).toEqual([]);
  });
});
