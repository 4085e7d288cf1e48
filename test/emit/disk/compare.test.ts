import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { compare } from "../../../generator/emit/disk/compare.js";
import { isSame } from "../../../generator/emit/disk/folder.js";
import { temporaryFolder } from "../../temporary-folder.js";
import { manifestOf, plant } from "../tree.js";

it("sorts files into added, changed and removed", () => {
  const folder = plant(temporaryFolder(), {
    "same.md": "é\r\n",
    "src/changed.ts": "old",
    "src/gone.ts": "",
    "src/edited.ts": "mine",
    "notes.md": "mine",
    ...manifestOf({
      "same.md": "",
      "src/changed.ts": "older",
      "src/gone.ts": "",
      "src/edited.ts": "",
      "long/gone.ts": "",
    }),
  });
  const files = [
    { path: "z/new.ts", text: "" },
    { path: "src/changed.ts", text: "new" },
    { path: "same.md", text: "é\r\n" },
    { path: "new.ts", text: "" },
    { path: ".sdkwright.json", text: "{}" },
  ];
  expect(compare(folder, files)).toEqual({
    added: ["new.ts", "z/new.ts"],
    changed: [".sdkwright.json", "src/changed.ts"],
    removed: ["src/gone.ts"],
  });
});

it("finds nothing in a folder that isn't there", () => {
  const folder = join(temporaryFolder(), "gone");
  expect(compare(folder, [{ path: "a/b.ts", text: "" }])).toEqual({
    added: ["a/b.ts"],
    changed: [],
    removed: [],
  });
});

it("reports a folder in a file's place as a changed file", () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "a.ts"));
  expect(compare(folder, [{ path: "a.ts", text: "" }])).toMatchObject({ changed: ["a.ts"] });
});

it("reports a symbolic link in place of a file as different, regardless of its target", () => {
  const folder = plant(temporaryFolder(), { "b.ts": "text" });
  symlinkSync("b.ts", join(folder, "a.ts"));
  symlinkSync("/dev/zero", join(folder, "c.ts"));
  symlinkSync("/nowhere", join(folder, "d.ts"));
  const files = ["a.ts", "b.ts", "c.ts", "d.ts"].map((path) => ({ path, text: "text" }));
  expect(compare(folder, files)).toMatchObject({ added: [], changed: ["a.ts", "c.ts", "d.ts"] });
});

it.each([
  [{ added: [], changed: [], removed: [] }, true],
  [{ added: ["a"], changed: [], removed: [] }, false],
  [{ added: [], changed: ["a"], removed: [] }, false],
  [{ added: [], changed: [], removed: ["a"] }, false],
])("%j is the same: %s", (difference, same) => {
  expect(isSame(difference)).toBe(same);
});
