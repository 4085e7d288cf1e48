import { expect, it } from "vitest";
import { nearest } from "../generator/nearest.js";

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
])("%j of %j is %j", (word, candidates, want) => {
  expect(nearest(word, candidates)).toBe(want);
});
