import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  foldersOf,
  isInside,
  outputFolder,
  refuseUnfitPaths,
} from "../../../generator/emit/disk/folder.js";
import { OutputError } from "../../../generator/emit/disk/output-error.js";
import { temporaryFolder } from "../../temporary-folder.js";

it("may be there, and keeps its permissions", async () => {
  const path = join(temporaryFolder(), "out");
  mkdirSync(path);
  chmodSync(path, 0o750);
  expect(await outputFolder(`${path}/`)).toEqual({ path, mode: 0o750 });
});

it("may not exist yet, nor its parents", async () => {
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

function files(...paths: string[]): { path: string; text: string }[] {
  return paths.map((path) => ({ path, text: "" }));
}

describe("a path", () => {
  it.each(["a", "src/index.ts", ".npmignore", "a..b/...c"])("%j is inside", (path) => {
    expect(isInside(path)).toBe(true);
  });

  it.each([
    ...["", ".", "..", "../a", "a/../../b", "a/./b", "a//b", "a/", "/etc/passwd"],
    ...["a\\b", "..\\a", "C:/a", "c:a", "a\0b"],
  ])("%j is refused", (path) => {
    expect(isInside(path)).toBe(false);
    expect(() => refuseUnfitPaths(files("fine", path))).toThrow(OutputError);
  });

  it("has folders above it", () => {
    expect(foldersOf("a/b/c.ts")).toEqual(["a", "a/b"]);
    expect(foldersOf("c.ts")).toEqual([]);
  });
});

describe("files", () => {
  it("with distinct paths are accepted", () => {
    expect(() => refuseUnfitPaths(files("a", "b/a", "b/c", "ab"))).not.toThrow();
  });

  it.each([
    [["src/a.ts", "src/a.ts"], '"src/a.ts" and "src/a.ts" are one file'],
    [["src/Pet.ts", "src/pet.ts"], '"src/Pet.ts" and "src/pet.ts" are one file'],
    [["ma\u00dfe.ts", "masse.ts"], '"ma\u00dfe.ts" and "masse.ts" are one file'],
    [["caf\u00e9", "cafe\u0301"], '"caf\u00e9" and "cafe\u0301" are one file'],
    [["a/b", "a"], '"a/b" needs a folder where "a" is'],
    [["A", "a/b/c"], '"a/b/c" needs a folder where "A" is'],
  ])("%j take each other's place", (paths, message) => {
    expect(() => refuseUnfitPaths(files(...paths))).toThrow(message);
  });
});
