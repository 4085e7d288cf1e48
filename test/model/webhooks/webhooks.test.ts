import { describe, expect, it } from "vitest";
import { webhookRequestsIn } from "../../../generator/model/webhooks/requests.js";
import type { Json, JsonObject } from "../../../generator/read/document/document.js";
import { modelOf, readingOf } from "../documents.js";

const text: JsonObject = { type: "string" };

function sends(schema: Json, more: JsonObject = {}): JsonObject {
  const content = { "application/json": { schema } };
  return { post: { requestBody: { required: true, content }, ...more } };
}

function object(properties: JsonObject, required: readonly string[] = []): JsonObject {
  return { type: "object", properties, required: [...required] };
}

/** Each event with its type and what a delivery says to name it. */
function namesOf(webhooks: JsonObject) {
  const model = modelOf({ webhooks }).webhooks;
  return {
    naming: model?.naming ?? null,
    names: model?.events.map(({ type, sentAs }) => [type, sentAs]),
  };
}

describe("events are read from", () => {
  const event = sends(object({ data: text }));

  it.each([
    ["webhooks", { webhooks: { paid: event } }, ["paid"]],
    ["x-webhooks", { "x-webhooks": { paid: event } }, ["paid"]],
    ["the same in both", { webhooks: { paid: event }, "x-webhooks": { paid: event } }, ["paid"]],
    ["both", { webhooks: { paid: event }, "x-webhooks": { sent: event } }, ["paid", "sent"]],
    [
      "paths with x-fern-webhook",
      { paths: { "/paid": { ...event, "x-fern-webhook": true } } },
      ["/paid"],
    ],
    [
      "operations with x-fern-webhook, by operationId",
      {
        paths: {
          "/paid": sends(object({}), { "x-fern-webhook": true, operationId: "orderPaid" }),
        },
      },
      ["orderPaid"],
    ],
    [
      "callbacks",
      {
        paths: {
          "/orders": {
            post: { operationId: "order", callbacks: { paid: { "{$request.body#/url}": event } } },
          },
        },
      },
      ["paid"],
    ],
    [
      "each operation of a webhook",
      { webhooks: { paid: { ...event, put: event["post"] ?? null } } },
      ["paid", "paid put"],
    ],
  ])("%s", (_, document, types) => {
    expect(modelOf(document).webhooks?.events.map(({ type }) => type)).toEqual(types);
  });

  it("`webhooks`, with a warning, if `x-webhooks` has another of the same name", () => {
    const other = sends(object({ other: text }));
    const document = { webhooks: { paid: event }, "x-webhooks": { paid: other } };
    const { reading, root, problems } = readingOf(document);
    expect(webhookRequestsIn(reading, root).map(({ place }) => place.pointer)).toEqual([
      "/webhooks/paid/post",
    ]);
    expect(problems.map(({ pointer, message }) => [pointer, message])).toEqual([
      [
        "/x-webhooks/paid",
        '"paid" differs under `webhooks`, which is used: make them equal, or remove this one',
      ],
    ]);
  });

  it("callbacks of the same name in two operations", () => {
    const post = (operationId: string) => ({
      post: { operationId, callbacks: { paid: { "{$url}": event } } },
    });
    const model = modelOf({ paths: { "/a": post("orderA"), "/b": post("orderB") } });
    expect(model.webhooks?.events.map(({ type, operationId }) => [type, operationId])).toEqual([
      ["paid", "orderA"],
      ["orderB paid", "orderB"],
    ]);
  });

  it("no path that is a webhook as an operation too", () => {
    const model = modelOf({
      paths: { "/paid": { ...event, "x-fern-webhook": true }, "/orders": { get: {} } },
    });
    expect(model.operations.map(({ path }) => path)).toEqual(["/orders"]);
  });

  it("documents without any as null", () => {
    expect(modelOf({ webhooks: {} }).webhooks).toBeNull();
  });

  it("no body that isn't JSON, with a warning", () => {
    const form = { post: { requestBody: { content: { "text/csv": { schema: text } } } } };
    const { webhooks, problems } = modelOf({ webhooks: { paid: form, sent: event } });
    expect(webhooks?.events.map(({ type }) => type)).toEqual(["sent"]);
    expect(problems).toEqual([
      expect.objectContaining({
        pointer: "/webhooks/paid/post/requestBody",
        message:
          "receivers read JSON and not text/csv, so the webhook is left out: describe its JSON",
      }),
    ]);
  });

  it("the JSON of a webhook that may be sent in another format, with a warning", () => {
    const content = { "application/json": { schema: text }, "application/xml": { schema: text } };
    const { webhooks, problems } = modelOf({
      webhooks: { paid: { post: { requestBody: { content } } } },
    });
    expect(webhooks?.events.map(({ type }) => type)).toEqual(["paid"]);
    expect(problems.map(({ message }) => message)).toEqual([
      "receivers read JSON and not application/xml, so deliveries of it are refused: describe its JSON",
    ]);
  });

  it("no parameters, with a warning for each name that receivers don't read", () => {
    const header = (name: string) => ({ in: "header", name, schema: text });
    const parameters = [
      header("X-Sent"),
      header("User-Agent"),
      header("webhook-id"),
      { ...header("url"), in: "path" },
    ];
    const { problems } = modelOf({
      webhooks: {
        paid: { parameters, ...event },
        sent: {
          post: { parameters: [header("x-sent"), { ...header("q"), in: "query" }] },
        },
      },
    });
    expect(problems.map(({ pointer, message }) => [pointer, message])).toEqual([
      [
        "/webhooks/paid/parameters/0",
        'the header parameter "X-Sent" isn\'t part of the event: read it from the request that the receiver gets',
      ],
      [
        "/webhooks/sent/post/parameters/1",
        'the query parameter "q" isn\'t part of the event: read it from the request that the receiver gets',
      ],
    ]);
  });
});

describe("deliveries identify their event", () => {
  it("in a field with one value per event", () => {
    const event = (type: string) => sends(object({ type: { const: type }, event: text }, ["type"]));
    expect(namesOf({ a: event("order.paid"), b: event("order.sent") })).toEqual({
      naming: { in: "field", field: "type" },
      names: [
        ["order.paid", "order.paid"],
        ["order.sent", "order.sent"],
      ],
    });
  });

  it("in a field of another name, also in a part of allOf", () => {
    const event = (type: string) =>
      sends({ allOf: [object({ id: text }), object({ event_type: { enum: [type] } })] });
    expect(namesOf({ a: event("paid"), b: event("sent") })).toEqual({
      naming: { in: "field", field: "event_type" },
      names: [
        ["paid", "paid"],
        ["sent", "sent"],
      ],
    });
  });

  it("by their key, if examples of a text field are the keys", () => {
    const event = (example: Json) => ({
      post: {
        requestBody: {
          content: { "application/json": { schema: object({ event: text }), example } },
        },
      },
    });
    expect(namesOf({ paid: event({ event: "paid" }), sent: event(null) })).toEqual({
      naming: { in: "field", field: "event" },
      names: [
        ["paid", "paid"],
        ["sent", "sent"],
      ],
    });
    expect(
      namesOf({ paid: event({ event: "paid" }), sent: event({ event: "x" }) }).naming,
    ).toBeNull();
  });

  it("by their key, if all have a text field `type` and no example says otherwise", () => {
    const event = sends(object({ type: text }));
    expect(namesOf({ paid: event, sent: event }).naming).toEqual({ in: "field", field: "type" });
    expect(namesOf({ paid: event, sent: sends(object({})) }).naming).toBeNull();
  });

  it("in a header and an action", () => {
    const event = (header: string, action: string | null) =>
      sends(object(action === null ? {} : { action: { enum: [action] } }), {
        parameters: [{ name: "X-Event", in: "header", schema: text, example: header }],
      });
    const webhooks = {
      "issues-opened": event("issues", "opened"),
      "issues-closed": event("issues", "closed"),
      "pull-request-opened": event("pull_request", "opened"),
      push: event("push", null),
    };
    expect(namesOf(webhooks)).toEqual({
      naming: { in: "header", header: "x-event", field: "action" },
      names: [
        ["issues-opened", "issues.opened"],
        ["issues-closed", "issues.closed"],
        ["pull-request-opened", "pull_request.opened"],
        ["push", "push"],
      ],
    });
  });

  it("not at all", () => {
    const event = sends(object({ data: text }));
    expect(namesOf({ paid: event, sent: event })).toEqual({
      naming: null,
      names: [
        ["paid", null],
        ["sent", null],
      ],
    });
  });

  it("in the field of the settings", () => {
    const webhooks = { paid: sends(object({ topic: text, type: text })) };
    const model = modelOf({ webhooks }, { typeField: "topic" });
    expect(model.webhooks?.naming).toEqual({ in: "field", field: "topic" });
  });
});

describe("the schema of an event", () => {
  function eventOf(schema: Json, more: JsonObject = {}, components: JsonObject = {}) {
    const { webhooks, schemas } = modelOf({ webhooks: { paid: sends(schema, more) }, components });
    const { schemaName, isNested } = webhooks?.events[0] ?? {};
    return {
      schemaName,
      isNested,
      schema: schemas.find(({ name }) => name === schemaName)?.schema,
    };
  }

  const literal = expect.objectContaining({
    name: "type",
    required: true,
    schema: expect.objectContaining({ kind: "enum", values: ["paid"] }),
  });
  const id = expect.objectContaining({ name: "id", required: true });

  it("is the payload with the literal and the id of the delivery", () => {
    expect(eventOf(object({ type: text, data: text }))).toMatchObject({
      schemaName: "paid event",
      isNested: false,
      schema: { kind: "intersection", members: [{ kind: "object" }, { fields: [literal, id] }] },
    });
  });

  it("keeps the id of the payload", () => {
    expect(eventOf(object({ type: text, id: text }))).toMatchObject({
      schema: { members: [{}, { fields: [literal] }] },
    });
  });

  it("has no id if the scheme has none", () => {
    const parameters = [{ name: "Stripe-Signature", in: "header", schema: text }];
    expect(eventOf(object({ type: text }), { parameters })).toMatchObject({
      schema: { members: [{}, { fields: [literal] }] },
    });
  });

  it("is a named payload that is complete", () => {
    const schemas = { Paid: object({ id: text, type: { const: "paid" } }, ["id", "type"]) };
    expect(eventOf({ $ref: "#/components/schemas/Paid" }, {}, { schemas })).toMatchObject({
      schemaName: "Paid",
    });
  });

  it.each([
    ["is no object", { type: "array", items: text }],
    ["may be null", { type: ["object", "null"], properties: { a: text } }],
    ["has its own type", object({ type: { enum: ["a", "b"] } })],
  ])("has the payload in a field if it %s", (_, schema) => {
    expect(eventOf(schema)).toMatchObject({
      isNested: true,
      schema: { kind: "object", fields: [literal, id, { name: "payload", required: true }] },
    });
  });

  it("is the literal and the id without a payload", () => {
    const { webhooks, schemas } = modelOf({ webhooks: { ping: { post: {} } } });
    expect(webhooks?.events[0]).toMatchObject({ payload: null, schemaName: "ping event" });
    expect(schemas).toMatchObject([{ schema: { fields: [{ name: "type" }, id] } }]);
  });

  it("has a name that no other schema has", () => {
    const schemas = { "paid event": text, "paid webhook": text };
    expect(eventOf(object({}), {}, { schemas })).toMatchObject({ schemaName: "paid webhook 2" });
  });
});
