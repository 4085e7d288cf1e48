import { describe, expect, it } from "vitest";
import { bodyFrom } from "../../generator/model/bodies.js";
import type { JsonObject } from "../../generator/read/document.js";
import { readingOf, schema } from "./documents.js";

const words = { "application/json": { schema: { type: "string" }, example: "a" } };
const text = schema({ kind: "scalar", type: "string", format: null });
const shared = { components: { requestBodies: { Words: { required: true, content: words } } } };

function bodyOf(operation: JsonObject, method: "get" | "head" | "post" = "post") {
  const { reading, problems } = readingOf(shared);
  return { body: bodyFrom(reading, { node: operation, pointer: "/o" }, method), problems };
}

describe("the body of a request", () => {
  it.each([
    ["is not said", { given: {}, want: null }],
    ["has no content", { given: { requestBody: { required: true, content: {} } }, want: null }],
    [
      "is optional where nothing else is said",
      {
        given: { requestBody: { content: words, description: " Words. " } },
        want: {
          required: false,
          description: "Words.",
          contentType: "application/json",
          schema: text,
          example: { value: "a" },
        },
      },
    ],
    [
      "stands elsewhere",
      {
        given: { requestBody: { $ref: "#/components/requestBodies/Words" } },
        want: {
          required: true,
          description: null,
          contentType: "application/json",
          schema: text,
          example: { value: "a" },
        },
      },
    ],
    [
      "stands nowhere",
      { given: { requestBody: { $ref: "#/components/requestBodies/None" } }, want: null },
    ],
  ])("%s", (_, { given, want }) => {
    expect(bodyOf(given)).toEqual({ body: want, problems: [] });
  });

  it.each(["get", "head"] as const)("of a %s is left out with a warning", (method) => {
    expect(bodyOf({ requestBody: { content: words } }, method)).toEqual({
      body: null,
      problems: [
        {
          severity: "warning",
          pointer: "/o/requestBody",
          message: `a ${method.toUpperCase()} can't have a body; it is left out.`,
        },
      ],
    });
  });
});
