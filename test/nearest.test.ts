import { expect, it } from "vitest";
import { nearest, suggester } from "../generator/nearest.js";

const words = ["required", "readOnly", "type", "items", "not", "description"];

it.each([
  ["require", "required"],
  ["readonly", "readOnly"],
  ["read_only", "readOnly"],
  ["item", "items"],
  ["descrpition", "description"],
  ["typ", "type"],
  ["note", null],
  ["nto", "not"],
  ["ton", null],
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

it("compares no word of more than 200 characters, which would take the square of its length", () => {
  const long = "a".repeat(200);
  expect(nearest(`${long.slice(1)}b`, [long])).toBe(long);
  expect(nearest(`${long}b`, [long])).toBe(null);
  expect(nearest(`${long}b`, [`${long}b`])).toBe(null);
});

it("suggests words until 200,000 are compared, so that time doesn't grow with both sides", () => {
  const suggest = suggester();
  const many = Array.from({ length: 80_000 }, (_, index) => `word${index}`);
  const found = [1, 2, 3].map(() => suggest("word1", many));
  expect(found).toEqual(["word1", "word1", null]);
});
