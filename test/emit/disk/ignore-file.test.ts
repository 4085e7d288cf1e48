import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { keptFiles } from "../../../generator/emit/disk/ignore-file.js";
import { temporaryFolder } from "../../temporary-folder.js";
import { plant } from "../tree.js";

it("is what the patterns say, as in .gitignore", async () => {
  const patterns = "# mine\r\nREADME.md\r\n/src/*\n!src/index.ts\ndocs/\n";
  const isKept = await keptFiles(plant(temporaryFolder(), { ".sdkwrightignore": patterns }));
  const paths = [
    "README.md",
    "src/README.md",
    "src/client.ts",
    "src/index.ts",
    "docs/a/b.md",
    "a.ts",
  ];
  expect(paths.filter(isKept)).toEqual([
    "README.md",
    "src/README.md",
    "src/client.ts",
    "docs/a/b.md",
  ]);
});

it("is nothing where nobody says so", async () => {
  expect((await keptFiles(temporaryFolder()))("README.md")).toBe(false);
  expect((await keptFiles(join(temporaryFolder(), "none")))("README.md")).toBe(false);
});

it.each(["*a*b*c*d*e", "/**/a/**/b/**/c/**/d/**/e"])(
  "is refused where a pattern may take too long: %s",
  async (pattern) => {
    const folder = plant(temporaryFolder(), { ".sdkwrightignore": `a\n${pattern}\n` });
    await expect(keptFiles(folder)).rejects.toThrow(
      `.sdkwrightignore has a pattern with too many wildcards, ${pattern}: split it into several`,
    );
  },
);

it("is not known where the patterns can't be read", async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, ".sdkwrightignore"));
  await expect(keptFiles(folder)).rejects.toThrow("is no regular file: replace it with one");
});
