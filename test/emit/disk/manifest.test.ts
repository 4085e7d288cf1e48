import { expect, it } from "vitest";
import { withManifest, writtenEarlier } from "../../../generator/emit/disk/manifest.js";
import { temporaryFolder } from "../../temporary-folder.js";
import { plant } from "../tree.js";

it("names every file, itself among them, in order", () => {
  const files = [
    { path: "src/b.ts", text: "b" },
    { path: "a.md", text: "a" },
  ];
  expect(withManifest(files, null)).toEqual([
    ...files,
    {
      path: ".sdkwright.json",
      text: '{\n  "files": [\n    ".sdkwright.json",\n    "a.md",\n    "src/b.ts"\n  ]\n}\n',
    },
  ]);
});

it("is read back", async () => {
  const [manifest] = withManifest([{ path: "a.md", text: "" }], {
    generator: "1.0.0",
    document: "0f",
  }).slice(-1);
  const folder = plant(temporaryFolder(), { ".sdkwright.json": manifest?.text ?? "" });
  expect(await writtenEarlier(folder)).toEqual(new Set([".sdkwright.json", "a.md"]));
});

it.each([
  ['{"files": ["a", "../b", "/c", 1, null]}', ["a"]],
  ['{"files": "a"}', []],
  ["[]", []],
  ["null", []],
  ["{", []],
])("claims what it may: %s", async (text, paths) => {
  const folder = plant(temporaryFolder(), { ".sdkwright.json": text });
  expect([...(await writtenEarlier(folder))]).toEqual(paths);
});

it("claims nothing where there is none", async () => {
  expect([...(await writtenEarlier(temporaryFolder()))]).toEqual([]);
});
