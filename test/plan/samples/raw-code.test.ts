import { describe, expect, it } from "vitest";
import { code, codeOf } from "../../../generator/plan/samples/raw-code.js";

describe("the code of a value", () => {
  it("is what it was made of", () => {
    expect(codeOf(code("new Blob()"))).toBe("new Blob()");
    expect(codeOf(code(""))).toBe("");
  });

  it.each([[null], ["code"], [1], [[]], [{ code: "new Blob()" }]])("is none of %j", (value) => {
    expect(codeOf(value)).toBeNull();
  });
});
