import { expect, it } from "vitest";
import { compiler, withTimeLimit } from "../../../generator/read/overlay/query.js";

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

it("answers no query once all together took their time", async () => {
  const compile = await compiler(200);
  const slow = compile("$.names[?match(@, '(a+)+')]");
  const quick = compile("$.names");
  if (!slow.ok || !quick.ok) throw new Error("both are JSONPaths");
  expect(quick.select({ names: [] })).toEqual([["names"]]);
  expect(slow.select({ names: [`${"a".repeat(40)}!`] })).toBeNull();
  const later = Array.from({ length: 50 }, () => quick.select({ names: [] }));
  expect(later.filter((found) => found !== null)).toEqual([]);
});
