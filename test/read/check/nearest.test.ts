import { expect, it } from "vitest";
import { nearest } from "../../../generator/read/check/nearest.js";

const words = ["required", "readOnly", "type", "items", "not", "description"];

it.each([
  ["require", "required"],
  ["readonly", "readOnly"],
  ["read_only", "readOnly"],
  ["item", "items"],
  ["descrpition", "description"],
  ["typ", "type"],
  ["note", null],
  ["icon", null],
  ["", null],
  ["requirement", null],
])("%s is nearest to %s", (word, want) => {
  expect(nearest(word, words)).toBe(want);
});
