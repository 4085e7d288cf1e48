import { expect, it } from "vitest";
import { grouped } from "../generator/grouped.js";

it("values are grouped by key, keys and values in their order", () => {
  const groups = grouped([
    ["b", 1],
    ["a", 2],
    ["b", 3],
  ]);
  expect([...groups]).toEqual([
    ["b", [1, 3]],
    ["a", [2]],
  ]);
});
