import { describe, expect, it } from "vitest";
import { callOf } from "../../../generator/plan/call/call.js";
import type { JsonObject } from "../../../generator/read/document/document.js";
import { modelOf, operationOf } from "../../model/documents.js";

const words = { type: "string" };

function callWith(operation: JsonObject) {
  const document = { paths: { "/a": { post: { operationId: "post", ...operation } } } };
  const { schemas } = modelOf(document);
  return callOf(operationOf(document), { schemas });
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
