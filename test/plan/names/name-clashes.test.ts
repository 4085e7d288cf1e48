import { expect, it } from "vitest";
import { resolveClashes } from "../../../generator/plan/names/name-clashes.js";
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
