import { describe, expect, it } from "vitest";
import { callFrom } from "../../../generator/plan/call/call.js";
import type { JsonObject } from "../../../generator/read/document/document.js";
import { modelOf, operationOf } from "../../model/documents.js";

const words = { type: "string" };

function callWith(operation: JsonObject) {
  const document = { paths: { "/a": { post: { operationId: "post", ...operation } } } };
  return callFrom(operationOf(document), modelOf(document));
}

function content(contentType: string, schema: JsonObject = words): JsonObject {
  return { description: "", content: { [contentType]: { schema } } };
}

describe("the results of a call", () => {
  it.each<[name: string, responses: JsonObject, kinds: readonly string[]]>([
    ["nothing where no success is documented", { 404: { description: "" } }, ["nothing"]],
    ["nothing without content", { 204: { description: "" } }, ["nothing"]],
    ["a value of JSON", { 200: content("application/json") }, ["value"]],
    ["a text", { 200: content("text/csv") }, ["text"]],
    ["a text of forms", { 200: content("application/x-www-form-urlencoded") }, ["text"]],
    ["bytes", { 200: content("image/png") }, ["bytes"]],
    [
      "of each success",
      { 200: content("image/png"), 204: { description: "" } },
      ["bytes", "nothing"],
    ],
  ])("are %s", (_, responses, kinds) => {
    expect(callWith({ responses }).results.map(({ payload }) => payload.kind)).toEqual(kinds);
  });

  it("have the items of a sequence", () => {
    const responses = { 200: content("text/csv", { type: "array", items: { type: "integer" } }) };
    expect(callWith({ responses }).results).toMatchObject([
      { payload: { kind: "text", items: { kind: "scalar", type: "integer" } } },
    ]);
  });
});

describe("the arguments of a call", () => {
  it.each<[contentType: string, payloads: readonly JsonObject[]]>([
    ["application/json", [{ kind: "value", isMultipart: false }]],
    ["multipart/form-data", [{ kind: "value", isMultipart: true }]],
    ["text/plain", [{ kind: "text" }]],
    ["image/png", [{ kind: "bytes" }]],
  ])("of %s", (contentType, payloads) => {
    const requestBody = { content: { [contentType]: { schema: words } } };
    expect(callWith({ requestBody }).arguments.fields.map(({ payload }) => payload)).toMatchObject(
      payloads,
    );
  });
});

describe("the failures of a call", () => {
  const object = { schema: { type: "object" } };
  const problem = { description: "", content: { "application/json": object } };
  const bare = { description: "" };

  it.each<[name: string, responses: JsonObject, want: JsonObject[]]>([
    [
      "without a payload are exceptions from a range or default that has one",
      { 404: bare, 503: bare, "4XX": problem },
      [
        { hasPayload: false, isException: true },
        { hasPayload: false, isException: false },
        { hasPayload: true, isException: false },
      ],
    ],
    [
      "with a text are an SDKError, unless their class takes text",
      {
        400: { ...bare, content: { "application/json": object, "text/plain": {} } },
        401: { ...bare, content: { "application/json": { schema: words }, "text/plain": {} } },
        402: content("text/plain"),
      },
      [
        { allowsText: false, isText: true },
        { allowsText: true, isText: false },
        { allowsText: false, isText: true },
      ],
    ],
  ])("%s", (_, responses, want) => {
    expect(callWith({ responses }).failures).toMatchObject(want);
  });
});

describe("a 304", () => {
  it("is a success next to an undescribed 2xx", () => {
    const { results } = callWith({ responses: { 304: { description: "" } } });
    expect(results.map(({ status, isNotModified }) => [status, isNotModified])).toEqual([
      [{ kind: "range", hundreds: 2 }, false],
      [{ kind: "code", code: 304 }, true],
    ]);
  });
});
