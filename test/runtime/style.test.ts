import { describe, expect, it } from "vitest";
import { encodeReserved, percentEncode } from "../../templates/runtime/encode.js";
import type { Writer } from "../../templates/runtime/style.js";
import { jsonHeader, jsonPair, jsonValue } from "../../templates/runtime/style-content.js";
import { deepObjectStyle } from "../../templates/runtime/style-deep-object.js";
import {
  formExplodedStyle,
  formStyle,
  pipeDelimitedStyle,
  spaceDelimitedStyle,
  tabDelimitedStyle,
} from "../../templates/runtime/style-form.js";
import { labelExplodedStyle, labelStyle } from "../../templates/runtime/style-label.js";
import { matrixExplodedStyle, matrixStyle } from "../../templates/runtime/style-matrix.js";
import {
  headerExplodedStyle,
  headerStyle,
  pipeSeparatedStyle,
  simpleExplodedStyle,
  simpleStyle,
  spaceSeparatedStyle,
  tabSeparatedStyle,
} from "../../templates/runtime/style-simple.js";

const list = ["blue", "black", "brown"];
const fields = { R: 100, G: 200, B: 150 };

// The table of OpenAPI 3.1.1, Style Examples: empty, string, array, object; `null` is "n/a" there.
const table: [string, Writer, (string | null)[]][] = [
  [
    "matrix",
    matrixStyle,
    [";color", ";color=blue", ";color=blue,black,brown", ";color=R,100,G,200,B,150"],
  ],
  [
    "matrix, exploded",
    matrixExplodedStyle,
    [";color", ";color=blue", ";color=blue;color=black;color=brown", ";R=100;G=200;B=150"],
  ],
  ["label", labelStyle, [".", ".blue", ".blue,black,brown", ".R,100,G,200,B,150"]],
  [
    "label, exploded",
    labelExplodedStyle,
    [".", ".blue", ".blue.black.brown", ".R=100.G=200.B=150"],
  ],
  ["simple", simpleStyle, ["", "blue", "blue,black,brown", "R,100,G,200,B,150"]],
  ["simple, exploded", simpleExplodedStyle, ["", "blue", "blue,black,brown", "R=100,G=200,B=150"]],
  [
    "form",
    formStyle,
    ["color=", "color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150"],
  ],
  [
    "form, exploded",
    formExplodedStyle,
    ["color=", "color=blue", "color=blue&color=black&color=brown", "R=100&G=200&B=150"],
  ],
  [
    "spaceDelimited",
    spaceDelimitedStyle,
    [null, null, "color=blue%20black%20brown", "color=R%20100%20G%20200%20B%20150"],
  ],
  [
    "pipeDelimited",
    pipeDelimitedStyle,
    [null, null, "color=blue%7Cblack%7Cbrown", "color=R%7C100%7CG%7C200%7CB%7C150"],
  ],
  [
    "deepObject",
    deepObjectStyle,
    [null, null, null, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"],
  ],
];

describe("the style table of the specification", () => {
  it.each(
    table
      .flatMap(([style, write, wants]) =>
        ["", "blue", list, fields].map((given, index) => ({
          style,
          write,
          given,
          want: wants[index] ?? null,
        })),
      )
      .filter(({ want }) => want !== null),
  )("$style writes $given as $want", ({ write, given, want }) => {
    expect(write("color", given, percentEncode)).toBe(want);
  });
});

describe("values beyond the table", () => {
  it.each<[string, Writer, unknown, string]>([
    ["a joint in an item of form", formStyle, ["a,b", "c"], "color=a%2Cb,c"],
    [
      "a list separated by tabs, as in Swagger 2.0",
      tabDelimitedStyle,
      ["a b", "c"],
      "color=a%20b%09c",
    ],
    ["a joint in an item of pipeDelimited", pipeDelimitedStyle, ["a|b", "c"], "color=a%7Cb%7Cc"],
    [
      "a number, a flag and a date",
      formExplodedStyle,
      [1, true, new Date(0)],
      "color=1&color=true&color=1970-01-01T00%3A00%3A00.000Z",
    ],
    [
      "null and undefined within a list",
      formExplodedStyle,
      ["a", null, undefined, "b"],
      "color=a&color=b",
    ],
    ["null and undefined within an object", simpleStyle, { a: 1, b: null, c: undefined }, "a,1"],
    ["an empty list in form", formStyle, [], ""],
    ["an empty list in exploded form", formExplodedStyle, [], ""],
    ["an empty object in exploded form", formExplodedStyle, {}, ""],
    ["an object within a list", formExplodedStyle, [{ a: 1 }], "color=%7B%22a%22%3A1%7D"],
    ["an empty value in matrix", matrixExplodedStyle, ["", "b"], ";color;color=b"],
    [
      "an object within deepObject",
      deepObjectStyle,
      { a: { b: 1, c: null } },
      "color%5Ba%5D%5Bb%5D=1",
    ],
    [
      "a list of objects within deepObject",
      deepObjectStyle,
      { and: [{ f: "x", v: 1 }, { f: "y" }] },
      "color%5Band%5D%5B0%5D%5Bf%5D=x&color%5Band%5D%5B0%5D%5Bv%5D=1&color%5Band%5D%5B1%5D%5Bf%5D=y",
    ],
    [
      "a list within an object",
      formExplodedStyle,
      { page: 1, sort: ["a,b", "c"], none: [], at: null },
      "page=1&sort=a%2Cb&sort=c",
    ],
    ["a list within deepObject", deepObjectStyle, { a: [1, 2] }, "color%5Ba%5D=1&color%5Ba%5D=2"],
    ["content in a query", jsonPair, { a: ["b"] }, "color=%7B%22a%22%3A%5B%22b%22%5D%7D"],
    ["a list in a path of Swagger 2.0", tabSeparatedStyle, ["a\tb", "c"], "a%09b%09c"],
    ["a list with pipes", pipeSeparatedStyle, ["a", "b"], "a%7Cb"],
    ["a list with spaces", spaceSeparatedStyle, ["a", "b"], "a%20b"],
    ["content in a path", jsonValue, { a: 1 }, "%7B%22a%22%3A1%7D"],
  ])("%s", (_, write, given, want) => {
    expect(write("color", given, percentEncode)).toBe(want);
  });
});

describe("encoding", () => {
  const reserved = ":/?#[]@!$&'()*+,;=";

  it("encodes all but unreserved characters", () => {
    expect(percentEncode("aZ09-._~")).toBe("aZ09-._~");
    expect(percentEncode(reserved)).toBe("%3A%2F%3F%23%5B%5D%40%21%24%26%27%28%29%2A%2B%2C%3B%3D");
    expect(percentEncode("ä %")).toBe("%C3%A4%20%25");
  });

  it("keeps reserved ones too if that is allowed, except those that would end the value", () => {
    expect(encodeReserved(reserved)).toBe(":/?%23[]@!$%26'()*%2B,;=");
    expect(encodeReserved("a b%")).toBe("a%20b%25");
  });

  it("parses back to the same value", () => {
    const text = formExplodedStyle("k&=", ["a=b&c", "ü+ "], percentEncode);
    expect(new URLSearchParams(text).getAll("k&=")).toEqual(["a=b&c", "ü+ "]);
  });
});

describe("a header keeps its characters unchanged", () => {
  it.each<[name: string, writer: Writer, value: unknown, want: string]>([
    ["simple", headerStyle, ["a b", "ä"], "a b,ä"],
    ["simple, exploded", headerExplodedStyle, { "a b": "c/d" }, "a b=c/d"],
    ["JSON", jsonHeader, { a: "b c" }, '{"a":"b c"}'],
  ])("%s", (_, write, value, want) => {
    expect(write("X-Color", value)).toBe(want);
  });

  it("JSON, which escapes what a header can't carry", () => {
    const value = { a: "ä\u{1f600}" };
    const written = jsonHeader("X-Color", value);
    expect(written).toBe('{"a":"\\u00e4\\ud83d\\ude00"}');
    expect(JSON.parse(written)).toEqual(value);
  });
});
