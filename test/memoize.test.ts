import { expect, it } from "vitest";
import { memoize, memoizePair } from "../generator/memoize.js";

it("computes once for an object, also if the result is undefined", () => {
  const computed: string[] = [];
  const compute = memoize(({ name }: { name: string }) => {
    computed.push(name);
    return name === "a" ? undefined : name;
  });
  const [a, b] = [{ name: "a" }, { name: "b" }];
  expect([a, b, a, b].map(compute)).toEqual([undefined, "b", undefined, "b"]);
  expect(computed).toEqual(["a", "b"]);
});

it("computes once for the same two objects, and again for others", () => {
  const computed: string[] = [];
  const compute = memoizePair((one: { name: string }, other: { name: string }) => {
    computed.push(`${one.name}${other.name}`);
    return computed.length;
  });
  const [a, b, c] = [{ name: "a" }, { name: "b" }, { name: "c" }];
  expect([compute(a, b), compute(a, c), compute(b, a), compute(a, b)]).toEqual([1, 2, 3, 1]);
  expect(computed).toEqual(["ab", "ac", "ba"]);
});
