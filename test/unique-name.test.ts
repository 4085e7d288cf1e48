import { expect, it } from "vitest";
import { type NextNumbers, uniqueName } from "../generator/unique-name.js";

function names(wanted: readonly string[], separator?: string): string[] {
  const taken = new Set(["pet_3"]);
  const next: NextNumbers = new Map();
  return wanted.map((each) => {
    const name = uniqueName(each, (candidate) => !taken.has(candidate), next, separator);
    taken.add(name);
    return name;
  });
}

it("a name that is taken gets the first free number", () => {
  expect(names(["pet", "pet", "pet", "pet2"])).toEqual(["pet", "pet2", "pet3", "pet22"]);
  expect(names(["pet", "pet", "pet"], "_")).toEqual(["pet", "pet_2", "pet_4"]);
});

it("a hundred thousand equal names are told apart in time", () => {
  const all = names(Array.from({ length: 100_000 }, () => "pet"));
  expect([all.at(-1), new Set(all).size]).toEqual(["pet100000", 100_000]);
});
