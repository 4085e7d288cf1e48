import { describe, expect, it } from "vitest";
import type { Parameter, Serialization } from "../../../generator/model/api/parameter.js";
import { writerOf, writingOf } from "../../../generator/plan/sdk/writers.js";

const json: Serialization = { kind: "json" };

describe("the functions that write a parameter", () => {
  it.each<[Parameter["in"], place: string, write: string, modules: readonly string[]]>([
    ["path", "inPath", "simpleStyle", ["in-path", "style-simple"]],
    ["query", "inQuery", "formExplodedStyle", ["in-query", "style-form"]],
    ["header", "inHeader", "headerStyle", ["in-header", "style-simple"]],
    ["cookie", "inCookie", "formExplodedStyle", ["in-cookie", "style-form"]],
  ])("in a %s are %s and %s by default", (location, place, write, modules) => {
    const [inPlace, style] = modules;
    expect(writingOf(location, null)).toEqual({
      place,
      write,
      encode: null,
      uses: [
        { module: `../runtime/${inPlace}.js`, name: place, isType: false },
        { module: `../runtime/${style}.js`, name: write, isType: false },
      ],
    });
  });

  it.each<[Parameter["in"], string]>([
    ["path", "jsonValue"],
    ["header", "jsonHeader"],
    ["query", "jsonPair"],
    ["cookie", "jsonPair"],
  ])("write JSON in a %s with %s", (location, write) => {
    expect(writingOf(location, json)).toMatchObject({ write, encode: null });
    expect(writerOf(location, json).uses).toEqual([
      { module: "../runtime/style-content.js", name: write, isType: false },
    ]);
  });

  it.each([
    ["query", "spaceDelimited", false, "spaceDelimitedStyle"],
    ["query", "spaceDelimited", true, "formExplodedStyle"],
    ["query", "tabDelimited", false, "tabDelimitedStyle"],
    ["query", "pipeDelimited", false, "pipeDelimitedStyle"],
    ["query", "pipeDelimited", true, "formExplodedStyle"],
    ["query", "deepObject", false, "deepObjectStyle"],
    ["query", "deepObject", true, "deepObjectStyle"],
    ["query", "form", false, "formStyle"],
    ["path", "tabSeparated", false, "tabSeparatedStyle"],
    ["path", "matrix", false, "matrixStyle"],
    ["path", "matrix", true, "matrixExplodedStyle"],
    ["path", "label", false, "labelStyle"],
    ["path", "simple", true, "simpleExplodedStyle"],
    ["header", "simple", true, "headerExplodedStyle"],
    ["cookie", "form", false, "formStyle"],
  ] as const)("in a %s write %s, exploded: %j, with %s", (location, style, explode, write) => {
    const serialization: Serialization = { kind: "style", style, explode, allowReserved: false };
    expect(writingOf(location, serialization)).toMatchObject({ write, encode: null });
  });

  it("leave reserved characters unencoded if the document allows them", () => {
    const serialization = { kind: "style", style: "form", explode: true } as const;
    expect(writerOf("query", { ...serialization, allowReserved: true })).toEqual({
      write: "formExplodedStyle",
      encode: "encodeReserved",
      uses: [
        { module: "../runtime/style-form.js", name: "formExplodedStyle", isType: false },
        { module: "../runtime/encode.js", name: "encodeReserved", isType: false },
      ],
    });
  });
});
