import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "../imports.js";

// The reference whose anatomy the pages have shows no curl commands.
const page = readFileSync(join(root, "generated/docs/sdks/domains/README.md"), "utf8").replace(
  /^\*\*curl\*\*$[\s\S]*?^```$\n\n/gm,
  "",
);

it("a page is short: less than 3,233 bytes for an operation", () => {
  const operations = page.match(/^## (?!Overview$)/gm) ?? [];
  expect(operations).toHaveLength(4);
  // Two thirds of the reference whose anatomy the pages have, 19.4 kB: ours also show answers.
  expect(page.length / operations.length).toBeLessThan(19_400 / 4 / 1.5);
});
