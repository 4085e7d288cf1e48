import { expect, it } from "vitest";
import {
  commentInJson,
  countKeys,
  countKeysInText,
  jsonEvents,
} from "../../../generator/read/parse/json.js";

/** Each event as its kind, where it is, and what its text is. */
function told(text: string): string[] {
  return [...jsonEvents(text)].map((event) => {
    if (event.kind === "end") return "end";
    return `${event.kind} ${event.offset}${event.kind === "scalar" ? ` ${event.text()}` : ""}`;
  });
}

it("reports every value in the order of the text", () => {
  expect(told('{"a\\"\\u0062": [-1.5e+3, true,\n\tnull], "{": {}}')).toEqual([
    "mapping 0",
    'scalar 1 a"b',
    "sequence 14",
    "scalar 15 -1500",
    "scalar 24 true",
    "scalar 31 null",
    "end",
    "scalar 38 {",
    "mapping 43",
    "end",
    "end",
  ]);
});

it.each([
  ["an object", '{"a": {"b": "}", "c": [{}]}, "d": 1}', ["scalar 1 a", "end", "scalar 29 d"]],
  ["a list", '{"a": ["\\"]", [[]]], "d": 1}', ["scalar 1 a", "end", "scalar 21 d"]],
  ["what is never closed", '{"a": [[1]', ["scalar 1 a"]],
])("passes %s", (_, text, want) => {
  const events = jsonEvents(text);
  events.next();
  const met: string[] = [];
  for (const event of events) {
    if (event.kind === "scalar") met.push(`scalar ${event.offset} ${event.text()}`);
    else if (event.kind === "end") met.push("end");
    else if (event.kind !== "alias") event.skip?.();
  }
  expect(met.slice(0, 3)).toEqual(want);
});

it.each([
  ["a key without quotation marks", "{a: 1}"],
  ["a text without quotation marks", '{"a": b}'],
  ["a number with something behind it", '{"a": 1b}'],
  ["a comment", '{"a": 1} # end'],
])("refuses %s, which only YAML has", (_, text) => {
  expect(() => told(text)).toThrow(SyntaxError);
});

it.each([
  ["{}", 0],
  ['{"a": 1}', 1],
  ['{"a" \n : {"b":[{"c":"d"}]}}', 3],
  ['["a", "b:", ":"]', 0],
  [String.raw`{"a\"": "\":", "b\\": "\\"}`, 2],
  ['{"": {"": ""}}', 2],
])("counts the keys of %s", (text, want) => {
  expect(countKeysInText(text)).toBe(want);
  expect(countKeys(JSON.parse(text))).toBe(want);
});

it("counts a repeated key each time", () => {
  expect(countKeysInText('{"a": 1, "a": 2}')).toBe(2);
  expect(countKeys(JSON.parse('{"__proto__": 1, "constructor": 2}'))).toBe(2);
});

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
