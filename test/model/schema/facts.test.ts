import { describe, expect, it } from "vitest";
import { constraintsOf } from "../../../generator/model/schema/facts.js";
import type { JsonObject } from "../../../generator/read/document/document.js";

interface Case {
  readonly given: JsonObject;
  readonly want: readonly string[];
}

describe("what limits a value", () => {
  it.each<[name: string, row: Case]>([
    ["nothing", { given: { type: "string", format: "date" }, want: [] }],
    [
      "numbers, in the order of the specification",
      {
        given: {
          exclusiveMinimum: 0,
          minimum: 1,
          exclusiveMaximum: 10.5,
          maximum: 9,
          multipleOf: 0.1,
        },
        want: [
          "multipleOf: 0.1",
          "maximum: 9",
          "exclusiveMaximum: 10.5",
          "minimum: 1",
          "exclusiveMinimum: 0",
        ],
      },
    ],
    [
      "text",
      {
        given: { minLength: 0, maxLength: 5, pattern: "^[a-z|`]+$" },
        want: ["maxLength: 5", "minLength: 0", "pattern: ^[a-z|`]+$"],
      },
    ],
    [
      "lists",
      {
        given: { minItems: 1, maxItems: 2, uniqueItems: true },
        want: ["maxItems: 2", "minItems: 1", "uniqueItems: true"],
      },
    ],
    ["a list that may repeat itself", { given: { uniqueItems: false }, want: [] }],
    [
      "objects",
      {
        given: { minProperties: 1, maxProperties: 2 },
        want: ["maxProperties: 2", "minProperties: 1"],
      },
    ],
    [
      "values of the wrong type",
      { given: { maximum: null, minLength: {}, minimum: true }, want: [] },
    ],
  ])("%s", (_, { given, want }) => {
    expect(constraintsOf(given)).toEqual(want);
  });
});
