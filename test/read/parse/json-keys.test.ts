import { expect, it } from "vitest";
import { keysIn, keysWritten } from "../../../generator/read/parse/json-keys.js";

it.each([
  ["{}", 0],
  ['{"a": 1}', 1],
  ['{"a" \n : {"b":[{"c":"d"}]}}', 3],
  ['["a", "b:", ":"]', 0],
  [String.raw`{"a\"": "\":", "b\\": "\\"}`, 2],
  ['{"": {"": ""}}', 2],
])("counts the keys of %s", (text, want) => {
  expect(keysWritten(text)).toBe(want);
  expect(keysIn(JSON.parse(text))).toBe(want);
});

it("counts a key as often as it is written", () => {
  expect(keysWritten('{"a": 1, "a": 2}')).toBe(2);
  expect(keysIn(JSON.parse('{"__proto__": 1, "constructor": 2}'))).toBe(2);
});
