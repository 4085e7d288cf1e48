import { expect, it } from "vitest";
import { withTimeLimit } from "../../../generator/read/overlay/query.js";

it("returns what a task returns, and throws what it throws", () => {
  expect(withTimeLimit(() => [1], 1000)).toEqual([1]);
  expect(() =>
    withTimeLimit(() => {
      throw new RangeError("mine");
    }, 1000),
  ).toThrow(new RangeError("mine"));
});

it("ends a task in a regular expression", () => {
  expect(withTimeLimit(() => [/^(a+)+$/.test(`${"a".repeat(40)}!`)], 50)).toBeNull();
});
