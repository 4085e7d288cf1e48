import { describe, expect, it } from "vitest";
import type { BodyFormat, Response, Schema } from "../../generator/model/api.js";
import { errorNameFor } from "../../generator/model/errors.js";
import type { JsonObject } from "../../generator/read/document/document.js";
import { modelOf, schema, text } from "./documents.js";

const problem = schema({ kind: "named", name: "Problem" });

function response(
  status: Response["status"],
  of: Schema | null,
  contentType = "application/json",
  format: BodyFormat = "json",
): Response {
  const content = of && { contentType, format, schema: of, example: null };
  return { status, description: null, content, headers: [], error: null, text: null };
}

describe("the name of a failure", () => {
  it.each<[name: string, row: { given: Response; want: string | null }]>([
    ["is its schema's", { given: response({ kind: "code", code: 404 }, problem), want: "Problem" }],
    [
      "is made of the operation and the code",
      { given: response({ kind: "code", code: 404 }, text), want: "getPet 404 Error" },
    ],
    [
      "is made of the operation and the range",
      { given: response({ kind: "range", hundreds: 4 }, text), want: "getPet 4XX Error" },
    ],
    [
      "is made of the operation and default",
      { given: response({ kind: "default" }, text), want: "getPet Default Error" },
    ],
    ["is none without a payload", { given: response({ kind: "default" }, null), want: null }],
    [
      "is none where the payload is no JSON",
      { given: response({ kind: "default" }, text, "text/plain", "text"), want: null },
    ],
    [
      "is none where whatever comes is bytes",
      { given: response({ kind: "default" }, text, "*/*", "binary"), want: null },
    ],
    [
      "is its schema's for any JSON",
      {
        given: response({ kind: "default" }, problem, "application/problem+json"),
        want: "Problem",
      },
    ],
  ])("%s", (_, { given, want }) => {
    expect(errorNameFor("getPet", given)).toBe(want);
  });
});

function answer(payload: JsonObject): JsonObject {
  return { description: "", content: { "application/json": { schema: payload } } };
}

describe("the errors of a document", () => {
  it("are one for each payload, with the place where it is first documented", () => {
    const ref = { $ref: "#/components/schemas/Problem" };
    const text = { description: "", content: { "text/plain": { schema: { type: "string" } } } };
    const given = modelOf({
      paths: {
        "/a": {
          get: {
            operationId: "getA",
            responses: { 404: answer(ref), 400: answer({ type: "string" }), 500: text },
          },
          put: {
            operationId: "putA",
            responses: { 200: answer({}), 400: answer({ type: "string" }), default: answer(ref) },
          },
        },
      },
      components: { schemas: { Problem: { type: "object" } } },
    });
    expect(given.errors).toEqual([
      {
        name: "getA 400 Error",
        schemaName: null,
        origin: {
          operationId: "getA",
          status: { kind: "code", code: 400 },
          contentType: "application/json",
        },
        schema: schema({ kind: "scalar", type: "string", format: null }),
      },
      {
        name: "Problem",
        schemaName: "Problem",
        origin: {
          operationId: "getA",
          status: { kind: "code", code: 404 },
          contentType: "application/json",
        },
        schema: problem,
      },
      {
        name: "putA 400 Error",
        schemaName: null,
        origin: {
          operationId: "putA",
          status: { kind: "code", code: 400 },
          contentType: "application/json",
        },
        schema: schema({ kind: "scalar", type: "string", format: null }),
      },
    ]);
  });

  it("are none where only successes have a payload", () => {
    const responses = { 200: answer({}), 404: { description: "" } };
    expect(modelOf({ paths: { "/a": { get: { responses } } } }).errors).toEqual([]);
  });
});
