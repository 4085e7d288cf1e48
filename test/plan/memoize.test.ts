import { expect, it } from "vitest";
import { memoize } from "../../generator/plan/memoize.js";

it("computes once for the same objects, and again for others", () => {
  const asked: string[] = [];
  const joined = memoize((one: { name: string }, other: { name: string }) => {
    asked.push(`${one.name}${other.name}`);
    return asked.length;
  });
  const [a, b, c] = [{ name: "a" }, { name: "b" }, { name: "c" }];
  expect([joined(a, b), joined(a, c), joined(b, a), joined(a, b)]).toEqual([1, 2, 3, 1]);
  expect(asked).toEqual(["ab", "ac", "ba"]);
});
