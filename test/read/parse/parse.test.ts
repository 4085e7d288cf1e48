import { describe, expect, it } from "vitest";
import { parse } from "../../../generator/read/parse/parse.js";

const file = "api.yaml";

/** `line:column message` of the one problem. */
async function fault(text: string): Promise<string> {
  const parsed = await parse({ file, text });
  if (parsed.ok) return "no problem";
  expect(parsed.problems).toHaveLength(1);
  expect(parsed.problems[0]).toMatchObject({ file, severity: "error" });
  return parsed.problems
    .map(({ line, column, message }) => `${line}:${column} ${message}`)
    .join("\n");
}

describe("a document", () => {
  it.each([
    ["JSON", '{"openapi": "3.1.0"}'],
    ["JSON behind white space", '\n\t {"openapi": "3.1.0"}'],
    ["JSON with a trailing comma", '{"openapi": "3.1.0",}'],
    ["YAML", "openapi: 3.1.0"],
    ["YAML in brackets", "{openapi: 3.1.0}"],
  ])("may be %s", async (_, text) => {
    expect(await parse({ file, text })).toEqual({ ok: true, document: { openapi: "3.1.0" } });
  });

  it.each(['{"__proto__": {"x": 1}, "constructor": 2}', "__proto__: {x: 1}\nconstructor: 2"])(
    "keeps odd keys as plain data: %s",
    async (text) => {
      const parsed = await parse({ file, text });
      if (!parsed.ok) throw new Error("not parsed");
      expect(Object.entries(parsed.document)).toEqual([
        ["__proto__", { x: 1 }],
        ["constructor", 2],
      ]);
      expect(Object.getPrototypeOf(parsed.document)).toBe(Object.prototype);
      expect(Object.hasOwn(Object.prototype, "x")).toBe(false);
    },
  );
});

describe("a text that isn't a document", () => {
  const empty = "1:1 this is empty: an OpenAPI document is an object with `openapi`, `info`, …";
  const page = "1:1 this looks like a web page: save the OpenAPI document itself, not a page";
  const isObject = "an OpenAPI document is an object with `openapi`, `info`, …";

  it.each([
    ["", empty],
    [" \n\t\r\n", empty],
    ["# only\n  # comments", empty],
    ["<!DOCTYPE html><html></html>", page],
    ["\n<html>", page],
    ["[1, 2]", `1:1 this is an array: ${isObject}`],
    ["- a", `1:1 this is an array: ${isObject}`],
    ["openapi", `1:1 this is a string: ${isObject}`],
    ["42", `1:1 this is a number: ${isObject}`],
    ["null", `1:1 this is null: ${isObject}`],
  ])("%j is told what it is", async (text, want) => {
    expect(await fault(text)).toBe(want);
  });
});

describe("broken syntax", () => {
  it.each([
    ["a: 1\nb: 2\na: 3", /^3:1 .*duplicated mapping key near `a: 3`/],
    ['{"openapi": "3.1.0", "info": {"ti', /^1:34 .*JSON or YAML.*double quoted scalar: close/],
    ["a:\n  b: 1\n c: 2", /^3:2 .*indentation.*near `c: 2`: align the line/],
    ["a: 1\n---\nb: 2", /^2:1 .*single document.*keep one document/],
    [
      '{\n  "openapi": "3.1.0", // the version\n}',
      /^2:23 JSON doesn't allow comments: remove them/,
    ],
    ["a: *b", /^1:5 .*unidentified alias "b".*define the anchor/],
  ])("of %j is told with its place", async (text, want) => {
    expect(await fault(text)).toMatch(want);
  });
});

describe("a hostile text", () => {
  it("may not contain itself", async () => {
    expect(await fault("a: &x\n  b: *x")).toBe(
      "2:3 this alias contains itself: write the value out in full",
    );
  });

  it("may not multiply beyond the limit", async () => {
    const levels = Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`);
    expect(await fault(["a0: &a0 [x]", ...levels].join("\n"))).toBe(
      "1:1 its aliases expand to too many values: use `$ref` instead",
    );
  });

  it.each([
    ["JSON", `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`],
    ["YAML", `${"{a: ".repeat(100_000)}1${"}".repeat(100_000)}`],
  ])("of %s may not be nested beyond measure", async (_, text) => {
    expect(await fault(text)).toMatch(/nest.*: (move nested schemas|flatten it)/);
  });

  it("of empty lines costs at most its length", async () => {
    expect(await fault(`${"\n ".repeat(200_000)}x`)).toMatch(/this is a string/);
  });
});
