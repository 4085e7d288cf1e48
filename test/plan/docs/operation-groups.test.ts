import { describe, expect, it } from "vitest";
import { operationGroups } from "../../../generator/plan/docs/operation-groups.js";
import { operation, resource } from "./fixture.js";

function groupsOf(paths: readonly string[]) {
  const operations = paths.map((path, index) => operation(`get${index}`, { path }));
  return operationGroups(resource("Pets", operations)).map(({ title, operations: each }) => [
    title,
    each.length,
  ]);
}

const many = (count: number, path: string) =>
  Array.from({ length: count }, (_, index) => `${path}/${index}`);

describe("the operations of a resource", () => {
  it("are one list if they are few", () => {
    expect(groupsOf([...many(10, "/v1/cats"), ...many(10, "/v1/dogs")])).toEqual([[null, 20]]);
  });

  it("are grouped by the first different part of their paths if they are many", () => {
    expect(groupsOf(["/v1", ...many(12, "/v1/big_cats"), ...many(11, "/v1/{owner}/dogs")])).toEqual(
      [
        [null, 1],
        ["Big Cats", 12],
        ["Dogs", 11],
      ],
    );
  });

  it("are one list if their paths have nothing in common, or everything", () => {
    expect(groupsOf(many(30, ""))).toEqual([[null, 30]]);
    expect(groupsOf(Array.from({ length: 30 }, () => "/v1/cats"))).toEqual([[null, 30]]);
  });

  it("are no list if there are none", () => {
    expect(groupsOf([])).toEqual([]);
  });
});
