import { spawn } from "node:child_process";
import { chmodSync, existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout } from "node:timers/promises";
import { expect, it, onTestFinished } from "vitest";
import { outputFolder } from "../../../generator/emit/disk/folder.js";
import { withManifest } from "../../../generator/emit/disk/manifest.js";
import { replace } from "../../../generator/emit/disk/replace.js";
import { temporaryFolder } from "../../temporary-folder.js";
import { manifestOf, plant, treeAt } from "../tree.js";

const unforced = { isForced: false, isKept: () => false, isLocked: () => true };

it("keeps users' files and drops those of an earlier run", async () => {
  const parent = temporaryFolder();
  const folder = plant(join(parent, "out"), {
    "a.ts": "old",
    "src/gone.ts": "old",
    "src/mine.ts": "mine",
    "dist/a.js": "built",
    ".git/HEAD": "ref",
    ...manifestOf({ "a.ts": "old", "src/gone.ts": "old" }),
  });
  replace(
    await outputFolder(folder),
    [
      { path: "a.ts", text: "new" },
      { path: "docs/b.md", text: "ü\r\n" },
    ],
    unforced,
  );
  expect(treeAt(folder)).toEqual({
    ".git/HEAD": "ref",
    "a.ts": "new",
    "dist/a.js": "built",
    "docs/b.md": "ü\r\n",
    "src/mine.ts": "mine",
  });
  expect(readdirSync(parent)).toEqual(["out"]);
});

it("moves users' files, and copies nothing", async () => {
  const folder = plant(join(temporaryFolder(), "out"), { "node_modules/x.js": "x" });
  const { ino } = statSync(join(folder, "node_modules"));
  replace(await outputFolder(folder), [{ path: "a.ts", text: "new" }], unforced);
  expect(statSync(join(folder, "node_modules")).ino).toBe(ino);
});

it("keeps the permissions of the folder", async () => {
  const folder = plant(join(temporaryFolder(), "out"), {});
  chmodSync(folder, 0o700);
  replace(await outputFolder(folder), [{ path: "a.ts", text: "new" }], unforced);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
});

it.each<readonly [string, string, Partial<typeof unforced>, RegExp]>([
  ["the new tree can't be built", `${"x".repeat(300)}.ts`, {}, /ENAMETOOLONG/],
  ["a folder of the user's is where a file is to be", "docs", {}, /docs\/mine\.md is in the way/],
  [
    "a file of the user's is found in the place of a new one",
    "mine.md",
    {},
    /contains mine\.md, which sdkwright didn't write/,
  ],
  [
    "a file was edited since a run wrote it",
    "edited.md",
    {},
    /contains edited\.md, which was edited since/,
  ],
  [
    "another run took the folder over",
    "b.ts",
    { isLocked: () => false },
    /being written by another run/,
  ],
])("leaves everything as it was if %s", async (_, path, replacing, message) => {
  const parent = temporaryFolder();
  const before = { "a.ts": "old", "docs/mine.md": "mine", "edited.md": "mine", "mine.md": "mine" };
  const ours = manifestOf({ "a.ts": "old", "docs/page.md": "old", "edited.md": "old" });
  const folder = await outputFolder(plant(join(parent, "out"), { ...before, ...ours }));
  const files = ["a.ts", path].map((each) => ({ path: each, text: "new" }));
  expect(() => replace(folder, files, { ...unforced, ...replacing })).toThrow(message);
  expect(treeAt(join(parent, "out"))).toEqual(before);
  expect(readdirSync(parent)).toEqual(["out"]);
});

it("replaces a user's file with --force", async () => {
  const folder = plant(join(temporaryFolder(), "out"), { "mine.md": "mine" });
  const files = [{ path: "mine.md", text: "new" }];
  replace(await outputFolder(folder), files, { ...unforced, isForced: true });
  expect(treeAt(folder)).toEqual({ "mine.md": "new" });
});

it("moves what is saved into the old folder after the swap, until the folder is gone", async () => {
  const parent = temporaryFolder();
  const ours = { "a.ts": "old", "notes/page.md": "old" };
  const folder = plant(join(parent, "out"), { ...ours, ...manifestOf(ours) });
  const onReplaced = () => {
    const [backup = ""] = readdirSync(parent).filter((name) => name.endsWith(".old"));
    plant(join(parent, backup), { "late.md": "mine", "notes/late.md": "mine" });
  };
  replace(await outputFolder(folder), [{ path: "a.ts", text: "new" }], {
    ...unforced,
    onReplaced,
  });
  expect(treeAt(folder)).toEqual({ "a.ts": "new", "late.md": "mine", "notes/late.md": "mine" });
  expect(readdirSync(parent)).toEqual(["out"]);
});

it("restores the old folder if what follows the swap fails", async () => {
  const parent = temporaryFolder();
  const ours = { "a.ts": "old" };
  const folder = plant(join(parent, "out"), { ...ours, "mine.md": "mine", ...manifestOf(ours) });
  const onReplaced = () => {
    throw new Error("no space");
  };
  const files = [{ path: "a.ts", text: "new" }];
  const found = await outputFolder(folder);
  expect(() => replace(found, files, { ...unforced, onReplaced })).toThrow("no space");
  expect(treeAt(folder)).toEqual({ ...ours, "mine.md": "mine" });
  expect(readdirSync(parent)).toEqual(["out"]);
});

/** Saves two files after the other into `out` until it is told to end, and prints how often it did. */
const saving = `
  const { writeFileSync } = require("node:fs");
  let [count, isOver] = [0, false];
  process.stdin.on("end", () => { isOver = true; }).resume();
  const save = () => {
    try {
      writeFileSync("out/notes/" + count + ".md", "");
      writeFileSync("out/" + count + ".md", "");
      count += 1;
    } catch {
      // Between the two renames there is no folder to save into.
    }
    if (isOver) process.stdout.write(String(count), () => process.exit());
    else setImmediate(save);
  };
  save();
`;

it("loses no file that is saved into the folder meanwhile", async () => {
  const parent = temporaryFolder();
  const folder = plant(join(parent, "out"), { "notes/own.md": "" });
  const child = spawn(process.execPath, ["-e", saving], { cwd: parent });
  onTestFinished(() => void child.kill());
  const { stdin, stdout } = child;
  const saved = text(stdout);
  while (!existsSync(join(folder, "0.md"))) await setTimeout(5);
  for (let run = 1; run <= 20; run += 1) {
    const files = withManifest([{ path: "a.ts", text: `${run}` }], null);
    replace(await outputFolder(folder), files, unforced);
    await setTimeout(5);
  }
  stdin.end();
  const indices = Array.from({ length: Number(await saved) }, (_, index) => index);
  const found = new Set(Object.keys(treeAt(folder)));
  expect(indices.length).toBeGreaterThan(0);
  expect(indices.filter((index) => !found.has(`${index}.md`))).toEqual([]);
  expect(indices.filter((index) => !found.has(`notes/${index}.md`))).toEqual([]);
});
