import { describe, expect, it } from "vitest";
import { keysOf } from "../generator/pointer.js";

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
