import { expect, it } from "vitest";
import { typeProblems } from "../../../generator/plan/types/type-problems.js";
import type { JsonObject } from "../../../generator/read/document/document.js";
import { modelOf } from "../../model/documents.js";
import { ref } from "../blueprint.js";

function problemsIn(schemas: JsonObject) {
  return typeProblems(modelOf({ components: { schemas } })).map(
    ({ pointer, message }) => `${pointer}: ${message}`,
  );
}

const text = { type: "object", properties: { id: { type: "string" } } };
const count = { type: "object", properties: { id: { type: "integer" } } };

it("a field with contradicting types in members of an allOf is reported", () => {
  expect(problemsIn({ Text: text, "a/b": { allOf: [ref("Text"), count] } })).toEqual([
    "/components/schemas/a~1b: no value is possible for `id` of `a/b`: the members of `allOf` contradict each other, so its type is `never`: correct one of them",
  ]);
});

it("a schema that consists only of itself is reported", () => {
  const schemas = { Self: { allOf: [ref("Self")] }, Ping: { oneOf: [ref("Ping"), text] } };
  expect(problemsIn(schemas)).toEqual([
    "/components/schemas/Self: `Self` refers only to itself and is treated as any value: describe it",
  ]);
});

it("a field that a schema forbids is not", () => {
  const forbidden = { type: "object", properties: { id: false } };
  expect(problemsIn({ Text: text, Bare: { allOf: [ref("Text"), forbidden] } })).toEqual([]);
});
