import { describe, expect, it } from "vitest";
import { loops } from "../../../generator/read/check/ref-loops.js";
import type { JsonObject } from "../../../generator/read/document/document.js";

/** The problems of schemas that refer to each other as told: `A: "B"` is a reference from A to B. */
function problemsOf(refs: Readonly<Record<string, string>>): [pointer: string, message: string][] {
  const schemas: Record<string, JsonObject> = { End: { type: "string" } };
  for (const [from, to] of Object.entries(refs)) schemas[from] = { $ref: `#/schemas/${to}` };
  const references = Object.keys(refs).map((name) => ({
    node: schemas[name] ?? {},
    pointer: () => `/schemas/${name}`,
  }));
  return loops({ schemas }, references).map(({ pointer, message }) => [pointer, message]);
}

describe("references", () => {
  it("that lead somewhere are fine", () => {
    expect(problemsOf({ A: "B", B: "End", C: "B", D: "Gone" })).toEqual([]);
  });

  it("to themselves are told", () => {
    expect(problemsOf({ A: "A" })).toEqual([
      [
        "/schemas/A/$ref",
        'circular reference: "#/schemas/A" is only a `$ref` to itself; replace one of them with the schema itself',
      ],
    ]);
  });

  it("in a loop are told once, and those that lead into it are not", () => {
    expect(problemsOf({ X: "A", A: "B", B: "C", C: "A", Y: "B" })).toEqual([
      [
        "/schemas/A/$ref",
        'circular reference: "#/schemas/A" is only a `$ref` to itself through "#/schemas/B", "#/schemas/C"; replace one of them with the schema itself',
      ],
    ]);
  });

  it("in two loops are two problems", () => {
    expect(problemsOf({ A: "A", B: "B" })).toHaveLength(2);
  });
});

describe("a chain of references", () => {
  function chain(length: number): Record<string, string> {
    const names = Array.from({ length }, (_, index) => `S${length - index}`);
    return Object.fromEntries(names.map((name, index) => [name, names[index + 1] ?? "End"]));
  }

  it("may be a hundred long", () => {
    expect(problemsOf(chain(100))).toEqual([]);
  });

  it("of many more is told once, and takes no more time than its length", () => {
    expect(problemsOf(chain(100_000))).toEqual([
      [
        "/schemas/S101/$ref",
        "`$ref` goes through more than 100 references: refer to the last one directly",
      ],
    ]);
  });
});
