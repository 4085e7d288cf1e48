import { describe, expect, it } from "vitest";
import { sectionsAbove, titleOf } from "../../generator/model/tag-tree.js";
import { modelOf } from "./documents.js";

describe("what a tag is sorted under", () => {
  it("are the tags above it, and itself where others are below", () => {
    const tags = [
      { name: "living", summary: "Living things" },
      { name: "pets", parent: "living" },
      { name: "cats", parent: "pets" },
      { name: "shop" },
      { name: "lost", parent: "nowhere" },
    ];
    expect(sectionsAbove(tags)).toEqual([
      ["living", "Living things"],
      ["pets", "Living things / pets"],
      ["cats", "Living things / pets"],
    ]);
  });

  it("ends where tags go round in a circle", () => {
    const tags = [
      { name: "a", parent: "b" },
      { name: "b", parent: "a" },
    ];
    expect(sectionsAbove(tags)).toEqual([
      ["a", "b / a"],
      ["b", "a / b"],
    ]);
  });
});

it("a tag is called by its summary", () => {
  expect(titleOf({ name: "pets", summary: "Pets" })).toBe("Pets");
});

it("a tag that only marks operations gives no resource", () => {
  const tags = [
    { name: "beta", kind: "badge" },
    { name: "pets", kind: "nav" },
  ];
  const paths = { "/a": { get: { tags: ["beta", "pets"] } } };
  expect(modelOf({ tags, paths }).resources.map(({ path }) => path)).toEqual([["pets"]]);
});
