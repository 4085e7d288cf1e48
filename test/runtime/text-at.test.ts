import { expect, test } from "vitest";
import { textAt } from "../../templates/runtime/text-at.js";

test.each([
  { payload: { a: { b: "text" } }, path: ["a", "b"], want: "text" },
  { payload: { a: [{ b: "first" }] }, path: ["a", 0, "b"], want: "first" },
  { payload: { a: { b: 1 } }, path: ["a", "b"], want: undefined },
  { payload: { a: null }, path: ["a", "b", "c"], want: undefined },
  { payload: undefined, path: ["a"], want: undefined },
  { payload: "text", path: [], want: "text" },
])("$path in $payload", ({ payload, path, want }) => {
  expect(textAt(payload, path)).toBe(want);
});
