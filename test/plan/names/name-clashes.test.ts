import { describe, expect, it } from "vitest";
import { resolveClashes, unsharedNames } from "../../../generator/plan/names/name-clashes.js";
import { identifierScope } from "../../../generator/plan/names/scope.js";

it.each<[name: string, row: { taken?: string[]; keys: string[]; want: Record<string, string> }]>([
  ["a name that nobody else comes to is had", { keys: ["pet"], want: { pet: "Pet" } }],
  [
    "the key that is written like the name has it",
    { keys: ["PET", "Pet"], want: { Pet: "Pet", PET: "Pet_PET" } },
  ],
  [
    "else the first of the alphabet",
    { keys: ["pet", "pE-t"], want: { "pE-t": "Pet", pet: "Pet_pet" } },
  ],
  [
    "who finds it taken by something else is called otherwise",
    { taken: ["Pet"], keys: ["Pet", "pet"], want: { Pet: "PetModel", pet: "Pet_pet" } },
  ],
  [
    "even that may be taken",
    { taken: ["Pet", "PetModel"], keys: ["Pet"], want: { Pet: "PetModel_" } },
  ],
])("%s", (_, { taken = [], keys, want }) => {
  for (const order of [keys, keys.toReversed()]) {
    const wishes = order.map((key) => ({ key, name: "Pet", otherwise: "PetModel" }));
    const names = resolveClashes(wishes, identifierScope(taken));
    expect(Object.fromEntries(names)).toEqual(want);
  }
});

describe("the first name that a thing has alone", () => {
  it.each([
    ["is its best one", { a: ["x", "y"], b: ["z"] }, { a: "x", b: "z" }],
    ["is not one that two have", { a: ["x", "y"], b: ["x", "z"] }, { a: "y", b: "z" }],
    ["is not one that is taken", { a: ["taken", "y"] }, { a: "y" }],
    [
      "is not one that another falls back to",
      { a: ["x", "y"], b: ["x", "z"], c: ["y", "w"] },
      { a: "y", b: "z", c: "w" },
    ],
    ["is the last one where all are shared", { a: ["x"], b: ["x"] }, { a: "x", b: "x" }],
    ["may be there twice", { a: ["x", "x", "y"], b: ["x", "x", "z"] }, { a: "y", b: "z" }],
  ])("%s", (_, candidates, want) => {
    const names = unsharedNames(
      new Map(Object.entries(candidates)),
      undefined,
      (name) => name !== "taken",
    );
    expect(Object.fromEntries(names)).toEqual(want);
  });
});
