import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../generator/read/document/document.js";
import { nestingProblem } from "../../../generator/read/parse/check-nesting.js";

function nested(levels: number): JsonObject {
  let node: JsonObject = {};
  for (let level = 1; level < levels; level += 1) node = { a: node };
  return node;
}

const branch = Array<number>(1_000).fill(0);

describe("a shape that is accepted", () => {
  it.each([
    ["a tree", { a: [1, { b: null }] }],
    ["as many levels as may be", nested(5)],
    ["a long key", { ["k".repeat(1_000_000)]: { a: 1, b: [2, 3] } }],
    ["many short keys", Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [i, { i }]))],
  ])("is %s", (_, root) => {
    expect(nestingProblem(root, 5)).toBeNull();
  });

  it("has shared branches", () => {
    const shared = { x: [1] };
    expect(nestingProblem({ a: shared, b: { c: shared, d: shared } }, 5)).toBeNull();
  });
});

describe("a shape that is refused", () => {
  it("has a level too many, even in a shared branch", () => {
    const shared = nested(4);
    expect(nestingProblem({ a: shared, b: { c: shared } }, 5)).toMatchObject({
      message:
        "this is nested 6 levels deep, and 5 are allowed: move nested schemas to `components`",
    });
  });

  it("contains itself, reported at the inner place", () => {
    const inner: { back?: JsonObject } = {};
    const root = { a: { "b/c": inner } };
    inner.back = root;
    expect(nestingProblem(root as unknown as JsonObject, 5)).toMatchObject({
      pointer: "/a/b~1c/back",
      message: "this alias contains itself: write the value out in full",
    });
  });

  it.each([
    ["a long key above many values", { ["k".repeat(20_000)]: Array(10_000).fill(0) }],
    ["a longer key above fewer values", { ["k".repeat(200_000)]: { a: branch } }],
    [
      "many long keys that share a branch",
      Object.fromEntries(
        Array.from({ length: 100 }, (_, index) => [`${"k".repeat(5_000)}${index}`, branch]),
      ),
    ],
  ])("has %s", (_, root) => {
    expect(nestingProblem(root, 5)).toMatchObject({
      pointer: "",
      message: "its keys are too long for the number of values below them: shorten them",
    });
  });

  it("multiplies beyond the limit", () => {
    let node: JsonObject = { x: 1 };
    for (let level = 0; level < 900; level += 1) node = { a: node, b: node };
    expect(nestingProblem(node, 1000)).toMatchObject({
      message: "its aliases expand to too many values: use `$ref` instead",
    });
  });
});
