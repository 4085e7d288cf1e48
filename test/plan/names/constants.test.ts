import { describe, expect, it } from "vitest";
import { constantsOf } from "../../../generator/plan/names/constants.js";
import { schema, text } from "../../model/documents.js";

describe("the constants of a schema", () => {
  it("are its values that have a name, with distinct names", () => {
    const labels = [
      { value: "red", name: "Red", description: "Of fire." },
      { value: "RED", name: "Red", description: null },
      { value: "blue", name: null, description: "Of the sea." },
      { value: null, name: "__proto__", description: null },
    ];
    const values = labels.map(({ value }) => value);
    expect(constantsOf(schema({ kind: "enum", values, isOpen: false, labels }))).toEqual([
      { key: "Red", value: "red", description: "Of fire." },
      { key: "Red_RED", value: "RED", description: null },
      { key: "__proto___", value: null, description: null },
    ]);
  });

  it("are none if the schema isn't an enum", () => {
    expect(constantsOf(text)).toEqual([]);
  });
});
