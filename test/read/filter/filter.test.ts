import { expect, it } from "vitest";
import { globMatcher } from "../../../generator/read/filter/filter.js";

it.each<[pattern: string, matching: string[], other: string[]]>([
  ["/a", ["/a"], ["/a/", "/", "/ab", "b/a"]],
  ["/a/*", ["/a/b", "/a/"], ["/a", "/a/b/c"]],
  ["/*/b", ["/a/b", "//b"], ["/a/c/b", "/b"]],
  ["*-*", ["a-b", "-", "a-b-c"], ["ab", "a/b", "a-b/c"]],
  ["/a/**", ["/a", "/a/b/c"], ["/ab", "/"]],
  ["**/c", ["/c", "/a/b/c"], ["c", "/cd"]],
  ["/a**z", ["/az", "/a/b/z"], ["/a", "/z"]],
  ["/{id}/*.json", ["/{id}/a.json"], ["/1/a.json"]],
  ["**", ["", "/a/b"], []],
])("%s matches %j and not %j", (pattern, matching, other) => {
  const matches = globMatcher(pattern);
  expect(matching.filter((text) => !matches(text))).toEqual([]);
  expect(other.filter(matches)).toEqual([]);
});

it("a pattern of many wildcards ends", () => {
  expect(globMatcher(`${"*a".repeat(50)}!`)("a".repeat(1000))).toBe(false);
});
