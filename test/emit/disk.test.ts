import {
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { apply, compareWithDisk } from "../../generator/emit/disk.js";
import { OutputError } from "../../generator/emit/output-error.js";
import { temporaryFolder } from "../temporary-folder.js";
import { plant, treeAt } from "./tree.js";

const files = [
  { path: "src/index.ts", text: "export {};\n" },
  { path: "README.md", text: "# Pets\n" },
];
const all = [".sdkwright.json", "README.md", "src/index.ts"];
const same = { added: [], changed: [], removed: [] };

describe("applying", () => {
  it("creates the folder, its parents and a manifest", async () => {
    const folder = join(temporaryFolder(), "a/b/out");
    expect(await apply(folder, files)).toEqual({ ...same, added: all });
    expect(treeAt(folder)).toEqual({ "README.md": "# Pets\n", "src/index.ts": "export {};\n" });
    expect(readFileSync(join(folder, ".sdkwright.json"), "utf8")).toBe(
      '{\n  "files": [\n    ".sdkwright.json",\n    "README.md",\n    "src/index.ts"\n  ]\n}\n',
    );
  });

  it("writes nothing when nothing differs", async () => {
    const folder = join(temporaryFolder(), "out");
    await apply(folder, files);
    const before = statSync(folder);
    expect(await apply(folder, files)).toEqual(same);
    expect(statSync(folder)).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs });
  });

  it("changes what differs, removes what is no longer planned, and keeps the rest", async () => {
    const folder = join(temporaryFolder(), "out");
    await apply(folder, files);
    plant(folder, { "node_modules/x.js": "x", "notes.md": "mine" });
    const later = [
      { path: "README.md", text: "# Cats\n" },
      { path: "docs/a.md", text: "" },
    ];
    expect(await apply(folder, later)).toEqual({
      added: ["docs/a.md"],
      changed: [".sdkwright.json", "README.md"],
      removed: ["src/index.ts"],
    });
    expect(treeAt(folder)).toEqual({
      "README.md": "# Cats\n",
      "docs/a.md": "",
      "node_modules/x.js": "x",
      "notes.md": "mine",
    });
    expect(existsSync(join(folder, "src"))).toBe(false);
  });

  it("first ends what a killed run began", async () => {
    const parent = temporaryFolder();
    plant(join(parent, `.out.sdkwright-${2 ** 30}-00000001.old`), { "notes.md": "mine" });
    expect(await apply(join(parent, "out"), files)).toEqual({ ...same, added: all });
    expect(treeAt(parent)).toEqual({
      "out/README.md": "# Pets\n",
      "out/notes.md": "mine",
      "out/src/index.ts": "export {};\n",
    });
    expect(readdirSync(parent)).toEqual(["out"]);
  });
});

describe("comparing", () => {
  it("tells what applying would change, and writes nothing", async () => {
    const folder = join(temporaryFolder(), "out");
    expect(await compareWithDisk(folder, files)).toEqual({ ...same, added: all });
    expect(existsSync(folder)).toBe(false);
  });

  it("finds nothing after applying, whatever else is in the folder", async () => {
    const folder = join(temporaryFolder(), "out");
    await apply(folder, files);
    plant(folder, { "node_modules/x.js": "x", "src/mine.ts": "" });
    expect(await compareWithDisk(folder, files)).toEqual(same);
  });
});

describe.each([
  ["applying", apply],
  ["comparing", compareWithDisk],
])("%s refuses", (_, act) => {
  it("a path that leaves the folder, before anything is written", async () => {
    const parent = temporaryFolder();
    const escaping = [...files, { path: "../evil.ts", text: "" }];
    await expect(act(join(parent, "out"), escaping)).rejects.toThrow(OutputError);
    expect(readdirSync(parent)).toEqual([]);
  });

  it("a file in the manifest's place", async () => {
    const folder = join(temporaryFolder(), "out");
    const taken = [{ path: ".SDKwright.json", text: "" }];
    await expect(act(folder, taken)).rejects.toThrow(OutputError);
  });

  it("a file, a link, and a folder below a file", async () => {
    const parent = temporaryFolder();
    const file = join(parent, "file");
    writeFileSync(file, "text");
    symlinkSync(parent, join(parent, "link"));
    await expect(act(file, files)).rejects.toThrow(OutputError);
    await expect(act(join(parent, "link"), files)).rejects.toThrow(OutputError);
    await expect(act(join(file, "out"), files)).rejects.toThrow(
      `${join(file, "out")} cannot be written: a file is in the way where a folder should be`,
    );
    expect(readFileSync(file, "utf8")).toBe("text");
  });
});

it("leaves a file of somebody else's that stands where one of ours is to be", async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "a.txt"), "theirs");
  await expect(apply(folder, [{ path: "a.txt", text: "ours" }])).rejects.toThrow(
    `${folder} holds a.txt, which no earlier run wrote: move it away, or choose another folder`,
  );
  expect(readFileSync(join(folder, "a.txt"), "utf8")).toBe("theirs");
});
