import { expect, it } from "vitest";
import { refusalsOf } from "../../../generator/read/check/refusals.js";
import type { Json, JsonObject } from "../../../generator/read/document/document.js";

const document: JsonObject = {
  components: {
    schemas: {
      Name: { type: "string", maxLength: 3 },
      Loop: { allOf: [{ $ref: "#/components/schemas/Loop" }] },
      Tree: { properties: { inner: { $ref: "#/components/schemas/Tree" } }, required: ["id"] },
    },
  },
};

function refusals(value: Json, schema: Json): string[] {
  return refusalsOf(document, value, schema).map(({ keys, reason }) => [...keys, reason].join(" "));
}

const named = { $ref: "#/components/schemas/Name" };

it.each<[value: Json, schema: Json, want: string[]]>([
  [1, { type: "string" }, ["is 1 and not text"]],
  [1.5, { type: ["integer", "null"] }, ["is 1.5 and not a whole number or null"]],
  ["a", { enum: ["b", "c"] }, ['is the text "a" and not one of "b", "c"']],
  ["a", { const: 1 }, ['is the text "a" and not 1']],
  [5, { type: "number", maximum: 4 }, ["violates `maximum: 4`"]],
  ["Anna", named, ["violates `maxLength: 3`"]],
  [{ a: ["Anna"] }, { properties: { a: { items: named } } }, ["a 0 violates `maxLength: 3`"]],
  [{}, { required: ["id"] }, ['lacks the field "id"']],
  [{ b: 1 }, { properties: { a: {} }, additionalProperties: false }, ["b is not allowed"]],
  [{ b: 1 }, { additionalProperties: { type: "string" } }, ["b is 1 and not text"]],
  [[1, "x"], { prefixItems: [{ type: "number" }], items: false }, ["1 is not allowed"]],
  [1, { allOf: [{ type: "number" }, { maximum: 0 }] }, ["violates `maximum: 0`"]],
  [true, { oneOf: [{ type: "string" }, { type: "number" }] }, ["matches none of the alternatives"]],
  [
    { a: 1 },
    { anyOf: [{ type: "string" }, { properties: { a: { type: "string" } } }] },
    ["a is 1 and not text"],
  ],
  [
    { type: "us", iban: 1, routing: 2 },
    {
      oneOf: [
        {
          properties: { type: { const: "hu" }, iban: { type: "string" } },
          additionalProperties: false,
        },
        { properties: { type: { const: "us" }, iban: {}, routing: { type: "string" } } },
      ],
    },
    ["routing is 2 and not text"],
  ],
  [{ inner: { id: 1 } }, { $ref: "#/components/schemas/Tree" }, ['lacks the field "id"']],
])("%j is refused by %j", (value, schema, want) => {
  expect(refusals(value, schema)).toEqual(want);
});

it.each<[value: Json, schema: Json]>([
  [null, { type: "string", nullable: true }],
  [null, { type: "object", "x-nullable": true }],
  [null, {}],
  ["a", { pattern: "^b$" }],
  ["no date", { type: "string", format: "date" }],
  [1, { oneOf: [{ type: "number" }, { type: "integer" }] }],
  [{}, { properties: { id: { readOnly: true } }, required: ["id"] }],
  [{ a: 1 }, { patternProperties: { "^a": {} }, additionalProperties: false }],
  [1, { $ref: "#/components/schemas/Loop" }],
  [1, { $ref: "#/components/schemas/None" }],
  [1, true],
])("%j is taken by %j", (value, schema) => {
  expect(refusals(value, schema)).toEqual([]);
});
