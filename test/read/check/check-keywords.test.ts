import { expect, it } from "vitest";
import { keywordMistakes } from "../../../generator/read/check/check-keywords.js";
import { linesFrom, schemaA } from "./lines.js";

const text = { type: "string" };

it("reports the fields of a text, and the items of an object", () => {
  const properties = {
    name: { ...text, properties: { id: text } },
    list: { type: ["object", "null"], items: text },
  };
  expect(linesFrom(keywordMistakes, schemaA({ properties }))).toEqual([
    "/components/schemas/A/properties/name/properties `properties` is ignored, because the type is string: remove it, or use `type: object`",
    "/components/schemas/A/properties/list/items `items` is ignored, because the type is object or null: remove it, or use `type: array`",
  ]);
});

it.each([
  ["of the type", { type: "array", items: text }],
  ["of one of the types", { type: ["object", "array"], items: text, properties: { a: text } }],
  ["without a type", { items: text, properties: { a: text } }],
  ["that say nothing", { ...text, properties: {}, additionalProperties: false, items: {} }],
])("takes keywords %s", (_, schema) => {
  expect(linesFrom(keywordMistakes, schemaA(schema))).toEqual([]);
});
