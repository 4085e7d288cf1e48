import { describe, expect, it } from "vitest";
import { callFrom } from "../../../generator/plan/call/call.js";
import type { JsonObject } from "../../../generator/read/document/document.js";
import { json, operationIn } from "../blueprint.js";

const events = { "text/event-stream": { schema: { type: "object" } } };
const answer = json({ type: "object" });
const whole = { "application/json": { schema: { type: "object" } } };
const both = { description: "", content: { ...whole, ...events } };
const flag = { type: "boolean" };

/** The call of an operation with a field `stream` of a schema. */
function callOf(stream: JsonObject, response: JsonObject = both, operation: JsonObject = {}) {
  const schema = { type: "object", properties: { stream, name: { type: "string" } } };
  const { operation: found, blueprint } = operationIn({
    paths: {
      "/chat": {
        post: { requestBody: json(schema), responses: { 200: response }, ...operation },
      },
    },
  });
  return callFrom(found, blueprint.api);
}

describe("a field chooses a stream", () => {
  it.each<[name: string, schema: JsonObject]>([
    ["a boolean", flag],
    ["a boolean or null", { type: ["boolean", "null"] }],
    ["a union with a boolean", { oneOf: [flag, { type: "string" }] }],
    ["an enum with true", { enum: [true, "events"] }],
  ])("that is %s", (_, schema) => {
    const { streaming, results } = callOf(schema);
    expect(streaming?.field.key).toBe("stream");
    expect(streaming?.results.map(({ payload }) => payload.kind)).toEqual(["stream"]);
    expect(results.map(({ payload }) => payload.kind)).toEqual(["value"]);
  });

  it("that a parameter is", () => {
    const parameters = [{ name: "stream", in: "query", schema: flag }];
    const { streaming } = callOf(flag, both, { parameters, requestBody: {} });
    expect(streaming?.field.in).toBe("query");
  });

  it("with another name", () => {
    const extension = { "x-fern-streaming": { "stream-condition": "$request.live" } };
    const live = { name: "live", in: "query", schema: flag };
    const { streaming } = callOf(flag, both, { ...extension, parameters: [live] });
    expect(streaming?.field.key).toBe("live");
  });

  it.each([
    [undefined, false],
    [false, false],
    [true, true],
  ])("whose default is %s: without it, %s", (value, want) => {
    const schema = value === undefined ? flag : { ...flag, default: value };
    expect(callOf(schema).streaming?.isDefault).toBe(want);
  });
});

describe("no field chooses", () => {
  it.each<[name: string, schema: JsonObject, response?: JsonObject, operation?: JsonObject]>([
    ["a text", { type: "string" }],
    ["false", { const: false }],
    ["between one result", flag, { description: "", content: events }],
    ["without a stream", flag, answer],
    ["if the document says so", flag, both, { "x-speakeasy-sse-overload": false }],
  ])("%s", (_, schema, response, operation) => {
    expect(callOf(schema, response, operation).streaming).toBeNull();
  });
});

it("an operation with nothing but a stream returns it", () => {
  const { stream, results } = callOf(flag, { description: "", content: events });
  expect(stream?.format).toBe("events");
  expect(results.map(({ payload }) => payload.kind)).toEqual(["stream"]);
});
