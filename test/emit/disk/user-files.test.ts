import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { OutputError } from "../../../generator/emit/disk/output-error.js";
import { keptFiles, userEntries } from "../../../generator/emit/disk/user-files.js";
import { temporaryFolder } from "../../temporary-folder.js";
import { plant } from "../tree.js";

/** What an earlier run wrote, and is unchanged. */
function earlierFiles(...paths: string[]) {
  const isListed = (path: string) => paths.includes(path);
  return { paths, isListed, isOurs: isListed };
}

it("are the files and folders that no run planned or wrote, as few as possible", () => {
  const folder = plant(temporaryFolder(), {
    "README.md": "",
    "notes.md": "",
    "src/index.ts": "",
    "src/mine.ts": "",
    "docs/old/page.md": "",
    "docs/old/mine.md": "",
    "node_modules/a/index.js": "",
    "node_modules/b/index.js": "",
  });
  mkdirSync(join(folder, "empty"));
  symlinkSync("/nowhere", join(folder, "link"));
  const planned = new Set(["README.md", "src/index.ts", "src/new/a.ts"]);
  const earlier = earlierFiles("README.md", "docs/old/page.md");
  expect(userEntries(folder, { planned, earlier })).toEqual([
    "docs/old/mine.md",
    "empty",
    "link",
    "node_modules",
    "notes.md",
    "src/mine.ts",
  ]);
});

it.each([
  ["a file where a folder is needed", "src", "src/index.ts"],
  ["a folder where a file is needed", "README.md/mine.txt", "README.md"],
])("are refused in the way: %s", (_, path, planned) => {
  const folder = plant(temporaryFolder(), { [path]: "" });
  const entries = () =>
    userEntries(folder, { planned: new Set([planned]), earlier: earlierFiles() });
  expect(entries).toThrow(OutputError);
  expect(entries).toThrow(
    `${join(folder, path.split("/")[0] ?? "")} is in the way: no run wrote it; move it or remove it`,
  );
});

it("don't include files that an earlier run wrote", () => {
  const folder = plant(temporaryFolder(), { src: "" });
  const ours = { planned: new Set(["src/index.ts"]), earlier: earlierFiles("src") };
  expect(userEntries(folder, ours)).toEqual([]);
});

it("follows the patterns, as in .gitignore", async () => {
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

it("is nothing without patterns", async () => {
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

it.each<[what: string, make: (path: string) => void]>([
  ["a folder", (path) => mkdirSync(path)],
  ["a link to a device", (path) => symlinkSync("/dev/zero", path)],
])("is an error if it is %s", async (_, make) => {
  const folder = temporaryFolder();
  make(join(folder, ".sdkwrightignore"));
  await expect(keptFiles(folder)).rejects.toThrow("isn't a regular file: replace it with one");
});
