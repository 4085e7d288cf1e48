import { describe, expect, it } from "vitest";
import { canonicalDocument } from "../../../generator/plan/sdk/canonical-document.js";
import type { JsonObject } from "../../../generator/read/document/document.js";
import { blueprintOf } from "../blueprint.js";

function pathsOf(paths: JsonObject, schemas: JsonObject = {}): unknown {
  const document = canonicalDocument(blueprintOf({ paths, components: { schemas } }));
  return (document as { paths: unknown }).paths;
}

describe("the canonical document", () => {
  it("uses plain names for operations and schemas", () => {
    const document = canonicalDocument(
      blueprintOf({
        paths: { "/pets/{id}#a": { get: { operationId: "find#all pets" } } },
        components: { schemas: { "pet.v1": { type: "object" } } },
      }),
    );
    expect(document).toMatchObject({
      openapi: "3.1.0",
      paths: { "/pets/{id}#a": { get: { operationId: "findAllPets" } } },
      components: { schemas: { PetV1: {} } },
    });
  });

  it("has parameters, body and responses as in 3.1", () => {
    const schema = { type: "object", nullable: true, properties: { a: { const: "b" } } };
    const content = { "application/json": { schema } };
    const parameters = [{ name: "q", in: "query", schema: { type: "integer" } }];
    const responses = { default: { description: "Failed", content: { "text/plain": {} } } };
    const text = { "text/plain": { schema: { type: "string" } } };
    const put = { operationId: "put", parameters, requestBody: { content }, responses };
    expect(pathsOf({ "/pets": { put } })).toEqual({
      "/pets": {
        put: {
          operationId: "put",
          parameters: [{ name: "q", in: "query", required: false, schema: { type: "integer" } }],
          requestBody: {
            required: false,
            content: {
              "application/json": {
                schema: {
                  type: "object",
                  properties: { a: { type: ["string"], enum: ["b"] } },
                  required: [],
                },
              },
            },
          },
          responses: {
            "2XX": { headers: {}, content: text },
            default: { headers: {}, content: text },
          },
        },
      },
    });
  });

  it("omits methods that openapi-fetch has no function for", () => {
    expect(pathsOf({ "/pets": { query: { operationId: "search" }, get: {} } })).toMatchObject({
      "/pets": { get: {} },
    });
    expect(pathsOf({ "/pets": { query: { operationId: "search" } } })).toEqual({});
  });
});
