import { expect, it } from "vitest";
import { nearest } from "../generator/nearest.js";

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

it.each([
  ["genrate", ["generate", "diff"], "generate"],
  ["dif", ["generate", "diff"], "diff"],
  ["GENERATE", ["generate", "diff"], "generate"],
  ["--ouptut", ["--output", "--overlay"], "--output"],
  ["emit", ["generate", "diff"], null],
  ["--fast", ["--force", "--check"], null],
])("%s of %j is nearest to %s", (word, candidates, want) => {
  expect(nearest(word, candidates)).toBe(want);
});
