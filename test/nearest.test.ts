import { expect, it } from "vitest";
import { nearest } from "../generator/nearest.js";

const keywords = ["required", "readOnly", "type", "items", "not", "description"];

it.each<[word: string, candidates: string[], want: string | null]>([
  ["genrate", ["generate", "diff"], "generate"],
  ["dif", ["generate", "diff"], "diff"],
  ["GENERATE", ["generate", "diff"], "generate"],
  ["--ouptut", ["--output", "--overlay"], "--output"],
  ["--overlays", ["--output", "--overlay"], "--overlay"],
  ["emit", ["generate", "diff"], null],
  ["--fast", ["--force", "--check"], null],
  ["", ["generate"], null],
  ["anything", [], null],
  ["require", keywords, "required"],
  ["readonly", keywords, "readOnly"],
  ["read_only", keywords, "readOnly"],
  ["item", keywords, "items"],
  ["descrpition", keywords, "description"],
  ["typ", keywords, "type"],
  ["note", keywords, null],
  ["icon", keywords, null],
  ["requirement", keywords, null],
])("%j of %j is %j", (word, candidates, want) => {
  expect(nearest(word, candidates)).toBe(want);
});
