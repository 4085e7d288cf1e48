import { describe, expect, it } from "vitest";
import { keysOf, valueAt } from "../../../generator/read/document/document.js";

describe("the keys of a JSON Pointer", () => {
  it.each([
    ["", []],
    ["/", [""]],
    ["/paths/~1a~1{id}/get", ["paths", "/a/{id}", "get"]],
    ["/a~0b", ["a~b"]],
    ["/~01", ["~1"]],
  ])("%j are %j", (pointer, keys) => {
    expect(keysOf(pointer)).toEqual(keys);
  });
});

describe("the value at keys", () => {
  const root = { list: [{ a: 1 }, "b"], nothing: null };

  it.each([
    [["list", "0", "a"], 1],
    [["list", "1"], "b"],
    [["nothing"], null],
    [[], root],
  ])("%j is %j", (keys, value) => {
    expect(valueAt(root, keys)).toEqual(value);
  });

  it.each([
    [["gone"]],
    [["list", "2"]],
    [["list", "00"]],
    [["list", "length"]],
    [["list", "1", "0"]],
    [["nothing", "a"]],
    [["constructor"]],
    [["__proto__"]],
  ])("%j is missing", (keys) => {
    expect(valueAt(root, keys)).toBeUndefined();
  });
});
