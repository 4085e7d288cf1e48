import { describe, expect, it } from "vitest";
import { callFrom } from "../../../generator/plan/call/call.js";
import { callTypesOf } from "../../../generator/plan/sdk/call-types.js";
import type { JsonObject } from "../../../generator/read/document/document.js";
import { json, operationIn, ref } from "../blueprint.js";
import { declared } from "./declared.js";

const empty = { description: "" };
const words = { type: "string" };

function documentWith(responses: JsonObject): JsonObject {
  return {
    paths: { "/pets": { get: { operationId: "findPets", summary: "Find pets", responses } } },
    components: {
      schemas: {
        Pet: { properties: { name: words } },
        Kept: {
          required: ["name"],
          properties: { name: words, pin: { ...words, writeOnly: true } },
        },
      },
    },
  };
}

const doc = "/** Response of {@link findPets}: Find pets */\n";

describe("the result of an operation", () => {
  it.each<[name: string, given: JsonObject, returns: string, response: string | null]>([
    ["nothing documented", {}, "void", null],
    ["nothing", { 204: empty }, "void", null],
    ["nothing, by two statuses", { 202: empty, 204: empty }, "void", null],
    ["a model", { 200: json(ref("Pet")) }, "Pet", null],
    [
      "a list of a model",
      { 200: json({ type: "array", items: ref("Pet") }) },
      "FindPetsResponse",
      "export type FindPetsResponse = Pet[];",
    ],
    [
      "an object without a name",
      {
        200: json({
          required: ["data"],
          properties: { data: { type: "array", items: ref("Pet") } },
        }),
      },
      "FindPetsResponse",
      "export interface FindPetsResponse {\n  data: Pet[];\n}",
    ],
    [
      "a model without its write-only fields",
      { 200: json(ref("Kept")) },
      "FindPetsResponse",
      "export interface FindPetsResponse {\n  name: string;\n}",
    ],
    [
      "a model or nothing",
      { 200: json(ref("Pet")), 204: empty },
      "FindPetsResponse",
      "export type FindPetsResponse = Pet | undefined;",
    ],
    [
      "a text",
      { 200: { ...empty, content: { "text/plain": {} } } },
      "FindPetsResponse",
      "export type FindPetsResponse = string;",
    ],
    ["bytes", { 200: { ...empty, content: { "image/png": {} } } }, "Binary<Form>", null],
    [
      "bytes, or a text, or nothing",
      {
        200: { ...empty, content: { "image/png": {} } },
        202: { ...empty, content: { "text/plain": {} } },
        203: { ...empty, content: { "image/gif": {} } },
        204: empty,
      },
      "Binary<Form> | string | undefined",
      null,
    ],
  ])("is %s", (_, given, returns, response) => {
    const document = documentWith(given);
    const { operation, blueprint } = operationIn(document);
    expect(callTypesOf(callFrom(operation, blueprint.api), blueprint).returns.text).toBe(returns);
    expect(declared(document).response).toEqual(response === null ? [] : [doc + response]);
  });
});
