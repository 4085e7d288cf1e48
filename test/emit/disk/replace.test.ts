import { chmodSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { outputFolder } from "../../../generator/emit/disk/folder.js";
import { replace } from "../../../generator/emit/disk/replace.js";
import { temporaryFolder } from "../../temporary-folder.js";
import { manifestOf, plant, treeAt } from "../tree.js";

it("keeps what isn't ours and drops what an earlier run wrote", async () => {
  const parent = temporaryFolder();
  const folder = plant(join(parent, "out"), {
    "a.ts": "old",
    "src/gone.ts": "old",
    "src/mine.ts": "mine",
    "dist/a.js": "built",
    ...manifestOf("a.ts", "src/gone.ts"),
  });
  await replace(await outputFolder(folder), [
    { path: "a.ts", text: "new" },
    { path: "docs/b.md", text: "ü\r\n" },
  ]);
  expect(treeAt(folder)).toEqual({
    "a.ts": "new",
    "dist/a.js": "built",
    "docs/b.md": "ü\r\n",
    "src/mine.ts": "mine",
  });
  expect(readdirSync(parent)).toEqual(["out"]);
});

it("moves what isn't ours, and copies nothing", async () => {
  const folder = plant(join(temporaryFolder(), "out"), { "node_modules/x.js": "x" });
  const { ino } = statSync(join(folder, "node_modules"));
  await replace(await outputFolder(folder), [{ path: "a.ts", text: "new" }]);
  expect(statSync(join(folder, "node_modules")).ino).toBe(ino);
});

it("keeps the permissions of the folder", async () => {
  const folder = plant(join(temporaryFolder(), "out"), {});
  chmodSync(folder, 0o700);
  await replace(await outputFolder(folder), [{ path: "a.ts", text: "new" }]);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
});

it("leaves everything as it was if the new tree can't be built", async () => {
  const parent = temporaryFolder();
  const folder = plant(join(parent, "out"), { "a.ts": "old", "mine.md": "mine" });
  const files = [
    { path: "a.ts", text: "new" },
    { path: `${"x".repeat(300)}.ts`, text: "" },
  ];
  await expect(replace(await outputFolder(folder), files)).rejects.toThrow("ENAMETOOLONG");
  expect(treeAt(parent)).toEqual({ "out/a.ts": "old", "out/mine.md": "mine" });
  expect(readdirSync(parent)).toEqual(["out"]);
});

it("takes back what was done if a step of the swap fails", async () => {
  const parent = temporaryFolder();
  // The planned file stands where an earlier file's folder, with a file of someone else's, was.
  const folder = plant(join(parent, "out"), {
    "docs/page.md": "old",
    "docs/mine.md": "mine",
    "also-mine.md": "mine",
    ...manifestOf("docs/page.md"),
  });
  const files = [{ path: "docs", text: "new" }];
  await expect(replace(await outputFolder(folder), files)).rejects.toThrow(/EEXIST|ENOTDIR/);
  expect(treeAt(parent)).toEqual({
    "out/also-mine.md": "mine",
    "out/docs/mine.md": "mine",
    "out/docs/page.md": "old",
  });
  expect(readdirSync(parent)).toEqual(["out"]);
});
