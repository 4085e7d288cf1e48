import { expect, it } from "vitest";
import { statusText } from "../../generator/plan/status-text.js";

it("says a status as the document writes it", () => {
  expect(statusText({ kind: "code", code: 404 })).toBe("404");
  expect(statusText({ kind: "range", hundreds: 4 })).toBe("4XX");
  expect(statusText({ kind: "default" })).toBe("default");
});

it("says what no other status is for as it is told to", () => {
  expect(statusText({ kind: "default" }, "any other")).toBe("any other");
  expect(statusText({ kind: "code", code: 404 }, "any other")).toBe("404");
});
