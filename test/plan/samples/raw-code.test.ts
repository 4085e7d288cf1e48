import { describe, expect, it } from "vitest";
import { rawCode, rawCodeOf } from "../../../generator/plan/samples/raw-code.js";

describe("the code of a value", () => {
  it("is its source code", () => {
    expect(rawCodeOf(rawCode("new Blob()"))).toBe("new Blob()");
    expect(rawCodeOf(rawCode(""))).toBe("");
  });

  it.each([[null], ["code"], [1], [[]], [{ code: "new Blob()" }]])("is null for %j", (value) => {
    expect(rawCodeOf(value)).toBeNull();
  });
});
