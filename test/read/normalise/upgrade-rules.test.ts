import { expect, it } from "vitest";
import { upgradedSchema } from "../../../generator/read/normalise/upgrade-rules.js";

it.each([
  [{ type: "string", nullable: true }, { type: ["string", "null"] }],
  [{ type: "string", nullable: false }, { type: "string" }],
  [{ minimum: 1, exclusiveMinimum: true }, { exclusiveMinimum: 1 }],
  [{ minimum: 1, exclusiveMinimum: false }, { minimum: 1 }],
  [{ exclusiveMinimum: true }, {}],
  [{ maximum: 0, exclusiveMaximum: true }, { exclusiveMaximum: 0 }],
  [{ exclusiveMaximum: 9 }, { exclusiveMaximum: 9 }],
  [{ example: 1 }, { examples: [1] }],
  [{ example: null }, { examples: [null] }],
  [{ example: [1, 2] }, { examples: [[1, 2]] }],
  [{ example: 1, examples: [2] }, { examples: [2] }],
  [
    { $ref: "#/a", nullable: true, example: 1 },
    { examples: [1], anyOf: [{ $ref: "#/a" }, { type: "null" }] },
  ],
  [
    { allOf: [{ type: "integer" }], nullable: true, minimum: 1, exclusiveMinimum: true },
    { anyOf: [{ allOf: [{ type: "integer" }], exclusiveMinimum: 1 }, { type: "null" }] },
  ],
])("%j becomes %j", (schema, want) => {
  expect(upgradedSchema(schema)).toEqual(want);
});

it("returns the schema itself where nothing is to be said otherwise", () => {
  const schema = { type: "object", properties: { nullable: { type: "boolean" } }, minimum: 1 };
  expect(upgradedSchema(schema)).toBe(schema);
});
