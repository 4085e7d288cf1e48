import { describe, expect, it } from "vitest";
import type { Status } from "../../generator/model/api/operation.js";
import type { BodyFormat, Content } from "../../generator/model/api/payload.js";
import type { Schema } from "../../generator/model/api/schema.js";
import { errorNameFor } from "../../generator/model/errors.js";
import type { JsonObject } from "../../generator/read/document/document.js";
import { modelOf, schema, text } from "./documents.js";

const anything = schema({ kind: "unknown" });
const problem = schema({ kind: "named", name: "Problem" });

function json(
  schema: Schema,
  contentType = "application/json",
  format: BodyFormat = "json",
): Content {
  return { contentType, format, schema, example: null, examples: [], stream: null };
}

describe("the name of a failure", () => {
  const own = "/paths/~1a/get/responses/404";
  const shared = "/components/responses/Unauthorized";

  it.each<[name: string, status: Status, content: Content, pointer: string, want: string | null]>([
    ["is its schema's", { kind: "code", code: 404 }, json(problem), own, "Problem"],
    ["is its schema's in a shared response", { kind: "default" }, json(problem), shared, "Problem"],
    ["is that of a shared response", { kind: "code", code: 401 }, json(text), shared, shared],
    [
      "consists of the operation and the code",
      { kind: "code", code: 404 },
      json(text),
      own,
      "getPet 404 Error",
    ],
    [
      "consists of the operation and the range",
      { kind: "range", hundreds: 4 },
      json(text),
      own,
      "getPet 4XX Error",
    ],
    [
      "consists of the operation and default",
      { kind: "default" },
      json(text),
      own,
      "getPet Default Error",
    ],
    ["is null if the payload has no schema", { kind: "default" }, json(anything), own, null],
    [
      "is null if the payload isn't JSON",
      { kind: "default" },
      json(text, "text/plain", "text"),
      own,
      null,
    ],
    [
      "is null if the payload is bytes",
      { kind: "default" },
      json(text, "*/*", "binary"),
      shared,
      null,
    ],
    [
      "is its schema's for any JSON",
      { kind: "default" },
      json(problem, "application/problem+json"),
      own,
      "Problem",
    ],
  ])("%s", (_, status, content, pointer, want) => {
    expect(errorNameFor("getPet", status, content, pointer)).toBe(want);
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
        responseName: null,
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
        responseName: null,
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
        responseName: null,
        origin: {
          operationId: "putA",
          status: { kind: "code", code: 400 },
          contentType: "application/json",
        },
        schema: schema({ kind: "scalar", type: "string", format: null }),
      },
    ]);
  });

  it("are one for a shared response without a named schema", () => {
    const get = { responses: { 401: { $ref: "#/components/responses/Not~1Allowed" } } };
    const { errors } = modelOf({
      paths: { "/a": { get }, "/b": { get } },
      components: { responses: { "Not/Allowed": answer({ type: "string" }) } },
    });
    expect(errors).toMatchObject([
      {
        name: "/components/responses/Not~1Allowed",
        schemaName: null,
        responseName: "Not/Allowed",
        origin: { operationId: "get /a" },
      },
    ]);
  });

  it("are none if only successes have a payload", () => {
    const responses = { 200: answer({}), 404: { description: "" } };
    expect(modelOf({ paths: { "/a": { get: { responses } } } }).errors).toEqual([]);
  });
});
