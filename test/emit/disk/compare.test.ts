import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { compare } from "../../../generator/emit/disk/compare.js";
import { isSame } from "../../../generator/emit/disk/difference.js";
import { temporaryFolder } from "../../temporary-folder.js";
import { manifestOf, plant } from "../tree.js";

it("sorts files into added, changed and removed", async () => {
  const folder = plant(temporaryFolder(), {
    "same.md": "é\r\n",
    "src/changed.ts": "old",
    "src/gone.ts": "",
    "notes.md": "mine",
    ...manifestOf("same.md", "src/changed.ts", "src/gone.ts", "long/gone.ts"),
  });
  const files = [
    { path: "z/new.ts", text: "" },
    { path: "src/changed.ts", text: "new" },
    { path: "same.md", text: "é\r\n" },
    { path: "new.ts", text: "" },
    { path: ".sdkwright.json", text: "{}" },
  ];
  expect(await compare(folder, files)).toEqual({
    added: ["new.ts", "z/new.ts"],
    changed: [".sdkwright.json", "src/changed.ts"],
    removed: ["long/gone.ts", "src/gone.ts"],
  });
});

it("finds nothing in a folder that isn't there", async () => {
  const folder = join(temporaryFolder(), "gone");
  expect(await compare(folder, [{ path: "a/b.ts", text: "" }])).toEqual({
    added: ["a/b.ts"],
    changed: [],
    removed: [],
  });
});

it("takes a folder in a file's place for a changed file", async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "a.ts"));
  expect(await compare(folder, [{ path: "a.ts", text: "" }])).toMatchObject({ changed: ["a.ts"] });
});

it.each([
  [{ added: [], changed: [], removed: [] }, true],
  [{ added: ["a"], changed: [], removed: [] }, false],
  [{ added: [], changed: ["a"], removed: [] }, false],
  [{ added: [], changed: [], removed: ["a"] }, false],
])("%j is the same: %s", (difference, same) => {
  expect(isSame(difference)).toBe(same);
});
