import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { here, root } from "./folders.js";
import { cases } from "./suite/suite.js";

const page = readFileSync(join(root, "generator/docs/runtimes.md"), "utf8");

it("the documentation names the versions that are tested", () => {
  const manifest: { optionalDependencies: Record<string, string> } = JSON.parse(
    readFileSync(join(here, "package.json"), "utf8"),
  );
  const versions = Object.values(manifest.optionalDependencies).map((each) =>
    each.split("@").at(-1),
  );
  expect(versions.filter((version) => !page.includes(`${version}`))).toEqual([]);
});

it("the documentation lists what an engine can't do, and why", () => {
  const reasons = new Set(cases.flatMap(({ inapplicable = {} }) => Object.values(inapplicable)));
  expect([...reasons].filter((reason) => !page.includes(reason))).toEqual([]);
});
