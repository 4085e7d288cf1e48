import { expect, it } from "vitest";
import { limitMistakes } from "../../../generator/read/check/check-limits.js";
import type { JsonObject } from "../../../generator/read/document/document.js";
import { linesFrom, schemaA } from "./lines.js";

it.each<[schema: JsonObject, want: string]>([
  [{ minLength: 5, maxLength: 3 }, "minLength `minLength: 5` and `maxLength: 3`"],
  [{ minItems: 1, maxItems: 0 }, "minItems `minItems: 1` and `maxItems: 0`"],
  [
    { minProperties: 2, maxProperties: 1 },
    "minProperties `minProperties: 2` and `maxProperties: 1`",
  ],
  [{ minContains: 2, maxContains: 1 }, "minContains `minContains: 2` and `maxContains: 1`"],
  [{ minimum: 1, maximum: 0.5 }, "minimum `minimum: 1` and `maximum: 0.5`"],
  [{ minimum: 5, maximum: 5, exclusiveMinimum: true }, "minimum `minimum: 5` and `maximum: 5`"],
  [{ exclusiveMinimum: 5, maximum: 5 }, "exclusiveMinimum `exclusiveMinimum: 5` and `maximum: 5`"],
  [
    { minimum: 9, exclusiveMinimum: 1, exclusiveMaximum: 8, maximum: 20 },
    "minimum `minimum: 9` and `exclusiveMaximum: 8`",
  ],
])("no value meets %j", (schema, want) => {
  expect(linesFrom(limitMistakes, schemaA(schema))).toEqual([
    `/components/schemas/A/${want} allow no value: correct one of them`,
  ]);
});

it.each<JsonObject>([
  { minLength: 3, maxLength: 3 },
  { minimum: 5, maximum: 5, exclusiveMinimum: false },
  { exclusiveMinimum: 0, exclusiveMaximum: 1, maximum: 1 },
  { minItems: 2, maxLength: 1 },
  { properties: { minLength: {}, maxLength: {} } },
])("values meet %j", (schema) => {
  expect(linesFrom(limitMistakes, schemaA(schema))).toEqual([]);
});
