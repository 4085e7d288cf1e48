import { expect, it } from "vitest";
import { yamlReason } from "../../../generator/read/parse/yaml-reason.js";

it("says what was found, where, and what to do about it", () => {
  const text = "a: 1\na: 2\n";
  expect(yamlReason(text, { reason: "duplicated mapping key", offset: 5 })).toBe(
    "this is not valid YAML: duplicated mapping key near `a: 2`: a key may stand once in an object; rename or remove one of them",
  );
});

it("calls a text with brackets JSON as well", () => {
  expect(yamlReason("{", { reason: "oops", offset: 1 })).toBe(
    "this is not valid JSON or YAML: oops: correct the syntax",
  );
});

it("is one line in which nothing hides", () => {
  const text = "a: b\u001b[31m: c\nd";
  expect(yamlReason(text, { reason: "bad\nindentation", offset: 3 })).toBe(
    "this is not valid YAML: bad indentation near `b\\u001b[31m: c`: align the line with its neighbours, and close quotation marks and brackets",
  );
});
