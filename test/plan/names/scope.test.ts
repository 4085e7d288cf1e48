import { describe, expect, it } from "vitest";
import {
  distinctNames,
  fileScope,
  identifierScope,
  resolveClashes,
} from "../../../generator/plan/names/scope.js";

describe("a scope of identifiers", () => {
  it.each<[name: string, row: { taken: string[]; given: string[]; want: string[] }]>([
    ["gives free names as they are", { taken: [], given: ["a", "b"], want: ["a", "b"] }],
    [
      "numbers names that are taken",
      { taken: [], given: ["a", "a", "a"], want: ["a", "a2", "a3"] },
    ],
    ["marks reserved names", { taken: ["a"], given: ["a", "a"], want: ["a_", "a_2"] }],
    [
      "steps over numbers that are taken",
      { taken: ["a2"], given: ["a", "a", "a2"], want: ["a", "a3", "a2_"] },
    ],
    ["tells capitals apart", { taken: [], given: ["pet", "Pet"], want: ["pet", "Pet"] }],
    [
      "knows what every object has",
      { taken: [], given: ["constructor", "__proto__"], want: ["constructor", "__proto__"] },
    ],
  ])("%s", (_, { taken, given, want }) => {
    const scope = identifierScope(taken);
    expect(given.map((name) => scope.reserve(name))).toEqual(want);
  });

  it("reserves the first free one of several", () => {
    const scope = identifierScope(["new"]);
    const wishes: [string, ...string[]][] = [["a"], ["a", "b"], ["a", "b"], ["new", "b"]];
    expect(wishes.map((names) => scope.reserve(...names))).toEqual(["a", "b", "b2", "new_"]);
    expect(["a", "c", "new"].map((name) => scope.isFree(name))).toEqual([false, true, false]);
  });

  it("is fast for many of the same name", () => {
    const scope = identifierScope();
    const names = Array.from({ length: 20_000 }, () => scope.reserve("a"));
    expect(new Set(names).size).toBe(20_000);
    expect(names.at(-1)).toBe("a20000");
  });
});

describe("a scope of files", () => {
  it("compares without case, and keeps the case", () => {
    const scope = fileScope();
    expect(["Pet", "pet", "PET", "pet2"].map((name) => scope.reserve(name))).toEqual([
      "Pet",
      "pet2",
      "PET3",
      "pet22",
    ]);
  });

  it("shortens names that a disk may refuse, and keeps them distinct", () => {
    const scope = fileScope();
    const long = "a".repeat(300);
    const names = [long, `${long}b`, `folder/${long}`, "\u6771".repeat(300)].map((name) =>
      scope.reserve(name),
    );
    expect(names).toEqual([
      expect.stringMatching(/^a{110}-[a-z0-9]{1,7}$/),
      expect.stringMatching(/^a{110}-[a-z0-9]{1,7}$/),
      expect.stringMatching(/^folder\/a{110}-[a-z0-9]{1,7}$/),
      expect.stringMatching(/^\u6771{36}-[a-z0-9]{1,7}$/),
    ]);
    expect(names[0]).not.toBe(names[1]);
    expect(fileScope().reserve(long)).toBe(names[0]);
  });

  it("avoids the names of Windows devices", () => {
    const scope = fileScope();
    expect(["con", "NUL", "com1", "com"].map((name) => scope.reserve(name))).toEqual([
      "con_",
      "NUL_",
      "com1_",
      "com",
    ]);
    expect(scope.reserve("lpt\u00b9")).toBe("lpt\u00b9_");
  });

  it("numbers names that a disk takes for one", () => {
    const scope = fileScope();
    const names = ["stra\u00dfe", "strasse", "caf\u00e9", "cafe\u0301", "\ufb00", "ff"];
    expect(names.map((name) => scope.reserve(name))).toEqual([
      "stra\u00dfe",
      "strasse2",
      "caf\u00e9",
      "cafe\u03012",
      "\ufb00",
      "ff2",
    ]);
  });
});

it.each<[name: string, row: { taken?: string[]; keys: string[]; want: Record<string, string> }]>([
  ["a name that no other key produces is kept", { keys: ["pet"], want: { pet: "Pet" } }],
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

describe("the first name that only one thing has", () => {
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
    const names = distinctNames(
      new Map(Object.entries(candidates)),
      undefined,
      (name) => name !== "taken",
    );
    expect(Object.fromEntries(names)).toEqual(want);
  });
});
