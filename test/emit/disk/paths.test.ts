import { describe, expect, it } from "vitest";
import { OutputError } from "../../../generator/emit/disk/output-error.js";
import { foldersOf, isInside, refuseUnfitPaths } from "../../../generator/emit/disk/paths.js";

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
  it("with paths of their own are accepted", () => {
    expect(() => refuseUnfitPaths(files("a", "b/a", "b/c", "ab"))).not.toThrow();
  });

  it.each([
    [["src/a.ts", "src/a.ts"], '"src/a.ts" and "src/a.ts" are one file'],
    [["src/Pet.ts", "src/pet.ts"], '"src/Pet.ts" and "src/pet.ts" are one file'],
    [["caf\u00e9", "cafe\u0301"], '"caf\u00e9" and "cafe\u0301" are one file'],
    [["a/b", "a"], '"a/b" needs a folder where "a" is'],
    [["A", "a/b/c"], '"a/b/c" needs a folder where "A" is'],
  ])("%j take each other's place", (paths, message) => {
    expect(() => refuseUnfitPaths(files(...paths))).toThrow(message);
  });
});
