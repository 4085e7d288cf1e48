import { expect, it } from "vitest";
import { provenanceOf } from "../../../generator/emit/disk/provenance.js";

const document = {
  openapi: "3.1.0",
  info: { title: "Pets", version: "1" },
  paths: { "/a": { get: { tags: ["a", "b"] } }, "/b": {} },
};

it("is the digest of what the document says, whatever the order of its keys", () => {
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
