import { expect, it } from "vitest";
import { withinTime } from "../../../generator/read/overlay/query.js";

it("gives what a task returns, and what it throws", () => {
  expect(withinTime(() => [1], 1000)).toEqual([1]);
  expect(() =>
    withinTime(() => {
      throw new RangeError("mine");
    }, 1000),
  ).toThrow(new RangeError("mine"));
});

it("ends a task in a regular expression", () => {
  expect(withinTime(() => [/^(a+)+$/.test(`${"a".repeat(40)}!`)], 50)).toBeNull();
});
