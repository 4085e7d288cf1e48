import { describe, expect, it } from "vitest";
import { rawCode } from "../../../generator/plan/samples/raw-code.js";
import { valueCode } from "../../../generator/plan/samples/value-code.js";

describe("a value is printed as a person writes it", () => {
  it.each([
    ["text", 'a "b"\n', '"a \\"b\\"\\n"'],
    ["a number", 1.5, "1.5"],
    ["null", null, "null"],
    ["nothing in it", {}, "{}"],
    ["an empty list", [], "[]"],
    ["a short object", { a: 1, b: ["c"] }, '{ a: 1, b: ["c"] }'],
    [
      "a name that needs quotes",
      { "X-Trace": true, $ref: null },
      '{ "X-Trace": true, $ref: null }',
    ],
    ["code", rawCode('new Blob(["a"])'), 'new Blob(["a"])'],
    ["code in a list", { files: [rawCode("new Blob()")] }, "{ files: [new Blob()] }"],
    ["an object that is called like code", { code: "a" }, '{ code: "a" }'],
    ["a name that would set the prototype", JSON.parse('{"__proto__":1}'), '{ ["__proto__"]: 1 }'],
  ])("%s", (_, value, want) => {
    expect(valueCode(value)).toBe(want);
  });

  it("one field per line if a single line would be too long", () => {
    const value = { short: [1, 2], long: { first: "x".repeat(40), second: "y".repeat(40) } };
    expect(valueCode(value)).toBe(
      [
        "{",
        "  short: [1, 2],",
        "  long: {",
        `    first: "${"x".repeat(40)}",`,
        `    second: "${"y".repeat(40)}",`,
        "  },",
        "}",
      ].join("\n"),
    );
  });

  it("with at most forty columns of indentation", () => {
    let value: unknown = 1;
    for (let depth = 0; depth < 100; depth += 1) value = [value, value && []];
    const lines = valueCode(value).split("\n");
    const margins = lines.map((line) => line.length - line.trimStart().length);
    expect(Math.max(...margins)).toBe(40);
  });

  it("on one line up to the last column, including the code around it", () => {
    const value = { a: "x".repeat(20) };
    const before = "-".repeat(80 - 29 - 2);
    expect(valueCode(value, [before, ");"])).toBe(`{ a: "${"x".repeat(20)}" }`);
    expect(valueCode(value, [before, " );"])).toBe(`{\n  a: "${"x".repeat(20)}",\n}`);
  });
});
