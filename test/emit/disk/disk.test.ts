import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  apply,
  compareWithDisk,
  refuseUserFile,
  writeSingleFile,
} from "../../../generator/emit/disk/disk.js";
import { OutputError } from "../../../generator/emit/disk/output-error.js";
import { backupFolder } from "../../../generator/emit/disk/temp-folders.js";
import { temporaryFolder } from "../../temporary-folder.js";
import { plant, treeAt } from "../tree.js";

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
      `{
  "files": {
    "README.md": "qb82vW3dHbgZutxbg2aAlaKiFVVnUGd17wo3fktU8LE",
    "src/index.ts": "jmCbtxwguFjHfw6fkLsTGduEd7E_n5ZfGh4YUkv1CIE"
  }
}
`,
    );
  });

  it("writes nothing when nothing differs", async () => {
    const folder = join(temporaryFolder(), "out");
    await apply(folder, files);
    const before = statSync(folder);
    expect(await apply(folder, files)).toEqual(same);
    expect(statSync(folder)).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs });
  });

  it("changes files that differ, removes files that are no longer planned, and keeps the rest", async () => {
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

  it("first completes what a killed run began", async () => {
    const parent = temporaryFolder();
    const folder = plant(join(parent, "out"), { "notes.md": "mine" });
    renameSync(folder, backupFolder(folder));
    const notes: string[] = [];
    const note = (line: string) => notes.push(line);
    expect(await apply(folder, files, { note })).toEqual({ ...same, added: all });
    expect(notes).toEqual([
      `a run was killed while it replaced ${folder}: the earlier output was restored`,
    ]);
    expect(treeAt(parent)).toEqual({
      "out/README.md": "# Pets\n",
      "out/notes.md": "mine",
      "out/src/index.ts": "export {};\n",
    });
    expect(readdirSync(parent)).toEqual(["out"]);
  });
});

describe("comparing", () => {
  it("reports what applying would change, and writes nothing", async () => {
    const folder = join(temporaryFolder(), "out");
    expect(await compareWithDisk(folder, files)).toEqual({ ...same, added: all });
    expect(existsSync(folder)).toBe(false);
  });

  it("finds nothing after applying, even among other files", async () => {
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
      `${join(file, "out")} can't be written: a file is in the way where a folder should be`,
    );
    expect(readFileSync(file, "utf8")).toBe("text");
  });
});

it("keeps a user's file in the place of an output file", async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "a.txt"), "theirs");
  await expect(apply(folder, [{ path: "a.txt", text: "ours" }])).rejects.toThrow(
    `${folder} contains a.txt, which sdkwright didn't write: move it away, choose another folder, or overwrite it with --force`,
  );
  expect(readFileSync(join(folder, "a.txt"), "utf8")).toBe("theirs");
});

it("replaces it with `isForced`", async () => {
  const folder = plant(temporaryFolder(), { "a.txt": "theirs", "b.txt": "theirs" });
  await apply(folder, [{ path: "a.txt", text: "ours" }], { isForced: true });
  expect(treeAt(folder)).toEqual({ "a.txt": "ours", "b.txt": "theirs" });
});

describe("a file that .sdkwrightignore lists", () => {
  it("isn't written, changed or removed, and is no difference", async () => {
    const folder = join(temporaryFolder(), "out");
    await apply(folder, [...files, { path: "old.md", text: "ours" }]);
    const kept = { ".sdkwrightignore": "README.md\nold.md\nnew.md\n", "README.md": "mine" };
    plant(folder, kept);
    const later = [...files, { path: "new.md", text: "ours" }];
    const want = { ...same, changed: [".sdkwright.json"] };
    expect(await compareWithDisk(folder, later)).toEqual(want);
    expect(await apply(folder, later)).toEqual(want);
    expect(treeAt(folder)).toEqual({ ...kept, "old.md": "ours", "src/index.ts": "export {};\n" });
    expect(await compareWithDisk(folder, later)).toEqual(same);
  });

  it("is not overwritten when it is no longer listed", async () => {
    const folder = join(temporaryFolder(), "out");
    plant(folder, { ".sdkwrightignore": "README.md", "README.md": "mine" });
    await apply(folder, files);
    plant(folder, { ".sdkwrightignore": "" });
    await expect(apply(folder, files)).rejects.toThrow("README.md, which sdkwright didn't write");
  });
});

describe("a symbolic link in the folder", () => {
  it("is never written through: in a folder's place it is refused", async () => {
    const elsewhere = temporaryFolder();
    const folder = temporaryFolder();
    symlinkSync(elsewhere, join(folder, "src"));
    await expect(apply(folder, files, { isForced: true })).rejects.toThrow(
      `${join(folder, "src")} is in the way`,
    );
    expect(readdirSync(elsewhere)).toEqual([]);
  });

  it("is treated as an edit of the file that it replaces, and its target is kept", async () => {
    const elsewhere = plant(temporaryFolder(), { "secret.md": "secret" });
    const folder = join(temporaryFolder(), "out");
    await apply(folder, files);
    rmSync(join(folder, "README.md"));
    symlinkSync(join(elsewhere, "secret.md"), join(folder, "README.md"));
    await expect(apply(folder, files)).rejects.toThrow("README.md, which was edited since");
    await apply(folder, files, { isForced: true });
    expect(treeAt(folder)["README.md"]).toBe("# Pets\n");
    expect(treeAt(elsewhere)).toEqual({ "secret.md": "secret" });
  });
});

it("keeps a file that was edited since a run wrote it, unless it is forced", async () => {
  const folder = join(temporaryFolder(), "out");
  await apply(folder, [...files, { path: "old.md", text: "ours" }]);
  plant(folder, { "old.md": "mine" });
  await apply(folder, files);
  expect(treeAt(folder)).toMatchObject({ "old.md": "mine" });
  plant(folder, { "README.md": "mine" });
  await expect(apply(folder, files)).rejects.toThrow(
    `${folder} contains README.md, which was edited since sdkwright wrote it: list it in .sdkwrightignore to keep it, or overwrite it with --force`,
  );
  await apply(folder, files, { isForced: true });
  expect(treeAt(folder)["README.md"]).toBe("# Pets\n");
});

it("lets runs take turns", async () => {
  const folder = plant(join(temporaryFolder(), "out"), { "notes.md": "mine" });
  const runs = [1, 2, 3, 4, 5].map((run) => apply(folder, [{ path: `${run}.ts`, text: "" }]));
  await Promise.all(runs);
  const tree = Object.keys(treeAt(folder));
  expect(tree).toHaveLength(2);
  expect(tree).toContain("notes.md");
});

const path = () => join(temporaryFolder(), "a.json");
const isOurs = (text: string) => text === "ours";

it("a file that a run wrote may be replaced, and a new one be made", () => {
  const file = path();
  expect(() => refuseUserFile(file, isOurs)).not.toThrow();
  writeSingleFile(file, "ours");
  expect(() => refuseUserFile(file, isOurs)).not.toThrow();
  writeSingleFile(file, "ours too");
  expect(readFileSync(file, "utf8")).toBe("ours too");
  expect(readdirSync(dirname(file))).toEqual(["a.json"]);
});

it.each<[what: string, make: (file: string) => void, message: string]>([
  [
    "a file that sdkwright didn't write",
    (file) => writeFileSync(file, "mine"),
    "is a file that sdkwright didn't write",
  ],
  ["a folder", (file) => mkdirSync(file), "isn't a regular file"],
  ["a link", (file) => symlinkSync("/nowhere", file), "isn't a regular file"],
])("%s may not be replaced", (_, make, message) => {
  const file = path();
  make(file);
  expect(() => refuseUserFile(file, isOurs)).toThrow(OutputError);
  expect(() => refuseUserFile(file, isOurs)).toThrow(`${file} ${message}`);
});

it("a link is never written through", () => {
  const file = path();
  const elsewhere = path();
  writeFileSync(elsewhere, "mine");
  symlinkSync(elsewhere, file);
  writeSingleFile(file, "ours");
  expect([readFileSync(elsewhere, "utf8"), readFileSync(file, "utf8")]).toEqual(["mine", "ours"]);
});

it("a failed write is reported in one line", () => {
  const file = join(path(), "in", "nothing");
  expect(() => writeSingleFile(file, "")).toThrow(OutputError);
});
