import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../temporary-folder.js";
import { type Case, casesIn, chosenCases, listedCases, looksLikeDocument } from "./cases.js";

const cases = ["a", "b", "c", "d", "e", "f"].map(
  (name): Case => ({ file: `edge/${name}.yaml`, verdict: "valid", expect: [], operations: null }),
);

describe("the documents of a folder", () => {
  it("are those of its index, each with its expected outcome", () => {
    const index = [
      { file: "real/a.json", class: "real", operations: 3 },
      { file: "invalid/b.json", class: "invalid", expect: ["paths"] },
      { file: "lax/c.json", class: "lax" },
    ];
    expect(listedCases(index)).toEqual([
      { file: "real/a.json", verdict: "valid", expect: [], operations: 3 },
      { file: "invalid/b.json", verdict: "invalid", expect: ["paths"], operations: null },
      { file: "lax/c.json", verdict: "lax", expect: [], operations: null },
    ]);
  });

  it("are all that look like one if there is no index", () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "more"));
    writeFileSync(join(folder, "a.yaml"), "openapi: 3.1.0\n");
    writeFileSync(join(folder, "part.yaml"), "type: string\n");
    writeFileSync(join(folder, "readme.md"), "openapi: 3.1.0\n");
    writeFileSync(join(folder, "more/b.json"), '{"swagger":"2.0"}');
    expect(casesIn(folder).map(({ file }) => file)).toEqual(["a.yaml", "more/b.json"]);
  });

  it.each([
    ['{"openapi":"3.0.0"}', true],
    ["info: {}\nswagger: '2.0'\n", true],
    ['{\n  "info": {},\n  "openapi" : "3.1.0"\n}', true],
    ["type: object\ndescription: follows openapi rules\n", false],
  ])("%j is one: %s", (text, isOne) => {
    expect(looksLikeDocument(text)).toBe(isOne);
  });
});

describe("choosing documents", () => {
  it("keeps those whose path matches, in their order", () => {
    const chosen = chosenCases(cases, { filter: /[ace]\.yaml$/, sample: null });
    expect(chosen.map(({ file }) => file)).toEqual(["edge/a.yaml", "edge/c.yaml", "edge/e.yaml"]);
  });

  it("takes the same sample in any order, and a smaller one out of a larger", () => {
    const names = (sample: number, from = cases) =>
      chosenCases(from, { filter: /./, sample }).map(({ file }) => file);
    expect(names(3, [...cases].reverse()).sort()).toEqual(names(3));
    expect(names(3)).toHaveLength(3);
    expect(names(5)).toEqual(expect.arrayContaining(names(3)));
    expect(names(9)).toHaveLength(6);
  });
});
