import { inspect } from "node:util";
import { describe, expect, it, vi } from "vitest";
import { emptyBodies } from "../../templates/runtime/webhook-empty.js";
import type { ArrivedEvent } from "../../templates/runtime/webhook-event.js";
import { receiver } from "../../templates/runtime/webhook-receiver.js";
import { standard } from "../../templates/runtime/webhook-standard.js";
import { typeFixed } from "../../templates/runtime/webhook-type-fixed.js";
import { partsOf, secret, webhooks } from "./shop-events.js";

const other = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
const paid = { data: { id: "ord_1" } };

describe("unwrap", () => {
  const shop = webhooks({ secret });

  it("returns the event of a signed delivery", async () => {
    const request = await shop.sign("order.paid", paid, { id: "msg_1" });
    expect(await shop.unwrap(request)).toEqual({ id: "msg_1", type: "order.paid", ...paid });
  });

  it("returns the event as a value too", async () => {
    const request = await shop.sign("order.paid", paid, { id: "msg_1" });
    expect(await shop.unwrap(request).result()).toEqual({
      ok: true,
      value: { id: "msg_1", type: "order.paid", ...paid },
    });
  });

  it("accepts the example of the Standard Webhooks specification", async () => {
    const event = await webhooks({ secret, tolerance: Number.POSITIVE_INFINITY }).unwrap({
      headers: {
        "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
        "webhook-timestamp": "1614265330",
        "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
      },
      body: '{"test": 2432232314}',
    });
    expect(event).toEqual({
      type: undefined,
      rawType: undefined,
      id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
      payload: { test: 2432232314 },
    });
  });

  it("reads header names in any case, lists, and headers that are missing", async () => {
    const { headers, body } = await partsOf(await shop.sign("order.paid", paid));
    const { "webhook-id": id, "webhook-timestamp": time, "webhook-signature": signature } = headers;
    const given = {
      ":path": "/",
      Host: undefined,
      "Webhook-Id": id,
      "WEBHOOK-TIMESTAMP": [time ?? ""],
      "webhook-Signature": ["v2,AAAA", signature ?? ""],
    };
    expect(await shop.unwrap({ headers: given, body })).toMatchObject({ type: "order.paid" });
  });

  it("reads svix- headers", async () => {
    const { headers, body } = await partsOf(await shop.sign("order.paid", paid, { id: "msg_2" }));
    const svix = Object.entries(headers).map(([name, text]) => [
      name.replace("webhook-", "svix-"),
      text,
    ]);
    expect(await shop.unwrap({ headers: Object.fromEntries(svix), body })).toMatchObject({
      id: "msg_2",
    });
  });

  it("prefers webhook- headers to svix- headers", async () => {
    const { headers, body } = await partsOf(await shop.sign("order.paid", paid, { id: "msg_3" }));
    const wrong = { "svix-id": "x", "svix-timestamp": "1", "svix-signature": "v1,AAAA" };
    expect(await shop.unwrap({ headers: { ...wrong, ...headers }, body })).toMatchObject({
      id: "msg_3",
    });
  });

  it.each([
    ["v1,AAAA <v1>", "order.paid"],
    ["v2,AAAA v1a,AAAA <v1>", "order.paid"],
    ["<v1> v1,!!!", "order.paid"],
    ["v1,!!! <v1>", "order.paid"],
  ])("accepts one of several signatures: %s", async (list, type) => {
    const { headers, body } = await partsOf(await shop.sign("order.paid", paid));
    const signature = list.replace("<v1>", headers["webhook-signature"] ?? "");
    const event = await shop.unwrap({
      headers: { ...headers, "webhook-signature": signature },
      body,
    });
    expect(event.type).toBe(type);
  });

  it.each([
    [19, "order.paid"],
    [20, "webhook-signature"],
  ])("verifies 20 signatures at most: %i and then a right one", async (wrong, want) => {
    const { headers, body } = await partsOf(await shop.sign("order.paid", paid));
    const signature = "v1,AAAA ".repeat(wrong) + headers["webhook-signature"];
    const request = { headers: { ...headers, "webhook-signature": signature }, body };
    const result = await shop.unwrap(request).result();
    expect(result.ok ? result.value.type : result.error.kind).toBe(want);
  });

  it.each([
    ["v2", "v2,"],
    ["v1a, for which it has no public key", "v1a,"],
    ["no version", ""],
  ])("passes over a signature of %s", async (_, version) => {
    const { headers, body } = await partsOf(await shop.sign("order.paid", paid));
    const signature = headers["webhook-signature"]?.replace("v1,", version);
    const given = { ...headers, "webhook-signature": signature };
    expect(await kindOf(shop, { headers: given, body })).toBe("webhook-signature");
  });

  it("tries each secret", async () => {
    const rotating = webhooks({ secret: [secret, other] });
    const old = await webhooks({ secret: other }).sign("order.paid", paid);
    expect(await rotating.unwrap(old.clone())).toMatchObject({ type: "order.paid" });
    expect(await kindOf(shop, old)).toBe("webhook-signature");
  });

  it.each(["hello", "1e9", "-1", "", " 1", "1.5", "0x10"])(
    "refuses the timestamp %j",
    async (time) => {
      const { headers, body } = await partsOf(await shop.sign("order.paid", paid));
      const given = { ...headers, "webhook-timestamp": time };
      expect(await kindOf(shop, { headers: given, body })).toBe("webhook-header");
    },
  );

  it("refuses an id with a dot, since the signed text could be split in another place", async () => {
    const signed = await shop.sign("order.paid", paid, { id: "msg_1.1700000000" });
    expect(await kindOf(shop, signed)).toBe("webhook-header");
  });

  it.each(["webhook-id", "webhook-timestamp", "webhook-signature"])(
    "refuses a delivery without %s",
    async (name) => {
      const { headers, body } = await partsOf(await shop.sign("order.paid", paid));
      expect(await kindOf(shop, { headers: { ...headers, [name]: undefined }, body })).toBe(
        "webhook-header",
      );
    },
  );

  it.each([
    [-301, "webhook-stale"],
    [-290, undefined],
    [290, undefined],
    [302, "webhook-stale"],
  ])("with a delivery signed %d s from now: %s", async (seconds, kind) => {
    const at = new Date(Date.now() + seconds * 1000);
    expect(await kindOf(shop, await shop.sign("order.paid", paid, { at }))).toBe(kind);
  });

  it.each([
    [600, -500, undefined],
    [10, -30, "webhook-stale"],
    [Number.POSITIVE_INFINITY, -1e9, undefined],
  ])("with a tolerance of %d s and %d s from now: %s", async (tolerance, seconds, kind) => {
    const at = new Date(Date.now() + seconds * 1000);
    const tolerant = webhooks({ secret, tolerance });
    expect(await kindOf(tolerant, await shop.sign("order.paid", paid, { at }))).toBe(kind);
  });

  it.each([
    ["bytes that aren't UTF-8", Uint8Array.of(0x22, 0xff, 0x22)],
    ["a byte order mark", '\uFEFF{"type":"order.paid"}'],
    ["nothing", ""],
    ["text", "hello"],
  ])("refuses a signed body of %s", async (_, body) => {
    const request = await signedBody(body);
    expect(await kindOf(shop, request)).toBe("webhook-body");
  });

  it("accepts an empty body of an event that is declared without a payload", async () => {
    const events = emptyBodies(typeFixed("ping"));
    const pings = receiver<{ ping: ArrivedEvent }, ArrivedEvent>(standard, events, "SECRET", {
      secret,
    });
    const request = await signedBody("");
    expect(await pings.unwrap(request)).toEqual({ id: "msg_1", type: "ping" });
  });

  it("accepts the body of a Lambda event in base64", async () => {
    const { headers, body } = await partsOf(
      await shop.sign("order.paid", { data: { id: "Grüße" } }),
    );
    const event = { headers, body: Buffer.from(body).toString("base64"), isBase64Encoded: true };
    expect(await shop.unwrap(event)).toMatchObject({ data: { id: "Grüße" } });
    expect(await kindOf(shop, { ...event, isBase64Encoded: false })).toBe("webhook-signature");
  });

  it.each([
    ["bytes", (body: string) => new TextEncoder().encode(body)],
    ["a Buffer", (body: string) => Buffer.from(body)],
    ["an ArrayBuffer", (body: string) => new TextEncoder().encode(body).buffer],
  ])("accepts %s", async (_, encode) => {
    const { headers, body } = await partsOf(await shop.sign("order.paid", paid));
    expect(await shop.unwrap({ headers, body: encode(body) })).toMatchObject(paid);
  });

  it.each([
    ["an object", { type: "order.paid" }],
    ["nothing", undefined],
    ["null", null],
  ])("says where the raw body is if it is given %s", async (_, body) => {
    const { headers } = await partsOf(await shop.sign("order.paid", paid));
    // @ts-expect-error: the types refuse it too.
    const promise = shop.unwrap({ headers, body });
    for (const read of [promise, promise.result()]) {
      await expect(read).rejects.toThrow(
        /raw body.*Express.*express\.raw.*Next\.js.*Fastify.*Hono.*Lambda.*Workers/,
      );
      await expect(read).rejects.toBeInstanceOf(TypeError);
    }
  });

  it("reports the same for a request whose body was read", async () => {
    const request = await shop.sign("order.paid", paid);
    await request.json();
    await expect(shop.unwrap(request)).rejects.toThrow(/raw body/);
  });

  it.each([
    ["order.refunded", "order.refunded"],
    ["constructor", "constructor"],
    [7, undefined],
    [undefined, undefined],
  ])("gives an event of the unknown type %j", async (type, rawType) => {
    const payload = { type, data: 1 };
    const request = await signedBody(JSON.stringify(payload));
    expect(await shop.unwrap(request)).toEqual({
      type: undefined,
      rawType,
      id: "msg_1",
      payload: JSON.parse(JSON.stringify(payload)),
    });
  });

  it.each(["[1]", "null", '"order.paid"'])(
    "gives the payload %s as an unknown event",
    async (body) => {
      const event = await shop.unwrap(await signedBody(body));
      expect(event).toMatchObject({ type: undefined, payload: JSON.parse(body) });
    },
  );

  it("keeps the id that a payload has", async () => {
    const request = await signedBody('{"type":"order.paid","id":"evt_9"}');
    expect(await shop.unwrap(request)).toMatchObject({ id: "evt_9" });
  });

  it("returns the same delivery twice", async () => {
    const request = await shop.sign("order.paid", paid, { id: "msg_1" });
    const events = [await shop.unwrap(request.clone()), await shop.unwrap(request)];
    expect(events.map(({ id }) => id)).toEqual(["msg_1", "msg_1"]);
  });

  it("raises no unhandled rejection when it isn't read", async () => {
    const seen = vi.fn();
    process.on("unhandledRejection", seen);
    shop.unwrap({ headers: {}, body: "" });
    await shop.unwrap({ headers: {}, body: "" }).result();
    await new Promise((resolve) => setImmediate(resolve));
    process.off("unhandledRejection", seen);
    expect(seen).not.toHaveBeenCalled();
  });

  async function signedBody(body: string | Uint8Array<ArrayBuffer>): Promise<Request> {
    const time = String(Math.floor(Date.now() / 1000));
    const bytes = Buffer.from(secret.slice(6), "base64");
    const key = await crypto.subtle.importKey(
      "raw",
      bytes,
      { name: "HMAC", hash: "SHA-256" },
      true,
      ["sign"],
    );
    const text = Buffer.concat([Buffer.from(`msg_1.${time}.`), Buffer.from(body)]);
    const signature = Buffer.from(await crypto.subtle.sign("HMAC", key, text)).toString("base64");
    return new Request("https://example.com", {
      method: "POST",
      headers: {
        "webhook-id": "msg_1",
        "webhook-timestamp": time,
        "webhook-signature": `v1,${signature}`,
      },
      body,
    });
  }
});

describe("Ed25519", () => {
  it("verifies v1a signatures with the public key", async () => {
    const { privateKey, publicKey } = await keyPair();
    const sender = webhooks({ secret: privateKey });
    const shop = webhooks({ secret: [secret, publicKey] });
    const request = await sender.sign("order.paid", paid);
    expect(request.headers.get("webhook-signature")).toMatch(/^v1a,/);
    expect(await shop.unwrap(request.clone())).toMatchObject(paid);
    expect(await kindOf(webhooks({ secret }), request.clone())).toBe("webhook-signature");
    const { publicKey: another } = await keyPair();
    expect(await kindOf(webhooks({ secret: another }), request)).toBe("webhook-signature");
  });

  it("doesn't sign with a public key", async () => {
    const { publicKey } = await keyPair();
    await expect(webhooks({ secret: publicKey }).sign("order.paid", paid)).rejects.toThrow(/whsk_/);
  });

  /** As the Standard Webhooks specification writes them: the private key has both halves. */
  async function keyPair() {
    const pair = await crypto.subtle.generateKey("Ed25519", true, ["sign", "verify"]);
    if (!("privateKey" in pair)) throw new Error("not a pair");
    const seed = Buffer.from(await crypto.subtle.exportKey("pkcs8", pair.privateKey)).subarray(-32);
    const half = Buffer.from(await crypto.subtle.exportKey("raw", pair.publicKey));
    return {
      privateKey: `whsk_${Buffer.concat([seed, half]).toString("base64")}`,
      publicKey: `whpk_${half.toString("base64")}`,
    };
  }
});

describe("the options", () => {
  it.each([
    ["", ""],
    ["not base64", "whsec_###"],
    ["an empty one", "whsec_"],
    ["a part of a public key", "whpk_AAAA"],
    ["an empty list", []],
    ["one of two", [secret, "%"]],
  ])("refuse a secret at once: %s", (_, wrong) => {
    expect(() => webhooks({ secret: wrong })).toThrow(TypeError);
    expect(() => webhooks({ secret: wrong })).toThrow(
      "webhooks: set secret, or SHOP_WEBHOOK_SIGNING_SECRET, to a valid signing secret",
    );
  });

  it("take the secret from the environment", async () => {
    vi.stubEnv("SHOP_WEBHOOK_SIGNING_SECRET", secret);
    try {
      const request = await webhooks({ secret }).sign("order.paid", paid);
      expect(await webhooks().unwrap(request)).toMatchObject(paid);
    } finally {
      vi.unstubAllEnvs();
    }
    expect(() => webhooks()).toThrow(/SHOP_WEBHOOK_SIGNING_SECRET/);
  });

  it.each([0, -1, Number.NaN])("refuse a tolerance of %d", (tolerance) => {
    expect(() => webhooks({ secret, tolerance })).toThrow(RangeError);
  });

  it("turn verification off only with verify: false", async () => {
    const open = webhooks({ verify: false });
    const request = await open.sign("order.paid", paid);
    expect(request.headers.has("webhook-signature")).toBe(false);
    expect(await open.unwrap(request.clone())).toMatchObject({ type: "order.paid", id: "" });
    expect(await kindOf(webhooks({ secret, verify: true }), request.clone())).toBe(
      "webhook-header",
    );
    expect(await kindOf(webhooks({ secret, verify: undefined }), request)).toBe("webhook-header");
  });
});

describe("secrets", () => {
  it("appear in no message, JSON text or printed object", async () => {
    const shop = webhooks({ secret });
    const result = await shop.unwrap({ headers: {}, body: "" }).result();
    const printed = [shop, result].flatMap((each) => [
      JSON.stringify(each) ?? "",
      inspect(each, { depth: 9, showHidden: true }),
    ]);
    expect(printed.filter((text) => text.includes(secret.slice(6)))).toEqual([]);
    expect(() => webhooks({ secret: "whsec_secret-123" })).toThrow(/^(?!.*secret-123)/);
  });
});

describe("handler", () => {
  const shop = webhooks({ secret });

  it("calls the function of the event's type and answers 204", async () => {
    const handled = vi.fn();
    const handle = shop.handler({ "order.paid": ({ data }) => handled(data.id) });
    const response = await handle(await shop.sign("order.paid", paid));
    expect([response.status, await response.text()]).toEqual([204, ""]);
    expect(handled.mock.calls).toEqual([["ord_1"]]);
  });

  it("takes the headers and the raw body, as Node's servers have them", async () => {
    const handled = vi.fn();
    const handle = shop.handler({ "order.paid": ({ data }) => handled(data.id) });
    const { headers, body } = await partsOf(await shop.sign("order.paid", paid));
    const response = await handle({ headers, body: Buffer.from(body) });
    expect([response.status, handled.mock.calls]).toEqual([204, [["ord_1"]]]);
  });

  it("gives other events to otherwise", async () => {
    const handled = vi.fn();
    const handle = shop.handler({
      "order.paid": () => {},
      otherwise: ({ type }) => handled(type),
    });
    await handle(await shop.sign("order.shipped", { data: { carrier: "Post" } }));
    // @ts-expect-error: an event that the package doesn't know.
    await handle(await shop.sign("order.lost", {}));
    expect(handled.mock.calls).toEqual([["order.shipped"], [undefined]]);
  });

  it("answers 204 to an event that nothing handles", async () => {
    const response = await shop.handler({})(await shop.sign("order.paid", paid));
    expect(response.status).toBe(204);
  });

  it("answers with the response that a function returns", async () => {
    const handle = shop.handler({ "order.paid": async () => new Response("ok", { status: 202 }) });
    const response = await handle(await shop.sign("order.paid", paid));
    expect([response.status, await response.text()]).toEqual([202, "ok"]);
  });

  it("answers 400 with the reason to a delivery that it refuses", async () => {
    const onError = vi.fn();
    const request = await webhooks({ secret: other }).sign("order.paid", paid);
    const response = await shop.handler({}, { onError })(request);
    expect([response.status, await response.text()]).toEqual([
      400,
      "no signature matches the body and the secret",
    ]);
    expect(onError.mock.calls[0]?.[0]).toMatchObject({ kind: "webhook-signature" });
  });

  it("answers 500 without the reason if a function throws", async () => {
    const onError = vi.fn();
    const failure = new Error("database password is 123");
    const handle = shop.handler({ "order.paid": () => Promise.reject(failure) }, { onError });
    const response = await handle(await shop.sign("order.paid", paid));
    expect([response.status, await response.text()]).toEqual([500, ""]);
    expect(onError.mock.calls).toEqual([[failure]]);
  });

  it("answers 500 if the body was read before", async () => {
    const request = await shop.sign("order.paid", paid);
    await request.text();
    const response = await shop.handler({}, { onError: () => {} })(request);
    expect(response.status).toBe(500);
  });

  it("answers 204 without a call to a delivery that was seen", async () => {
    const handled = vi.fn();
    const seen = vi.fn(async (id: string) => id === "msg_1");
    const handle = shop.handler({ "order.paid": ({ id }) => handled(id) }, { seen });
    for (const id of ["msg_1", "msg_2"]) {
      const response = await handle(await shop.sign("order.paid", paid, { id }));
      expect(response.status).toBe(204);
    }
    expect(handled.mock.calls).toEqual([["msg_2"]]);
  });

  it("checks the delivery's id, even if the payload has another", async () => {
    const seen = vi.fn(() => true);
    await shop.handler(
      {},
      { seen },
    )(await shop.sign("order.paid", { id: "ord_1" }, { id: "msg_1" }));
    expect(seen.mock.calls).toEqual([["msg_1"]]);
  });
});

type Shop = ReturnType<typeof webhooks>;

/** Why a delivery is refused; `undefined` if it isn't. */
async function kindOf(shop: Shop, request: Parameters<Shop["unwrap"]>[0]) {
  const result = await shop.unwrap(request).result();
  return result.ok ? undefined : result.error.kind;
}
