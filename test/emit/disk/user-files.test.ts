import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { OutputError } from "../../../generator/emit/disk/output-error.js";
import { userEntries } from "../../../generator/emit/disk/user-files.js";
import { temporaryFolder } from "../../temporary-folder.js";
import { plant } from "../tree.js";

/** What an earlier run wrote, and is unchanged. */
function earlierFiles(...paths: string[]) {
  const isListed = (path: string) => paths.includes(path);
  return { paths, isListed, isOurs: isListed };
}

it("are what nobody planned or wrote, as few as possible", () => {
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

it("make way if an earlier run wrote them", () => {
  const folder = plant(temporaryFolder(), { src: "" });
  const ours = { planned: new Set(["src/index.ts"]), earlier: earlierFiles("src") };
  expect(userEntries(folder, ours)).toEqual([]);
});
