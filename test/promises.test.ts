import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "./imports.js";

function section(file: string, heading: string): string {
  const [, after = ""] = readFileSync(join(root, file), "utf8").split(`\n## ${heading}\n`);
  return after.split("\n## ")[0] ?? "";
}

const promises = [...section("README.md", "Safety").matchAll(/^- \*\*([^*]+)\.\*\*/gm)];
const rows = [
  ...section("CONTRIBUTING.md", "What holds the promises").matchAll(/^\| ([^|]+) \| (.*`.*) \|$/gm),
];

it("every promise of safety has its tests", () => {
  expect(promises.length).toBeGreaterThan(0);
  expect(rows.map(([, promise]) => promise)).toEqual(promises.map(([, promise]) => promise));
  const tests = rows.flatMap(([, , told = ""]) => [...told.matchAll(/`([^`]+)`/g)]);
  expect(tests.flatMap(([, path = ""]) => (existsSync(join(root, path)) ? [] : path))).toEqual([]);
});
