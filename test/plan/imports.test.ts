import { describe, expect, it } from "vitest";
import { importViews, type Use, use, useType } from "../../generator/plan/imports.js";

function linesOf(uses: readonly Use[]): string[] {
  return importViews(uses).map(({ module, isTypeOnly, names }) => {
    const list = names.map(({ name, isInlineType }) => (isInlineType ? `type ${name}` : name));
    return `${isTypeOnly ? "type " : ""}${list.join(", ")} < ${module}`;
  });
}

describe("imports", () => {
  it.each<[name: string, row: { given: Use[]; want: string[] }]>([
    ["are none of nothing", { given: [], want: [] }],
    ["are of values", { given: use("./a.js", "b", "a"), want: ["a, b < ./a.js"] }],
    ["are of types", { given: useType("./a.js", "B", "A"), want: ["type A, B < ./a.js"] }],
    [
      "are of both",
      {
        given: [...useType("./a.js", "A"), ...use("./a.js", "b")],
        want: ["type A, b < ./a.js"],
      },
    ],
    [
      "name each once, as a value where it is used as one",
      {
        given: [...useType("./a.js", "A", "A"), ...use("./a.js", "A")],
        want: ["A < ./a.js"],
      },
    ],
    [
      "come in the order of their modules",
      {
        given: [...use("./b.js", "x"), ...use("../z.js", "y"), ...use("./a.js", "z")],
        want: ["y < ../z.js", "z < ./a.js", "x < ./b.js"],
      },
    ],
    [
      "name in the order of the alphabet, capitals first",
      {
        given: useType("./a.js", "b", "B", "aB", "ab", "a", "C", "_d"),
        want: ["type _d, a, aB, ab, B, b, C < ./a.js"],
      },
    ],
  ])("%s", (_, { given, want }) => {
    expect(linesOf(given)).toEqual(want);
  });

  it.each([
    ["in a line that is as wide as may be", { letters: 66, fits: true }],
    ["in a line each where that is too wide", { letters: 67, fits: false }],
  ])("stand %s", (_, { letters, fits }) => {
    const name = "a".repeat(letters);
    const [view] = importViews(useType("./a.js", name, "b"));
    expect(`import type { ${name}, b } from "./a.js";`).toHaveLength(letters + 34);
    expect(view?.fits).toBe(fits);
  });

  it("of a single name are one line, however long, like formatters print it", () => {
    const [view] = importViews(useType("./a.js", "a".repeat(120)));
    expect(view?.fits).toBe(true);
  });
});
