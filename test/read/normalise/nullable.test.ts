import { expect, it } from "vitest";
import { withNull } from "../../../generator/read/normalise/nullable.js";

const ref = { $ref: "#/components/schemas/Pet" };
const nothing = { type: "null" };

it.each([
  [{ type: "string" }, { type: ["string", "null"] }],
  [{ type: ["string", "null"] }, { type: ["string", "null"] }],
  [
    { type: "string", enum: ["a"] },
    { type: ["string", "null"], enum: ["a", null] },
  ],
  [{ enum: ["a", null] }, { enum: ["a", null] }],
  [{ oneOf: [ref] }, { oneOf: [ref, nothing] }],
  [{ anyOf: [ref] }, { anyOf: [ref, nothing] }],
  [{ properties: { a: {} } }, { type: ["object", "null"], properties: { a: {} } }],
  [{ additionalProperties: ref }, { type: ["object", "null"], additionalProperties: ref }],
  [{ items: ref }, { type: ["array", "null"], items: ref }],
  [{}, {}],
  [ref, { anyOf: [ref, nothing] }],
  [{ const: 1 }, { anyOf: [{ const: 1 }, nothing] }],
  [{ not: ref }, { anyOf: [{ not: ref }, nothing] }],
  [
    { ...ref, description: "a pet", "x-note": 1 },
    { description: "a pet", "x-note": 1, anyOf: [ref, nothing] },
  ],
  [
    { type: "object", allOf: [ref], default: null },
    { default: null, anyOf: [{ type: "object", allOf: [ref] }, nothing] },
  ],
])("%j becomes %j", (schema, want) => {
  expect(withNull(schema)).toEqual(want);
});
