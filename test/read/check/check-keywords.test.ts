import { expect, it } from "vitest";
import { keywordMistakes } from "../../../generator/read/check/check-keywords.js";
import { applyFixes } from "../../../generator/read/check/finding.js";
import type { JsonObject } from "../../../generator/read/document/document.js";
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

it.each<[enumOf: JsonObject, want: string | null]>([
  [
    { type: "string", enum: ["a", 1.1] },
    '1.1 of `enum` isn\'t of the type string and is read as "1.1": write that',
  ],
  [
    { type: "integer", enum: ["1", 2] },
    '"1" of `enum` isn\'t of the type integer and is read as 1: write that',
  ],
  [
    { type: "integer", enum: ["one"] },
    '"one" of `enum` isn\'t of the type integer: correct one of them',
  ],
  [
    { type: "boolean", enum: ["true", false] },
    '"true" of `enum` isn\'t of the type boolean and is read as true: write that',
  ],
  [{ type: ["string", "null"], enum: ["a", null] }, null],
  [{ type: "string", enum: ["a", null] }, null],
  [{ enum: ["a", 1] }, null],
])("compares the values of %j with the type", (schema, want) => {
  const lines = linesFrom(keywordMistakes, schemaA(schema));
  expect(lines.map((line) => line.replace(/^\S+ /, ""))).toEqual(want === null ? [] : [want]);
});

it("reads the values of an enum as its type", () => {
  const document = schemaA({ ...text, enum: [1, true, "a"] });
  expect(applyFixes(document, keywordMistakes(document))).toEqual(
    schemaA({ ...text, enum: ["1", "true", "a"] }),
  );
});

it.each([
  ["of the type", { type: "array", items: text }],
  ["of one of the types", { type: ["object", "array"], items: text, properties: { a: text } }],
  ["without a type", { items: text, properties: { a: text } }],
  ["that say nothing", { ...text, properties: {}, additionalProperties: false, items: {} }],
])("takes keywords %s", (_, schema) => {
  expect(linesFrom(keywordMistakes, schemaA(schema))).toEqual([]);
});
