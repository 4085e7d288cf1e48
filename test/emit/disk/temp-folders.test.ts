import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { leftoversBeside, newTempFolders } from "../../../generator/emit/disk/temp-folders.js";
import { temporaryFolder } from "../../temporary-folder.js";

/** No system has processes with such a number. */
const dead = 2 ** 30;

it("stand beside the folder, hidden, named after the run", () => {
  const { fresh, backup } = newTempFolders("/a/out");
  expect(fresh).toMatch(/^\/a\/\.out\.sdkwright-\d+-[0-9a-f]{8}\.new$/);
  expect(backup).toBe(fresh.replace(/new$/, "old"));
  expect(fresh).toContain(`-${process.pid}-`);
  expect(newTempFolders("/a/out").fresh).not.toBe(fresh);
});

it("are left over by runs that are dead, and by no other", async () => {
  const parent = temporaryFolder();
  const folder = join(parent, "out");
  const names = [
    `.out.sdkwright-${dead}-00000001.new`,
    `.out.sdkwright-${dead}-00000002.old`,
    `.out.sdkwright-${process.pid}-00000003.new`,
    `.out.sdkwright-${process.ppid}-00000004.old`,
    `.other.sdkwright-${dead}-00000005.new`,
    `.out.sdkwright-${dead}-notes.new`,
    ".out.sdkwright-mine",
  ];
  for (const name of names) mkdirSync(join(parent, name));
  expect(await leftoversBeside(folder)).toEqual({
    fresh: [join(parent, names[0] ?? "")],
    backups: [join(parent, names[1] ?? "")],
  });
});

it("are none where there is no parent folder", async () => {
  const folder = join(dirname(temporaryFolder()), "sdkwright-gone", "out");
  expect(await leftoversBeside(folder)).toEqual({ fresh: [], backups: [] });
});
