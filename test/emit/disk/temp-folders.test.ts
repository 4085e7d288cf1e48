import { cpSync, mkdirSync, readdirSync, renameSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import {
  backupFolder,
  leftoversBeside,
  newFolder,
} from "../../../generator/emit/disk/temp-folders.js";
import { temporaryFolder } from "../../temporary-folder.js";
import { plant } from "../tree.js";

it("are next to the folder, hidden, and have distinct names", () => {
  const parent = temporaryFolder();
  const made = [newFolder(join(parent, "out")), newFolder(join(parent, "out"))];
  const names = readdirSync(parent);
  expect(new Set(names).size).toBe(2);
  for (const name of names) expect(name).toMatch(/^\.out\.sdkwright-[\w-]{22}\.new$/);
  expect(made.map((path) => dirname(path))).toEqual([parent, parent]);
});

it("are found if they are the folders that a run created or moved", () => {
  const parent = temporaryFolder();
  const folder = plant(join(parent, "out"), { "a.md": "" });
  const fresh = newFolder(folder);
  const backup = backupFolder(folder);
  renameSync(folder, backup);
  expect(leftoversBeside(folder)).toEqual({ fresh: [fresh], backups: [backup], unknown: [] });
  expect(leftoversBeside(join(parent, "other"))).toEqual({ fresh: [], backups: [], unknown: [] });
});

it("are not recognized if somebody else created them, regardless of their names", () => {
  const parent = temporaryFolder();
  const folder = plant(join(parent, "out"), { "a.md": "" });
  // As in a clone: the name of a folder that was one here, and others.
  const copied = backupFolder(folder);
  cpSync(folder, copied, { recursive: true });
  const names = [`.out.sdkwright-${2 ** 30}-00000001.old`, ".out.sdkwright-mine.new"];
  for (const name of names) mkdirSync(join(parent, name));
  const { fresh, backups, unknown } = leftoversBeside(folder);
  expect([fresh, backups]).toEqual([[], []]);
  expect([...unknown].sort()).toEqual([copied, ...names.map((name) => join(parent, name))].sort());
});

it("are none if there is no parent folder", () => {
  const folder = join(dirname(temporaryFolder()), "sdkwright-gone", "out");
  expect(leftoversBeside(folder)).toEqual({ fresh: [], backups: [], unknown: [] });
});
