import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../generator/read/document.js";
import { modelOf } from "./documents.js";

/** Each resource with the paths of its operations. */
function resourcesOf(operations: JsonObject, tags: Json = []) {
  const paths = Object.fromEntries(
    Object.entries(operations).map(([path, operation]) => [path, { get: operation }]),
  );
  return modelOf({ paths, tags }).resources.map(({ operations, ...resource }) => ({
    ...resource,
    paths: operations.map(({ path }) => path),
  }));
}

describe("an operation belongs to", () => {
  it.each<[name: string, row: { given: JsonObject; name: string; title: string }]>([
    [
      "the group of the extension",
      {
        given: { "x-speakeasy-group": "cats", tags: ["Dogs"] },
        name: "cats",
        title: "cats",
      },
    ],
    ["its first tag", { given: { tags: ["Dogs", "Cats"] }, name: "Dogs", title: "Dogs" }],
    ["the first word of its path", { given: {}, name: "pets", title: "pets" }],
    [
      "the first word of its path, where its tags are empty",
      { given: { tags: [] }, name: "pets", title: "pets" },
    ],
    [
      "the tag that has the words of its group",
      {
        given: { "x-speakeasy-group": "petShop", tags: ["Pet Shop"] },
        name: "petShop",
        title: "Pet Shop",
      },
    ],
  ])("%s", (_, { given, name, title }) => {
    expect(resourcesOf({ "/{id}/pets": given })).toEqual([
      { name, title, description: null, paths: ["/{id}/pets"] },
    ]);
  });

  it.each([
    ["/", "api"],
    ["/{id}", "api"],
    ["/{id}/{name}", "api"],
    ["//pets", "pets"],
    ["/pet-shops/{id}", "pet-shops"],
    ["/.well-known/keys", "keys"],
  ])("what the path %s says, %s", (path, want) => {
    expect(resourcesOf({ [path]: {} })[0]?.name).toBe(want);
  });
});

describe("resources", () => {
  it("gather their operations, in the document's order", () => {
    const given = {
      "/a": { tags: ["Cats"] },
      "/b": { tags: ["Dogs"] },
      "/c": { tags: ["Cats", "Dogs"] },
      "/d": { "x-speakeasy-group": "Dogs" },
    };
    expect(resourcesOf(given)).toEqual([
      { name: "Cats", title: "Cats", description: null, paths: ["/a", "/c"] },
      { name: "Dogs", title: "Dogs", description: null, paths: ["/b", "/d"] },
    ]);
  });

  it.each([
    ["Cats", "cats"],
    ["Pet Shop", "pet-shop"],
    ["petShop", "PetShop"],
  ])("called %s and %s are one", (first, second) => {
    const given = { "/a": { tags: [first] }, "/b": { tags: [second] } };
    expect(resourcesOf(given)).toEqual([
      { name: first, title: first, description: null, paths: ["/a", "/b"] },
    ]);
  });

  it.each([
    ["\u6771\u4eac", "\u4eac\u90fd"],
    ["+", "-"],
    ["v1", "v2"],
  ])("called %s and %s are two", (first, second) => {
    const given = { "/a": { tags: [first] }, "/b": { tags: [second] } };
    expect(resourcesOf(given).map(({ name }) => name)).toEqual([first, second]);
  });

  it("have the description of their tag", () => {
    const tags = [{ name: "Dogs" }, { name: "Cats", description: "Purr." }, { description: "-" }];
    const given = { "/a": { tags: ["Cats"] }, "/b": { tags: ["Dogs"] } };
    expect(resourcesOf(given, tags)).toEqual([
      { name: "Cats", title: "Cats", description: "Purr.", paths: ["/a"] },
      { name: "Dogs", title: "Dogs", description: null, paths: ["/b"] },
    ]);
  });

  it("take their title from the tag of the same words, and its description", () => {
    const tags = [{ name: "Pet Shop", description: "Sells pets." }];
    const given = { "/a": { "x-speakeasy-group": "petShop" }, "/b": { tags: ["pet-shop"] } };
    expect(resourcesOf(given, tags)).toEqual([
      { name: "petShop", title: "Pet Shop", description: "Sells pets.", paths: ["/a", "/b"] },
    ]);
  });
});
