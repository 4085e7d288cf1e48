import { expect, it } from "vitest";
import { exampleMistakes } from "../../../generator/read/check/check-examples.js";
import { applyFixes } from "../../../generator/read/check/finding.js";
import type { JsonObject } from "../../../generator/read/document/document.js";
import { linesFrom, schemaA } from "./lines.js";

const text = { type: "string" };

function lines(parts: JsonObject): string[] {
  return linesFrom(exampleMistakes, parts);
}

const correct = "; correct one of them";

function line(
  pointer: string,
  what: string,
  reason = "it is 1 and not text",
  remedy = correct,
): string {
  return `${pointer} the ${what} doesn't match its schema: ${reason}${remedy}`;
}

const asText = ' and is read as "1": write that';

it("of a schema, with its default", () => {
  expect(lines(schemaA({ ...text, example: 1, examples: ["a", 1], default: 1 }))).toEqual([
    line("/components/schemas/A/example", "example", undefined, asText),
    line("/components/schemas/A/default", "default", undefined, asText),
    line("/components/schemas/A/examples/1", "example"),
  ]);
});

it("of a parameter and of JSON, by name and by reference", () => {
  const examples = { one: { value: 1 }, two: { $ref: "#/components/examples/E" } };
  const content = { "application/json": { schema: text, examples } };
  const parameters = [{ name: "a", in: "query", schema: text, example: 1 }];
  const post = { parameters, requestBody: { content } };
  const components = { examples: { E: { value: 1 } } };
  expect(lines({ paths: { "/a": { post } }, components })).toEqual([
    line("/paths/~1a/post/parameters/0/example", "example", undefined, asText),
    line("/paths/~1a/post/requestBody/content/application~1json/examples/one/value", "example"),
    line("/paths/~1a/post/requestBody/content/application~1json/examples/two", "example"),
  ]);
});

it("points at the part that is wrong, and counts the others", () => {
  const properties = { speed: { enum: ["slow", "full"] }, leg: text };
  const example = { speed: "fast", leg: 1 };
  expect(lines(schemaA({ properties, required: ["port"], example }))).toEqual([
    line(
      "/components/schemas/A/example/speed",
      "example",
      '`speed` is the text "fast" and not one of "slow", "full" (and 2 more)',
    ),
  ]);
});

it.each<[written: JsonObject, read: JsonObject]>([
  [
    { ...text, example: 1, default: true },
    { ...text, example: "1", default: "true" },
  ],
  [
    { type: "integer", example: "12", default: "many" },
    { type: "integer", example: 12 },
  ],
  [{ enum: ["a", "b"], default: "", example: "c" }, { enum: ["a", "b"] }],
  [
    { ...text, enum: [1, 2], default: 1 },
    { ...text, enum: [1, 2], default: "1" },
  ],
  [
    { properties: { a: text }, default: { a: 1 }, example: { a: 1 } },
    { properties: { a: text }, example: { a: 1 } },
  ],
  [
    { required: ["a", "b"], example: { a: 1 } },
    { required: ["a", "b"], example: { a: 1 } },
  ],
])("%j is read as %j", (written, read) => {
  const document = schemaA(written);
  expect(applyFixes(document, exampleMistakes(document))).toEqual(schemaA(read));
});

it("ignores examples that aren't JSON", () => {
  const content = { "text/csv": { schema: { type: "array" }, example: "a,b" } };
  expect(lines({ paths: { "/a": { post: { requestBody: { content } } } } })).toEqual([]);
});
