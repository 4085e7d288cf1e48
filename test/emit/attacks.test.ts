import { execFileSync } from "node:child_process";
import { lstatSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { apply } from "../../generator/emit/disk/disk.js";
import { sdkwright } from "../command.js";
import { temporaryFolder } from "../temporary-folder.js";
import { manifestOf, plant, type Tree, treeAt } from "./tree.js";

const pets = `openapi: 3.1.0
info: { title: Pets, version: 1.2.0 }
paths:
  /pets: { get: { operationId: listPets, responses: { "200": { description: All. } } } }
`;

const theirs: Tree = { "victim.md": "theirs", "deep/victim.md": "theirs" };

/** A folder with a document, and another user's folder beside it. */
function place(): { readonly parent: string; readonly out: string; readonly elsewhere: string } {
  const parent = temporaryFolder();
  writeFileSync(join(parent, "api.yaml"), pets);
  const elsewhere = plant(join(parent, "elsewhere"), theirs);
  return { parent, out: join(parent, "out"), elsewhere };
}

function generate(parent: string, ...more: readonly string[]) {
  return sdkwright(parent, ["generate", "api.yaml", "--output", "out", ...more]);
}

const planned = [
  { path: "README.md", text: "# Pets" },
  { path: "docs/a.md", text: "A" },
];

describe("a manifest that sdkwright didn't write", () => {
  it("deletes and replaces no hidden files, and none whose content differs from its record", async () => {
    const { out } = place();
    const users = {
      ".env": "SECRET=1",
      ".git/HEAD": "ref: refs/heads/main\n",
      ".npmrc": "",
      "notes.md": "mine",
      "src/own.ts": "mine",
    };
    const guessed = { ".env": "SECRET=1", ".git/HEAD": "ref: refs/heads/main\n", ".npmrc": "" };
    plant(out, { ...users, ...manifestOf({ ...guessed, "notes.md": "", "src/own.ts": "" }) });
    await apply(out, planned);
    expect(treeAt(out)).toEqual({ ...users, "README.md": "# Pets", "docs/a.md": "A" });
  });

  it("has no names that Windows takes for others", async () => {
    const { out } = place();
    const users = {
      "GIT~1/HEAD": "known",
      "NODE_M~1/a.js": "known",
      "notes.md:stream": "known",
      "src./own.ts": "known",
      "own.ts ": "known",
    };
    plant(out, { ...users, ...manifestOf(users) });
    await apply(out, planned);
    expect(treeAt(out)).toEqual({ ...users, "README.md": "# Pets", "docs/a.md": "A" });
  });

  it("deletes nothing outside of the folder", async () => {
    const { out, elsewhere } = place();
    const paths = [
      ...["../elsewhere/victim.md", join(elsewhere, "victim.md"), "a/../../elsewhere/victim.md"],
      ...[
        "./../elsewhere/victim.md",
        "..\\elsewhere\\victim.md",
        "..",
        ".",
        "",
        "/",
        "../elsewhere",
      ],
      ...["link/victim.md", "link/deep/victim.md", "src/link/victim.md", "file.md", "\u0000"],
    ];
    plant(out, {
      ...manifestOf(Object.fromEntries(paths.map((path) => [path, "theirs"]))),
      "src/mine.ts": "mine",
    });
    symlinkSync(elsewhere, join(out, "link"));
    symlinkSync(elsewhere, join(out, "src/link"));
    symlinkSync(join(elsewhere, "victim.md"), join(out, "file.md"));
    await apply(out, planned);
    expect(treeAt(elsewhere)).toEqual(theirs);
    expect(readFileSync(join(out, "src/mine.ts"), "utf8")).toBe("mine");
    expect(lstatSync(join(out, "link")).isSymbolicLink()).toBe(true);
    // A run never writes a link.
    expect(lstatSync(join(out, "file.md")).isSymbolicLink()).toBe(true);
  });

  it("replaces no link, and overwrites no target of one", async () => {
    const { out, elsewhere } = place();
    plant(out, manifestOf({ "README.md": "theirs", docs: "theirs" }));
    symlinkSync(join(elsewhere, "victim.md"), join(out, "README.md"));
    await expect(apply(out, planned)).rejects.toThrow("README.md, which was edited since");
    await apply(out, planned, { isForced: true });
    expect(treeAt(elsewhere)).toEqual(theirs);
    expect(lstatSync(join(out, "README.md")).isFile()).toBe(true);
    rmSync(join(out, "docs"), { recursive: true });
    symlinkSync(join(elsewhere, "deep"), join(out, "docs"));
    await expect(apply(out, planned, { isForced: true })).rejects.toThrow("docs is in the way");
    expect(treeAt(elsewhere)).toEqual(theirs);
  });

  it("isn't written through if it is a link", async () => {
    const { out, elsewhere } = place();
    plant(out, {});
    writeFileSync(join(elsewhere, "manifest.json"), '{"files":{}}');
    symlinkSync(join(elsewhere, "manifest.json"), join(out, ".sdkwright.json"));
    await expect(apply(out, planned)).rejects.toThrow(
      ".sdkwright.json, which sdkwright didn't write",
    );
    await apply(out, planned, { isForced: true });
    expect(readFileSync(join(elsewhere, "manifest.json"), "utf8")).toBe('{"files":{}}');
  });

  it.each([".sdkwright.json", ".sdkwrightignore", "README.md", "docs/a.md"])(
    "blocks no run where %s is a pipe",
    async (path) => {
      const { out } = place();
      plant(out, { "docs/mine.md": "mine" });
      execFileSync("mkfifo", [join(out, path)]);
      await expect(apply(out, planned)).rejects.toThrow(`${path}`);
      expect(treeAt(out)).toEqual({ "docs/mine.md": "mine" });
    },
  );
});

describe("a link next to the folder with the name of a killed run's leftover", () => {
  it.each([
    ["the old output", "old"],
    ["a new one", "new"],
  ])("as %s leads to nothing that is moved or deleted", async (_, kind) => {
    const { parent, out, elsewhere } = place();
    expect(await generate(parent)).toMatchObject({ code: 0 });
    const before = treeAt(out);
    symlinkSync(elsewhere, join(parent, `.out.sdkwright-${2 ** 30}-00000001.${kind}`));
    expect(await generate(parent)).toMatchObject({ code: 0, stderr: "" });
    expect(treeAt(elsewhere)).toEqual(theirs);
    expect(treeAt(out)).toEqual(before);
  });

  it("isn't taken for the output if there is none", async () => {
    const { parent, out, elsewhere } = place();
    symlinkSync(elsewhere, join(parent, `.out.sdkwright-${2 ** 30}-00000001.old`));
    expect(await generate(parent)).toMatchObject({
      code: 0,
      stderr: expect.stringContaining("no run created it: check its content, then remove it\n"),
    });
    expect(treeAt(elsewhere)).toEqual(theirs);
    expect(lstatSync(out).isDirectory()).toBe(true);
  });

  it("isn't written through as a lock", async () => {
    const { parent, elsewhere } = place();
    symlinkSync(join(elsewhere, "victim.md"), join(parent, ".out.sdkwright-lock"));
    await expect(apply(join(parent, "out"), planned)).rejects.toThrow("another run is writing");
    expect(treeAt(elsewhere)).toEqual(theirs);
  });
});

describe("a user's file in the folder", () => {
  it("isn't overwritten: the run is refused, and nothing else is written", async () => {
    const { parent, out } = place();
    plant(out, { "README.md": "mine" });
    expect(await generate(parent)).toEqual({
      code: 1,
      stdout: "",
      stderr:
        "sdkwright: out contains README.md, which sdkwright didn't write: move it away, choose another folder, or overwrite it with --force\n",
    });
    expect(treeAt(out)).toEqual({ "README.md": "mine" });
    expect(readdirSync(parent).sort()).toEqual(["api.yaml", "elsewhere", "out"]);
    expect(await generate(parent, "--force")).toMatchObject({ code: 0 });
    expect(treeAt(out)["README.md"]).not.toBe("mine");
  });

  it("stays if .sdkwrightignore lists it, even with --force", async () => {
    const { parent, out } = place();
    expect(await generate(parent)).toMatchObject({ code: 0 });
    plant(out, { ".sdkwrightignore": "README.md\n", "README.md": "mine" });
    writeFileSync(join(parent, "api.yaml"), pets.replaceAll("pets", "cats"));
    expect(await generate(parent, "--force")).toMatchObject({ code: 0 });
    expect(treeAt(out)["README.md"]).toBe("mine");
    expect(treeAt(out)[".sdkwrightignore"]).toBe("README.md\n");
  });

  it("stays when files of an earlier run are removed", async () => {
    const { parent, out } = place();
    expect(await generate(parent)).toMatchObject({ code: 0 });
    plant(out, { "src/operations/mine.ts": "mine" });
    const before = Object.keys(treeAt(out));
    writeFileSync(
      join(parent, "api.yaml"),
      pets
        .replaceAll("/pets", "/cats")
        .replace("get:", "put:")
        .replace("operationId: listPets, ", "tags: [other], "),
    );
    expect(await generate(parent)).toMatchObject({ code: 0 });
    const after = treeAt(out);
    expect(after["src/operations/mine.ts"]).toBe("mine");
    expect(before.filter((path) => !(path in after)).length).toBeGreaterThan(0);
  });
});
