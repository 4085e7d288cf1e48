import { describe, expect, it } from "vitest";
import type { EnumLabel } from "../../../generator/model/api/schema.js";
import { enumFrom } from "../../../generator/model/schema/values.js";
import type { Json, JsonObject } from "../../../generator/read/document/document.js";

function label(value: EnumLabel["value"], name: string | null, description: string | null = null) {
  return { value, name, description };
}

describe("the labels of an enum", () => {
  it.each<[name: string, given: JsonObject, want: EnumLabel[]]>([
    ["are none by default", { enum: ["a"] }, []],
    [
      "are a list in the order of the values",
      { "x-enum-varnames": ["A", "B"] },
      [label(1, "A"), label(2, "B")],
    ],
    ["are a map by value", { "x-speakeasy-enums": { 2: "Two" } }, [label(2, "Two")]],
    ["leave out what isn't text", { "x-enumNames": [null, " "] }, []],
    ["are not what every object has", { enum: ["toString"], "x-enumNames": {} }, []],
    [
      "are none beyond the values",
      { "x-enumNames": ["A", "B", "C"] },
      [label(1, "A"), label(2, "B")],
    ],
    [
      "stay with their values where one is no scalar",
      { enum: [{}, "b"], "x-enumNames": ["A", "B"] },
      [label("b", "B")],
    ],
    [
      "may be descriptions, of a list",
      { "x-enum-descriptions": ["One.", ""] },
      [label(1, null, "One.")],
    ],
    [
      "may be descriptions, of a map",
      { "x-enumDescriptions": { 1: "One." } },
      [label(1, null, "One.")],
    ],
    [
      "may be both",
      { "x-enumNames": ["A"], "x-speakeasy-enum-descriptions": { 1: "One." } },
      [label(1, "A", "One.")],
    ],
  ])("%s", (_, given, want) => {
    expect(enumFrom({ enum: [1, 2], ...given }).labels).toEqual(want);
  });
});

describe("an enum is open", () => {
  it.each<[value: Json, want: boolean]>([
    ["allow", true],
    ["disallow", false],
    [true, false],
  ])("where other values are said to be %s", (value, want) => {
    expect(enumFrom({ enum: ["a"], "x-speakeasy-unknown-values": value }).isOpen).toBe(want);
  });
});
