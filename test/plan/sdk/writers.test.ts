import { describe, expect, it } from "vitest";
import type { Parameter, Serialization } from "../../../generator/model/api.js";
import { writingOf } from "../../../generator/plan/sdk/writers.js";

const json: Serialization = { kind: "json" };

describe("the functions that write a parameter", () => {
  it("are those of its place where the document says no other", () => {
    expect(writingOf("query", null)).toEqual({ write: null, encode: null, uses: [] });
  });

  it.each<[Parameter["in"], string]>([
    ["path", "jsonValue"],
    ["header", "jsonValue"],
    ["query", "jsonPair"],
    ["cookie", "jsonPair"],
  ])("write JSON in a %s with %s", (location, write) => {
    expect(writingOf(location, json).write).toBe(write);
  });

  it.each([
    ["spaceDelimited", false, "spaceDelimitedStyle"],
    ["spaceDelimited", true, "formExplodedStyle"],
    ["matrix", true, "matrixExplodedStyle"],
    ["simple", true, "simpleExplodedStyle"],
    ["form", false, "formStyle"],
  ] as const)("write %s, exploded: %j, with %s", (style, explode, write) => {
    const serialization: Serialization = { kind: "style", style, explode, allowReserved: false };
    expect(writingOf("query", serialization).write).toBe(write);
  });
});
