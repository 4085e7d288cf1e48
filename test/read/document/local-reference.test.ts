import { describe, expect, it } from "vitest";
import { decoded, keysIn, schemaNameIn } from "../../../generator/read/document/local-reference.js";

describe("a reference within its document", () => {
  it.each([
    ["#", []],
    ["#/paths/~1a~0b", ["paths", "/a~b"]],
    ["#/paths/~1%7Bid%7D", ["paths", "/{id}"]],
    ["#/components/schemas/50%", ["components", "schemas", "50%"]],
    ["#/components/schemas/a%FF", ["components", "schemas", "a%FF"]],
  ])("%s names its keys", (ref, keys) => {
    expect(keysIn(ref)).toEqual(keys);
  });

  it.each([
    ["#/components/schemas/Pet", "Pet"],
    ["#/components/schemas/a~1b%20c~0d", "a/b c~d"],
    ["#/components/schemas/100%", "100%"],
    ["#/components/schemas/a%FF", "a%FF"],
    ["#/components/schemas/A/items", null],
    ["#/components/responses/Pet", null],
    ["pets.yaml#/components/schemas/Pet", null],
    [undefined, null],
    [1, null],
  ])("%s is to a named schema, or to none", (ref, name) => {
    expect(schemaNameIn(ref)).toBe(name);
  });
});

it("what is no escape stands for itself", () => {
  expect(["%41", "%", "%zz", "%FF"].map(decoded)).toEqual(["A", "%", "%zz", "%FF"]);
});
