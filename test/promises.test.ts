import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "./imports.js";

const page = readFileSync(join(root, "generator/docs/safety.md"), "utf8");
const promises = [...page.matchAll(/^- \*\*([^*]+)\.\*\*/gm)];
const rows = [...page.matchAll(/^\| ([^|]+) \| (.*`.*) \|$/gm)];

it("every promise of the safety guide has tests", () => {
  expect(promises.length).toBeGreaterThan(0);
  expect(rows.map(([, promise]) => promise)).toEqual(promises.map(([, promise]) => promise));
  const tests = rows.flatMap(([, , told = ""]) => [...told.matchAll(/`([^`]+)`/g)]);
  expect(tests.flatMap(([, path = ""]) => (existsSync(join(root, path)) ? [] : path))).toEqual([]);
});
