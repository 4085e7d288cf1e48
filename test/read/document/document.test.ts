import { describe, expect, it } from "vitest";
import { valueAt } from "../../../generator/read/document/document.js";

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
