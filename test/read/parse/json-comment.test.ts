import { expect, it } from "vitest";
import { commentInJson } from "../../../generator/read/parse/json-comment.js";

it.each([
  ['{ // first\n  "a": 1 }', 2],
  ['{"a": 1, // second\n "b": 2}', 9],
  ['{"a": "//", "b": [1 /* third */]}', 20],
  [String.raw`{"a\"//": "\\"/* fourth */}`, 14],
])("finds the first comment of %s", (text, want) => {
  expect(commentInJson(text)).toBe(want);
});

it.each([
  ["JSON", '{"a": "/* none */", "//b": "https://example.com"}'],
  ["JSON that is broken in another way", '{"a": "//", "b"}'],
  ["a text that isn't closed", '{"a": "b // c'],
  ["YAML", "a: 1 // none"],
  ["YAML in brackets", "{paths: {/*: {}}} // none"],
  ["a URL without quotation marks", '{"a": https://example.com}'],
  ["a path without quotation marks", '{"paths": {/pets: {}, /*: {}}}'],
])("finds none in %s", (_, text) => {
  expect(commentInJson(text)).toBeUndefined();
});
