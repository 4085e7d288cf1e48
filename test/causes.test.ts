import { describe, expect, it } from "vitest";
import { causesOf } from "../generator/causes.js";

describe("the causes of an error", () => {
  it("are listed outermost first, with the codes of system errors", () => {
    const refused = Object.assign(new Error("connect"), { code: "ECONNREFUSED" });
    expect(causesOf(new TypeError("fetch failed", { cause: refused }))).toEqual([
      { name: "TypeError", code: "", message: "fetch failed" },
      { name: "Error", code: "ECONNREFUSED", message: "connect" },
    ]);
  });

  it("end after ten, since an error may be its own cause", () => {
    const error = new Error("again");
    error.cause = error;
    expect(causesOf(error)).toHaveLength(10);
  });

  it("are none if something other than an error was thrown", () => {
    expect(causesOf("text")).toEqual([]);
  });
});
