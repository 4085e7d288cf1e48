import { cpSync, existsSync, readdirSync, renameSync, symlinkSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, it } from "vitest";
import { recover } from "../../../generator/emit/disk/recover.js";
import { backupFolder, newFolder } from "../../../generator/emit/disk/temp-folders.js";
import { temporaryFolder } from "../../temporary-folder.js";
import { manifestOf, plant, type Tree, treeAt } from "../tree.js";

/** A new tree beside a folder, as a killed run leaves it. */
function plantFresh(parent: string, tree: Tree): void {
  plant(newFolder(join(parent, "out")), tree);
}

/** The old tree of a folder, as a killed run leaves it, and what it is called. */
function plantBackup(parent: string, tree: Tree): string {
  const folder = plant(join(parent, "out"), tree);
  const backup = backupFolder(folder);
  renameSync(folder, backup);
  return basename(backup);
}

/** What is said where a run mends the folder `out`. */
async function recovered(parent: string): Promise<string[]> {
  const notes: string[] = [];
  await recover(join(parent, "out"), (line) => notes.push(line.replaceAll(parent, "")));
  return notes;
}

it("removes what a run killed while building left", async () => {
  const parent = temporaryFolder();
  plant(join(parent, "out"), { "a.ts": "old", "notes.md": "mine" });
  plantFresh(parent, { "a.ts": "half" });
  expect(await recovered(parent)).toEqual([]);
  expect(treeAt(parent)).toEqual({ "out/a.ts": "old", "out/notes.md": "mine" });
  expect(readdirSync(parent)).toEqual(["out"]);
});

it("puts the earlier tree back after a run killed between the two renames, and says so", async () => {
  const parent = temporaryFolder();
  plantBackup(parent, { "a.ts": "old", "notes.md": "mine" });
  plantFresh(parent, { "a.ts": "new" });
  expect(await recovered(parent)).toEqual([
    "a run was killed while it replaced /out: the earlier output was restored",
  ]);
  expect(treeAt(parent)).toEqual({ "out/a.ts": "old", "out/notes.md": "mine" });
  expect(readdirSync(parent)).toEqual(["out"]);
});

it("moves the files that a run killed after the renames left behind, and says so", async () => {
  const parent = temporaryFolder();
  const ours = { "a.ts": "old", "b.ts": "old" };
  const backup = plantBackup(parent, {
    ...ours,
    "docs/notes.md": "mine",
    "node_modules/x.js": "x",
    ...manifestOf(ours),
  });
  plant(join(parent, "out"), { "a.ts": "new", ...manifestOf({ "a.ts": "new" }) });
  expect(await recovered(parent)).toEqual([
    "a run was killed while it replaced /out: your files were moved back",
  ]);
  expect(treeAt(parent)).toEqual({
    "out/a.ts": "new",
    "out/docs/notes.md": "mine",
    "out/node_modules/x.js": "x",
  });
  expect(existsSync(join(parent, backup))).toBe(false);
});

it("deletes no user's file, even if its path is taken", async () => {
  const parent = temporaryFolder();
  const backup = plantBackup(parent, {
    "notes.md": "earlier",
    "more.md": "more",
    "edited.ts": "mine",
    ...manifestOf({ "edited.ts": "" }),
  });
  plant(join(parent, "out"), { "notes.md": "later", "edited.ts": "new" });
  expect(await recovered(parent)).toEqual([
    `a run was killed while it replaced /out: its backup ${backup} contains files of yours that also exist in the folder; compare them, then remove the backup`,
  ]);
  expect(treeAt(parent)).toEqual({
    [`${backup}/edited.ts`]: "mine",
    [`${backup}/notes.md`]: "earlier",
    "out/edited.ts": "new",
    "out/more.md": "more",
    "out/notes.md": "later",
  });
});

it("merges a folder that was created again meanwhile", async () => {
  const parent = temporaryFolder();
  plantBackup(parent, { "notes/a.md": "a", "notes/deep/b.md": "b" });
  plant(join(parent, "out"), { "notes/c.md": "c", "notes/deep/d.md": "d" });
  await recovered(parent);
  expect(Object.keys(treeAt(join(parent, "out")))).toEqual([
    "notes/a.md",
    "notes/c.md",
    "notes/deep/b.md",
    "notes/deep/d.md",
  ]);
});

it("has nothing to do without leftovers", async () => {
  const parent = temporaryFolder();
  expect(await recovered(parent)).toEqual([]);
  expect(readdirSync(parent)).toEqual([]);
});

it.each(["old", "new"])(
  "takes nothing from a folder .%s that no run made, and says so",
  async (kind) => {
    const parent = temporaryFolder();
    const folder = plant(join(parent, "out"), { "a.ts": "a" });
    // As a clone would bring it: the name of a folder that is one here, on another inode.
    const fake = backupFolder(folder).replace(/old$/, kind);
    cpSync(folder, fake, { recursive: true });
    plant(fake, { "src/evil.ts": "evil" });
    expect(await recovered(parent)).toEqual([
      `${basename(fake)} next to /out is named like a leftover of a killed run, but no run created it: check its content, then remove it`,
    ]);
    expect(treeAt(folder)).toEqual({ "a.ts": "a" });
    expect(treeAt(fake)).toMatchObject({ "src/evil.ts": "evil" });
  },
);

it("moves files of .sdkwrightignore, even if an earlier run wrote them", async () => {
  const parent = temporaryFolder();
  plantBackup(parent, { "README.md": "mine", ...manifestOf({ "README.md": "mine" }) });
  plant(join(parent, "out"), { ".sdkwrightignore": "README.md", ...manifestOf({}) });
  await recovered(parent);
  expect(treeAt(parent)).toEqual({ "out/.sdkwrightignore": "README.md", "out/README.md": "mine" });
});

it("moves nothing through a symbolic link", async () => {
  const parent = temporaryFolder();
  const elsewhere = temporaryFolder();
  const backup = plantBackup(parent, {
    "docs/notes.md": "mine",
    ...manifestOf({ "docs/a.md": "" }),
  });
  plant(join(parent, "out"), manifestOf({}));
  symlinkSync(elsewhere, join(parent, "out/docs"));
  await recovered(parent);
  expect(readdirSync(elsewhere)).toEqual([]);
  expect(treeAt(parent)[`${backup}/docs/notes.md`]).toBe("mine");
});
