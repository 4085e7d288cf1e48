import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { outputFolder } from "../../../generator/emit/disk/folder.js";
import { temporaryFolder } from "../../temporary-folder.js";

it("may be there, and keeps its permissions", async () => {
  const path = join(temporaryFolder(), "out");
  mkdirSync(path);
  chmodSync(path, 0o750);
  expect(await outputFolder(`${path}/`)).toEqual({ path, mode: 0o750 });
});

it("need not be there, nor its parents", async () => {
  const path = join(temporaryFolder(), "a/b");
  expect(await outputFolder(path)).toEqual({ path, mode: null });
});

it("is no file", async () => {
  const path = join(temporaryFolder(), "out");
  writeFileSync(path, "");
  await expect(outputFolder(path)).rejects.toThrow(
    `${path} is a file: name a folder, or remove the file`,
  );
});

it("is no symbolic link", async () => {
  const parent = temporaryFolder();
  const path = join(parent, "out");
  mkdirSync(join(parent, "real"));
  symlinkSync(join(parent, "real"), path);
  await expect(outputFolder(`${path}/`)).rejects.toThrow(
    `${path} is a symbolic link: name the folder that it leads to`,
  );
});

it("is no whole disk", async () => {
  await expect(outputFolder("/")).rejects.toThrow("/ is a whole disk: name a folder in it");
});
