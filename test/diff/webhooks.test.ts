import { expect, it } from "vitest";
import type { JsonObject } from "../../generator/read/document/document.js";
import { json } from "../plan/blueprint.js";
import { changesBetween } from "./documents.js";

const text = { type: "string" };
const data = { type: "object", required: ["id"], properties: { id: text } };

/** A document that sends these events. */
function sending(webhooks: JsonObject, rest: JsonObject = {}): JsonObject {
  return { webhooks, ...rest };
}

function event(schema: JsonObject, more: JsonObject = {}): JsonObject {
  return { post: { requestBody: json(schema), ...more } };
}

/** An event that names its type, with these fields. */
function typed(type: string, properties: JsonObject = {}, more: JsonObject = {}): JsonObject {
  const fields = { type: { const: type }, ...properties };
  return event(
    {
      type: "object",
      required: ["type", "data"].filter((name) => name in fields),
      properties: fields,
    },
    more,
  );
}

const noted = { type: "object", properties: { note: text } };
const paid = sending({ paid: typed("paid", { data }) });

it.each<[name: string, old: JsonObject, next: JsonObject, want: readonly string[]]>([
  ["the same", paid, paid, []],
  [
    "new",
    paid,
    sending({ paid: typed("paid", { data }), sent: typed("sent", { data }) }),
    ["additive event sent: is new"],
  ],
  [
    "removed",
    sending({ paid: typed("paid", { data }), sent: typed("sent", { data }) }),
    paid,
    ["breaking event sent: is removed: programs that use it no longer compile"],
  ],
  [
    "the first of an API",
    {},
    paid,
    ["additive receiver webhooks: is new", "additive event paid: is new"],
  ],
  [
    "deprecated",
    paid,
    sending({ paid: typed("paid", { data }, { deprecated: true }) }),
    ["info event paid: it is deprecated"],
  ],
  [
    "named by deliveries, unlike before",
    sending({ paid: event(noted), sent: event(noted) }),
    sending({ paid: typed("paid", { note: text }), sent: typed("sent", { note: text }) }),
    [
      "breaking receiver receiverOf: is removed: programs that use it no longer compile",
      "breaking event paid: is PaidEvent of webhooks instead of PaidEvent of receiverOf: programs that receive it no longer compile",
      "breaking event sent: is SentEvent of webhooks instead of SentEvent of receiverOf: programs that receive it no longer compile",
      "additive receiver webhooks: is new",
    ],
  ],
])("an event that is %s", (_, old, next, want) => {
  expect(changesBetween(old, next)).toEqual(want);
});

it.each<[name: string, old: JsonObject, next: JsonObject, want: readonly string[]]>([
  ["new", { data }, { data, note: text }, ["additive event paid: field note is new"]],
  [
    "removed",
    { data, note: text },
    { data },
    ["breaking event paid: field note is removed: programs that read it no longer compile"],
  ],
  [
    "removed further inside",
    { data: { ...data, properties: { id: text, total: { type: "number" } } } },
    { data },
    ["breaking event paid: field data.total is removed: programs that read it no longer compile"],
  ],
  [
    "no longer always present",
    { data },
    { data: { type: "object", properties: { id: text } } },
    ["breaking event paid: field data.id is now optional: it may be missing"],
  ],
  [
    "one value wider",
    { data, kind: { enum: ["card"] } },
    { data, kind: { enum: ["card", "cash"] } },
    [
      'breaking event paid: field kind may now be "cash": programs may receive a value that they don\'t expect',
    ],
  ],
  [
    "one value narrower",
    { data, kind: { enum: ["card", "cash"] } },
    { data, kind: { enum: ["card"] } },
    [
      'breaking event paid: field kind is no longer "cash": programs that ask for it no longer compile',
    ],
  ],
])("a field of an event that is %s", (_, old, next, want) => {
  const [before, after] = [old, next].map((fields) => sending({ paid: typed("paid", fields) }));
  expect(changesBetween(before ?? {}, after ?? {})).toEqual(want);
});

it("judges a model that operations send and events bring from both sides", () => {
  const shared = (required: readonly string[]): JsonObject => ({
    webhooks: { paid: typed("paid", { data: { $ref: "#/components/schemas/Order" } }) },
    paths: {
      "/orders": {
        post: {
          operationId: "add",
          requestBody: json({
            type: "object",
            properties: { order: { $ref: "#/components/schemas/Order" } },
          }),
        },
      },
    },
    components: {
      schemas: { Order: { type: "object", properties: { id: text, note: text }, required } },
    },
  });
  expect(changesBetween(shared(["id"]), shared([]))).toEqual([
    "breaking model Order: field id is now optional: it may be missing",
  ]);
});

it("reports another signature", () => {
  const signed = sending(
    { paid: typed("paid", { data }) },
    { "x-speakeasy-webhooks": { security: { type: "signature", headerName: "X-Sig" } } },
  );
  expect(changesBetween(paid, signed)).toEqual([
    'breaking receiver webhooks: its signatures are {"scheme":"hmac","header":"x-sig","prefix":"","encoding":"base64","hash":"SHA-256","signed":"{body}","timeFormat":"seconds"} instead of standard: deliveries signed as before are refused',
    "breaking event paid: field id is removed: programs that read it no longer compile",
  ]);
});
