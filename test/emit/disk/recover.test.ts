import { existsSync, readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { recover } from "../../../generator/emit/disk/recover.js";
import { temporaryFolder } from "../../temporary-folder.js";
import { manifestOf, plant, treeAt } from "../tree.js";

/** No system has processes with such a number. */
const dead = 2 ** 30;
const fresh = `.out.sdkwright-${dead}-00000001.new`;
const backup = `.out.sdkwright-${dead}-00000001.old`;

it("removes what a run killed while building left", async () => {
  const parent = temporaryFolder();
  plant(join(parent, "out"), { "a.ts": "old", "notes.md": "mine" });
  plant(join(parent, fresh), { "a.ts": "half" });
  await recover(join(parent, "out"));
  expect(treeAt(parent)).toEqual({ "out/a.ts": "old", "out/notes.md": "mine" });
  expect(readdirSync(parent)).toEqual(["out"]);
});

it("puts the earlier tree back after a run killed between the two renames", async () => {
  const parent = temporaryFolder();
  plant(join(parent, backup), { "a.ts": "old", "notes.md": "mine" });
  plant(join(parent, fresh), { "a.ts": "new" });
  await recover(join(parent, "out"));
  expect(treeAt(parent)).toEqual({ "out/a.ts": "old", "out/notes.md": "mine" });
  expect(readdirSync(parent)).toEqual(["out"]);
});

it("brings over what a run killed after the renames didn't", async () => {
  const parent = temporaryFolder();
  plant(join(parent, backup), {
    "a.ts": "old",
    "b.ts": "old",
    "docs/notes.md": "mine",
    "node_modules/x.js": "x",
    ...manifestOf("a.ts", "b.ts"),
  });
  plant(join(parent, "out"), { "a.ts": "new", ...manifestOf("a.ts") });
  await recover(join(parent, "out"));
  expect(treeAt(parent)).toEqual({
    "out/a.ts": "new",
    "out/docs/notes.md": "mine",
    "out/node_modules/x.js": "x",
  });
  expect(existsSync(join(parent, backup))).toBe(false);
});

it("throws nobody's file away, though its place is taken", async () => {
  const parent = temporaryFolder();
  plant(join(parent, backup), { "notes.md": "earlier", "more.md": "more" });
  plant(join(parent, "out"), { "notes.md": "later" });
  await recover(join(parent, "out"));
  expect(treeAt(parent)).toEqual({
    [`${backup}/notes.md`]: "earlier",
    "out/more.md": "more",
    "out/notes.md": "later",
  });
});

it("has nothing to do without leftovers", async () => {
  const parent = temporaryFolder();
  await recover(join(parent, "out"));
  expect(readdirSync(parent)).toEqual([]);
});

it("brings over what is kept, though an earlier run wrote it", async () => {
  const parent = temporaryFolder();
  plant(join(parent, backup), { "README.md": "mine", ...manifestOf("README.md", "a.ts") });
  plant(join(parent, "out"), { ".sdkwrightignore": "README.md", ...manifestOf() });
  await recover(join(parent, "out"));
  expect(treeAt(parent)).toEqual({ "out/.sdkwrightignore": "README.md", "out/README.md": "mine" });
});

it("moves nothing through a symbolic link", async () => {
  const parent = temporaryFolder();
  const elsewhere = temporaryFolder();
  plant(join(parent, backup), { "docs/notes.md": "mine", ...manifestOf("docs/a.md") });
  plant(join(parent, "out"), manifestOf());
  symlinkSync(elsewhere, join(parent, "out/docs"));
  await recover(join(parent, "out"));
  expect(readdirSync(elsewhere)).toEqual([]);
  expect(treeAt(parent)[`${backup}/docs/notes.md`]).toBe("mine");
});
