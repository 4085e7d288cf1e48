import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../generator/read/document/document.js";
import { applyExtensions } from "../../../generator/read/normalize/apply-extensions.js";

const ignored = { "x-speakeasy-ignore": true };

function document(rest: JsonObject): JsonObject {
  return { openapi: "3.1.0", ...rest };
}

describe("ignored parts are left out", () => {
  it.each<[name: string, row: { given: JsonObject; want: JsonObject }]>([
    [
      "a path, with the extension of Fern",
      {
        given: { paths: { "/a": { "x-fern-ignore": true }, "/b": {} } },
        want: { paths: { "/b": {} } },
      },
    ],
    ["a path", { given: { paths: { "/a": ignored, "/b": {} } }, want: { paths: { "/b": {} } } }],
    [
      "an operation",
      {
        given: { paths: { "/a": { get: ignored, put: {} } } },
        want: { paths: { "/a": { put: {} } } },
      },
    ],
    [
      "a parameter",
      {
        given: {
          paths: { "/a": { get: { parameters: [{ in: "query", ...ignored }, { in: "header" }] } } },
        },
        want: { paths: { "/a": { get: { parameters: [{ in: "header" }] } } } },
      },
    ],
    [
      "a property, which isn't required then",
      {
        given: {
          components: {
            schemas: { A: { required: ["a", "b", "c"], properties: { a: ignored, b: {} } } },
          },
        },
        want: { components: { schemas: { A: { required: ["b", "c"], properties: { b: {} } } } } },
      },
    ],
    [
      "a schema, with what refers to it",
      {
        given: {
          components: {
            schemas: {
              A: ignored,
              B: {
                properties: { a: { $ref: "#/components/schemas/A" } },
                anyOf: [{ $ref: "#/components/schemas/A" }, { type: "string" }],
              },
            },
          },
        },
        want: { components: { schemas: { B: { properties: {}, anyOf: [{ type: "string" }] } } } },
      },
    ],
    [
      "a part that is ignored by a sibling of its reference",
      {
        given: {
          components: {
            schemas: {
              A: {},
              B: { properties: { a: { $ref: "#/components/schemas/A", ...ignored } } },
            },
          },
        },
        want: { components: { schemas: { A: {}, B: { properties: {} } } } },
      },
    ],
  ])("%s", (_, { given, want }) => {
    const before = structuredClone(given);
    expect(applyExtensions(document(given))).toEqual(document(want));
    expect(given).toEqual(before);
  });

  it.each<[name: string, given: JsonObject]>([
    [
      "a parameter of the path",
      { paths: { "/{a}": { parameters: [{ in: "path", ...ignored }] } } },
    ],
    ["data", { components: { schemas: { A: { example: ignored } } } }],
    ["a schema of that name", { components: { schemas: { "x-speakeasy-ignore": {} } } }],
    ["a part that isn't ignored", { paths: { "/a": { "x-speakeasy-ignore": false } } }],
  ])("but not %s", (_, given) => {
    expect(applyExtensions(document(given))).toEqual(document(given));
  });
});

describe("null of extensions", () => {
  it.each<[name: string, row: { openapi: string; given: JsonObject; want: JsonObject }]>([
    [
      "becomes that of 3.0",
      {
        openapi: "3.0.3",
        given: { type: "string", "x-nullable": true },
        want: { type: "string", nullable: true },
      },
    ],
    [
      "steps back for that of 3.0",
      {
        openapi: "3.0.3",
        given: { "x-nullable": true, nullable: false },
        want: { nullable: false },
      },
    ],
    [
      "becomes a type of 3.1",
      {
        openapi: "3.1.0",
        given: { type: "string", "x-nullable": true },
        want: { type: ["string", "null"] },
      },
    ],
  ])("%s", (_, { openapi, given, want }) => {
    expect(applyExtensions({ openapi, components: { schemas: { A: given } } })).toEqual({
      openapi,
      components: { schemas: { A: want } },
    });
  });
});

it("a document without such keys is returned unchanged", () => {
  const given = document({ paths: { "/a": { get: {} } } });
  expect(applyExtensions(given)).toBe(given);
});
