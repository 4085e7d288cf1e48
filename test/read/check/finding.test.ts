import { expect, it } from "vitest";
import { typeMismatchesIn } from "../../../generator/read/check/check-types.js";
import { applyFixes } from "../../../generator/read/check/finding.js";
import type { Json, JsonObject } from "../../../generator/read/document/document.js";

function schemas(all: JsonObject): JsonObject {
  return { openapi: "3.1.0", components: { schemas: all } };
}

it.each<readonly [what: string, schema: Json, want: Json]>([
  ["an empty schema that has a name", null, {}],
  ["an empty property", { properties: { a: null, b: [] } }, { properties: { a: {}, b: {} } }],
  ["an empty entry", { allOf: [null, { type: "object" }] }, { allOf: [{}, { type: "object" }] }],
  ["a schema with neither", { items: null, not: [], properties: [] }, {}],
  ["a boolean in a list", { allOf: [true], anyOf: [false] }, { allOf: [{}], anyOf: [{ not: {} }] }],
  [
    "a keyword that should be a list",
    { type: "object", oneOf: { a: 1 }, required: 3 },
    { type: "object", oneOf: [{ a: 1 }] },
  ],
  [
    "a number that is text",
    { title: 2024, description: true },
    { title: "2024", description: "true" },
  ],
  ["an object that is no text", { title: {}, format: ["a"] }, {}],
  ["what fits", { items: [], title: "A", not: true }, { items: [], title: "A", not: true }],
])("%s is read as what can be read", (_, schema, want) => {
  const document = schemas({ A: schema });
  expect(applyFixes(document, typeMismatchesIn(document))).toEqual(schemas({ A: want }));
});

it("returns the same document if there is nothing to fix", () => {
  const document = schemas({ A: { type: "object", properties: { a: true } } });
  expect(applyFixes(document, typeMismatchesIn(document))).toBe(document);
});

it("replaces what aliases share in each of its places", () => {
  const shared = { title: 1 };
  const document = schemas({ A: shared, B: { properties: { a: shared } } });
  const text = { title: "1" };
  expect(applyFixes(document, typeMismatchesIn(document))).toEqual(
    schemas({ A: text, B: { properties: { a: text } } }),
  );
});
