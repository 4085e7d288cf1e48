import { describe, expect, it } from "vitest";
import { github } from "../../templates/runtime/webhook-github.js";
import { hmac } from "../../templates/runtime/webhook-hmac.js";
import type { SignatureScheme } from "../../templates/runtime/webhook-scheme.js";
import { slack } from "../../templates/runtime/webhook-slack.js";
import { standard } from "../../templates/runtime/webhook-standard.js";
import { stripe } from "../../templates/runtime/webhook-stripe.js";
import vectors from "../webhooks/vectors.json" with { type: "json" };
import { partsOf, webhooks } from "./shop-events.js";

const schemes: Readonly<Record<string, SignatureScheme>> = { standard, stripe, github, slack };
const tolerance = Number.POSITIVE_INFINITY;
const paid = { data: { id: "ord_1" } };

describe.each(vectors)("$scheme, as $by signs it", ({ scheme, secret, headers, body }) => {
  const shop = webhooks({ secret, tolerance }, schemes[scheme]);

  it("is accepted", async () => {
    expect(await shop.unwrap({ headers, body })).toMatchObject({ type: "order.paid" });
  });

  it("is refused with another body or secret", async () => {
    const changed = await shop.unwrap({ headers, body: body.replace("ord_1", "ord_2") }).result();
    expect(changed).toMatchObject({ ok: false, error: { kind: "webhook-signature" } });
    const other = webhooks({ secret: `${secret}QUJD`, tolerance }, schemes[scheme]);
    expect(await other.unwrap({ headers, body }).result()).toMatchObject({ ok: false });
  });

  it("signs what it accepts", async () => {
    const request = await shop.sign("order.paid", paid);
    expect(await shop.unwrap(request)).toMatchObject(paid);
  });
});

describe("stripe", () => {
  const shop = webhooks({ secret: "whsec_1" }, stripe);

  it("accepts one of several signatures, in any order of the fields", async () => {
    const { headers, body } = await partsOf(await shop.sign("order.paid", paid));
    const [time, signature] = headers["stripe-signature"]?.split(",") ?? [];
    const given = `v0=00,${signature},v1=00,v1=xyz,${time}`;
    expect(await shop.unwrap({ headers: { "stripe-signature": given }, body })).toMatchObject(paid);
  });

  it.each([
    ["v1=00", "webhook-header"],
    ["t=x,v1=00", "webhook-header"],
    ["t=1,v1=00", "webhook-stale"],
    [`t=${Math.floor(Date.now() / 1000)}`, "webhook-signature"],
  ])("refuses %s", async (header, kind) => {
    const request = { headers: { "stripe-signature": header }, body: "{}" };
    expect(await shop.unwrap(request).result()).toMatchObject({ error: { kind } });
  });

  it("reads the event's id from the payload", async () => {
    const asked: string[] = [];
    const seen = (id: string) => asked.push(id) > 0;
    await shop.handler({}, { seen })(await shop.sign("order.paid", { id: "evt_1" }));
    expect(asked).toEqual(["evt_1"]);
  });
});

describe("a described scheme", () => {
  it.each([
    { header: "x-sig", encoding: "hex" },
    { header: "x-sig", encoding: "base64", hash: "SHA-512", prefix: "v1:" },
    { header: "x-sig", encoding: "hex", timeHeader: "x-time", signed: "{time}.{body}" },
    {
      header: "x-sig",
      encoding: "base64",
      hash: "SHA-1",
      idHeader: "x-id",
      timeHeader: "x-time",
      timeFormat: "milliseconds",
      signed: "{body}|{id}|{time}",
    },
    {
      header: "x-sig",
      encoding: "hex",
      timeHeader: "x-time",
      timeFormat: "iso8601",
      signed: "{time}\n{body}",
    },
  ] as const)("accepts what it signs: %j", async (description) => {
    const shop = webhooks({ secret: "geheim" }, hmac(description));
    const request = await shop.sign("order.paid", paid, { id: "msg_1" });
    expect(await shop.unwrap(request.clone())).toMatchObject(paid);
    const { headers, body } = await partsOf(request);
    expect(await shop.unwrap({ headers, body: `${body} ` }).result()).toMatchObject({
      error: { kind: "webhook-signature" },
    });
  });

  it.each(["msg:1", "{id}:{time}:{body}"])(
    "refuses the id %s, which has the text next to it",
    async (id) => {
      const signed = "{id}:{time}:{body}";
      const headers = {
        header: "x-sig",
        encoding: "hex",
        idHeader: "x-id",
        timeHeader: "x-time",
      } as const;
      const shop = webhooks({ secret: "key" }, hmac({ ...headers, signed }));
      const request = await shop.sign("order.paid", paid, { id });
      expect(await shop.unwrap(request).result()).toMatchObject({
        error: { kind: "webhook-header" },
      });
    },
  );

  it("refuses an id that takes the beginning of the body, if no text is between them", async () => {
    const headers = { header: "x-sig", encoding: "hex", idHeader: "x-id" } as const;
    const shop = webhooks({ secret: "key" }, hmac({ ...headers, signed: "{id}{body}" }));
    const { headers: given, body } = await partsOf(await shop.sign("order.paid", paid));
    expect(await shop.unwrap({ headers: given, body })).toMatchObject(paid);
    const moved = { ...given, "x-id": given["x-id"] + body.slice(0, 9) };
    expect(await shop.unwrap({ headers: moved, body: body.slice(9) }).result()).toMatchObject({
      error: { kind: "webhook-header" },
    });
  });

  it("refuses a time with a comment, which JavaScript reads as a date", async () => {
    const headers = { header: "x-sig", encoding: "hex", timeHeader: "x-time" } as const;
    const scheme = hmac({ ...headers, timeFormat: "iso8601", signed: "{time}.{body}" });
    const shop = webhooks({ secret: "key" }, scheme);
    const { headers: given, body } = await partsOf(await shop.sign("order.paid", paid));
    const time = `${new Date(given["x-time"] ?? "").toUTCString()} (any text)`;
    expect(Date.parse(time)).toBeGreaterThan(0);
    const moved = { ...given, "x-time": time };
    expect(await shop.unwrap({ headers: moved, body }).result()).toMatchObject({
      error: { kind: "webhook-header" },
    });
  });

  it("signs the documented text", async () => {
    const scheme = hmac({
      header: "x-sig",
      encoding: "hex",
      hash: "SHA-512",
      idHeader: "x-id",
      timeHeader: "x-time",
      signed: "v0:{id}:{time}:{body}",
    });
    const shop = webhooks({ secret: "key", tolerance }, scheme);
    const { headers } = await partsOf(
      await shop.sign("order.paid", {}, { id: "msg_1", at: new Date(1_700_000_000_000) }),
    );
    // printf 'v0:msg_1:1700000000:{"type":"order.paid"}' | openssl dgst -sha512 -hmac key
    expect(headers).toMatchObject({
      "x-id": "msg_1",
      "x-time": "1700000000",
      "x-sig":
        "0a737b57b4106a2d9d338dff3a74a2188695a0671ac1a8527f90d065df20e0e468aa84ac33428b24039f5e530ff70a55e7113532aab2b80bc42c442671f73206",
    });
  });

  it.each(["", "sha256=", "sha512=00"])("refuses the header %j", async (header) => {
    const shop = webhooks({ secret: "key" }, github);
    const request = { headers: { "x-hub-signature-256": header }, body: "{}" };
    expect(await shop.unwrap(request).result()).toMatchObject({
      error: { kind: "webhook-header" },
    });
  });

  it("refuses a time in another format", async () => {
    const shop = webhooks({ secret: "key" }, slack);
    const { headers, body } = await partsOf(await shop.sign("order.paid", paid));
    const given = { ...headers, "x-slack-request-timestamp": new Date().toISOString() };
    expect(await shop.unwrap({ headers: given, body }).result()).toMatchObject({
      error: { kind: "webhook-header" },
    });
  });
});
