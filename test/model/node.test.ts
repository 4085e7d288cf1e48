import { describe, expect, it } from "vitest";
import {
  childOf,
  entriesOf,
  flagIn,
  itemsOf,
  listIn,
  numberIn,
  ownPlace,
  textIn,
  textsIn,
  valueIn,
} from "../../generator/model/node.js";
import { readingOf } from "./documents.js";

const { reading, root } = readingOf({
  plain: { a: 1 },
  alias: { $ref: "#/plain" },
  chain: { $ref: "#/alias" },
  broken: { $ref: "#/nothing" },
  loop: { $ref: "#/loop" },
  "a/b": {},
  text: "a",
  list: [{ $ref: "#/plain" }, "a", { $ref: "#/nothing" }, { b: 2 }],
});

describe("the object below a key", () => {
  const plain = { node: { a: 1 }, pointer: "/plain" };

  it.each([
    ["plain", plain],
    ["alias", plain],
    ["chain", plain],
    ["broken", null],
    ["loop", null],
    ["a/b", { node: {}, pointer: "/a~1b" }],
    ["text", null],
    ["list", null],
    ["missing", null],
    ["constructor", null],
  ])("%s", (key, want) => {
    expect(childOf(reading, root, key)).toEqual(want);
  });

  it("has the description next to its reference, and is the same each time", () => {
    const { reading: context, root: place } = readingOf({
      plain: { description: "old", a: 1 },
      child: { $ref: "#/plain", description: "new", a: 2 },
    });
    const found = childOf(context, place, "child");
    expect(found).toEqual({ node: { description: "new", a: 1 }, pointer: "/plain" });
    expect(childOf(context, place, "child")?.node).toBe(found?.node);
  });

  it("without resolving keeps its reference", () => {
    expect(ownPlace(root, "alias")).toEqual({ node: { $ref: "#/plain" }, pointer: "/alias" });
    expect(ownPlace(root, "text")).toBeNull();
    expect(ownPlace(root, "constructor")).toBeNull();
  });
});

describe("the objects", () => {
  it("of a map are its objects, in their order", () => {
    const keys = entriesOf(reading, root).map(([key, { pointer }]) => [key, pointer]);
    expect(keys).toEqual([
      ["plain", "/plain"],
      ["alias", "/plain"],
      ["chain", "/plain"],
      ["a/b", "/a~1b"],
    ]);
  });

  it("of no map are none", () => {
    expect(entriesOf(reading, null)).toEqual([]);
  });

  it("of a list are its objects, in their order", () => {
    expect(itemsOf(reading, root, "list")).toEqual([
      { node: { a: 1 }, pointer: "/plain" },
      { node: { b: 2 }, pointer: "/list/3" },
    ]);
    expect(itemsOf(reading, root, "plain")).toEqual([]);
  });
});

describe("a value of the expected type, or null or an empty list", () => {
  const node = {
    text: " a ",
    blank: " \n",
    number: 0,
    flag: true,
    list: ["a", 1, null],
    none: null,
  };

  it.each([
    ["text", textIn(node, "text"), "a"],
    ["blank text", textIn(node, "blank"), null],
    ["text that is a number", textIn(node, "number"), null],
    ["missing text", textIn(node, "missing"), null],
    ["a number", numberIn(node, "number"), 0],
    ["a number that is text", numberIn(node, "text"), null],
    ["a flag", flagIn(node, "flag"), true],
    ["a flag that is text", flagIn(node, "text"), false],
    ["a missing flag", flagIn(node, "missing"), false],
    ["a list", listIn(node, "list"), ["a", 1, null]],
    ["a list that is text", listIn(node, "text"), []],
    ["the texts of a list", textsIn(node, "list"), ["a"]],
    ["null", valueIn(node, "none"), { value: null }],
    ["a missing value", valueIn(node, "missing"), null],
    ["a value that every object has", valueIn(node, "constructor"), null],
  ])("%s", (_, found, want) => {
    expect(found).toEqual(want);
  });
});
