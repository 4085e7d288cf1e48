import { hash } from "node:crypto";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  provenanceOf,
  withManifest,
  writtenEarlier,
} from "../../../generator/emit/disk/manifest.js";
import { temporaryFolder } from "../../temporary-folder.js";
import { manifestOf, plant, type Tree } from "../tree.js";

it("lists every file in order, with its digest", () => {
  const files = [
    { path: "src/b.ts", text: "b" },
    { path: "a.md", text: "a" },
  ];
  expect(withManifest(files, { generator: "1.0.0", document: "0f" })).toEqual([
    ...files,
    {
      path: ".sdkwright.json",
      text: `{
  "generator": "1.0.0",
  "document": "0f",
  "files": {
    "a.md": "ypeBEsobvcr6wjGzmiPcTaeG7_gUfE5yuYB3ha_uSLs",
    "src/b.ts": "PiPoFgA5WUoziU9lZOGxNIu9egCI1CxKy3PurtWcAJ0"
  }
}
`,
    },
  ]);
});

/** What of a folder a manifest that lists these files makes ours. */
function ours(folder: string, listed: Tree): string[] {
  plant(folder, manifestOf(listed));
  const { paths, isOurs } = writtenEarlier(folder);
  return paths.filter(isOurs);
}

describe("of what a manifest lists, sdkwright owns", () => {
  it("files with unchanged content, and the manifest", () => {
    const folder = plant(temporaryFolder(), { "a.md": "a", "b.md": "changed", "d.md": "d" });
    const listed = { "a.md": "a", "b.md": "b", "c.md": "c" };
    expect(ours(folder, listed)).toEqual([".sdkwright.json", "a.md"]);
  });

  it("files that git wrote with other line ends", () => {
    const folder = plant(temporaryFolder(), { "a.md": "a\r\nb\r\n" });
    expect(ours(folder, { "a.md": "a\nb\n" })).toContain("a.md");
  });

  it("the hidden files that a package has", () => {
    const files = {
      ".gitignore": "a",
      "docs/.vitepress/a.ts": "b",
      ".github/workflows/docs.yml": "c",
      ".github/workflows/release.yml": "c",
    };
    const folder = plant(temporaryFolder(), files);
    expect(ours(folder, files)).toEqual([".sdkwright.json", ...Object.keys(files)]);
  });

  it("no file that a run never writes, even if its content is as listed", () => {
    const files = {
      ".env": "",
      ".git/HEAD": "ref: refs/heads/main\n",
      ".GIT/config": "",
      "sub/.git/HEAD": "",
      ".github/workflows/ci.yml": "",
      ".npmrc": "",
      "node_modules/a/index.js": "",
      "docs/node_modules/a.js": "",
    };
    expect(ours(plant(temporaryFolder(), files), files)).toEqual([".sdkwright.json"]);
  });

  it("nothing outside of the folder, and no target of a link", () => {
    const parent = plant(temporaryFolder(), { "victim.md": "v", "deep/victim.md": "v" });
    const folder = join(parent, "out");
    mkdirSync(folder);
    symlinkSync("..", join(folder, "up"));
    symlinkSync("../victim.md", join(folder, "link.md"));
    const paths = ["../victim.md", join(parent, "victim.md"), "a/../../victim.md", "..\\victim.md"];
    const listed = [...paths, "up/victim.md", "up/deep/victim.md", "link.md", "..", ".", "", "\0"];
    expect(ours(folder, Object.fromEntries(listed.map((path) => [path, "v"])))).toEqual([
      ".sdkwright.json",
    ]);
  });

  it("nothing that .sdkwrightignore lists", () => {
    const folder = plant(temporaryFolder(), { "a.md": "a", ...manifestOf({ "a.md": "a" }) });
    const { isOurs, isListed } = writtenEarlier(folder, (path) => path === "a.md");
    expect([isOurs("a.md"), isListed("a.md"), isListed(".sdkwright.json")]).toEqual([
      false,
      false,
      true,
    ]);
  });
});

it.each([['{"files": ["a"]}'], ['{"files": "a"}'], ["[]"], ["null"], ["{"]])(
  "a broken manifest owns nothing, not even itself: %s",
  (text) => {
    const folder = plant(temporaryFolder(), { ".sdkwright.json": text, a: "" });
    const { paths, isOurs } = writtenEarlier(folder);
    expect([paths, isOurs("a"), isOurs(".sdkwright.json")]).toEqual([[], false, false]);
  },
);

it.each([[1], [null], [{}], [[]], ["other"]])("a digest that is %j is none", (digest) => {
  const folder = plant(temporaryFolder(), { a: "" });
  writeFileSync(join(folder, ".sdkwright.json"), JSON.stringify({ files: { a: digest } }));
  expect(writtenEarlier(folder).isOurs("a")).toBe(false);
});

it("a manifest that is a link owns nothing", () => {
  const folder = plant(temporaryFolder(), { a: "" });
  const text = JSON.stringify({ files: { a: hash("sha256", "", "base64url") } });
  writeFileSync(join(folder, "elsewhere.json"), text);
  symlinkSync("elsewhere.json", join(folder, ".sdkwright.json"));
  expect(writtenEarlier(folder).isOurs("a")).toBe(false);
});

it("without a manifest nothing is owned", () => {
  expect(writtenEarlier(temporaryFolder()).paths).toEqual([]);
});

const document = {
  openapi: "3.1.0",
  info: { title: "Pets", version: "1" },
  paths: { "/a": { get: { tags: ["a", "b"] } }, "/b": {} },
};

it("is the digest of the document's content, in any order of its keys", () => {
  const same = {
    paths: { "/b": {}, "/a": { get: { tags: ["a", "b"] } } },
    info: { version: "1", title: "Pets" },
    openapi: "3.1.0",
  };
  expect(provenanceOf(document, "1.2.0")).toEqual({
    generator: "1.2.0",
    document: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(provenanceOf(same, "1.2.0")).toEqual(provenanceOf(document, "1.2.0"));
});

it.each([
  ["another value", { ...document, openapi: "3.1.1" }],
  [
    "another order in a list",
    { ...document, paths: { "/a": { get: { tags: ["b", "a"] } }, "/b": {} } },
  ],
  ["another key", { ...document, paths: { "/a": document.paths["/a"], "/c": {} } }],
  ["a level more", { ...document, paths: { "/a": document.paths["/a"], "/b": { "/b": {} } } }],
])("changes with %s", (_, other) => {
  expect(provenanceOf(other, "1").document).not.toBe(provenanceOf(document, "1").document);
});
