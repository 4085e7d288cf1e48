import { expect, it } from "vitest";
import { errorAt, warningAt } from "../generator/problem.js";

it("a problem is a value with one of two severities", () => {
  expect(errorAt("/paths", "wrong")).toEqual({
    severity: "error",
    pointer: "/paths",
    message: "wrong",
  });
  expect(warningAt("", "odd")).toEqual({ severity: "warning", pointer: "", message: "odd" });
});
