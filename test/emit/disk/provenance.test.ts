import { expect, it } from "vitest";
import { withManifest } from "../../../generator/emit/disk/manifest.js";
import {
  provenanceOf,
  withoutProvenance,
  withProvenance,
} from "../../../generator/emit/disk/provenance.js";

const document = {
  openapi: "3.1.0",
  info: { title: "Pets", version: "1" },
  paths: { "/a": { get: { tags: ["a", "b"] } }, "/b": {} },
};

it("is of what the document says, in whatever order its keys stand", () => {
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
])("is another one with %s", (_, other) => {
  expect(provenanceOf(other, "1").document).not.toBe(provenanceOf(document, "1").document);
});

it("stands in every file that can hold a comment, as its kind writes one", () => {
  const files = ["src/a.ts", "docs/a.md", ".gitignore", "package.json"].map((path) => ({
    path,
    text: "it\n",
  }));
  const provenance = { generator: "1.2.0", document: "0123456789abcdef" };
  const line = "Emitted by sdkwright 1.2.0 from document 0123456789ab.";
  expect(withProvenance(files, provenance).map(({ text }) => text)).toEqual([
    `// ${line} What is written here is lost at the next run.\n\nit\n`,
    `it\n\n<!-- ${line} -->\n`,
    `# ${line}\nit\n`,
    "it\n",
  ]);
});

it("is all that tells the files of two documents of one API apart", () => {
  const files = ["src/a.ts", "docs/a.md", ".gitignore", "package.json"].map((path) => ({
    path,
    text: "it\n",
  }));
  const [one, other] = ["0", "1"].map((digit) => {
    const provenance = { generator: `1.${digit}.0`, document: digit.repeat(64) };
    return withManifest(withProvenance(files, provenance), provenance).map(({ text }) => text);
  });
  expect(one).not.toEqual(other);
  expect(one?.map(withoutProvenance)).toEqual(other?.map(withoutProvenance));
});
