import { describe, expect, it } from "vitest";
import { sectionsAbove, titleOf } from "../../generator/model/resources.js";
import type { Json, JsonObject } from "../../generator/read/document/document.js";
import { modelOf } from "./documents.js";

/** Each resource with the paths of its operations. */
function resourcesOf(operations: JsonObject, tags: Json = []) {
  const paths = Object.fromEntries(
    Object.entries(operations).map(([path, operation]) => [path, { get: operation }]),
  );
  return modelOf({ paths, tags }).resources.map(({ path, operations, title, description }) => ({
    name: path.join("."),
    title,
    description,
    paths: operations.map((operation) => operation.path),
  }));
}

describe("an operation belongs to", () => {
  it.each<[name: string, row: { given: JsonObject; name: string; title: string | null }]>([
    [
      "the group of the extension",
      {
        given: { "x-speakeasy-group": "cats", tags: ["Dogs"] },
        name: "cats",
        title: "Dogs",
      },
    ],
    ["its first tag", { given: { tags: ["Dogs", "Cats"] }, name: "Dogs", title: "Dogs" }],
    ["the first word of its path", { given: {}, name: "pets", title: null }],
    [
      "the first word of its path, where its tags are empty",
      { given: { tags: [] }, name: "pets", title: null },
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
    ["/api/v1/pets", "pets"],
    ["/v1beta1/pets", "pets"],
    ["/2018-10-31/layers/{name}", "layers"],
    ["/layers#find=LayerVersion", "layers"],
    ["/services?name=news", "services"],
    ["/v1/{name}", "v1"],
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

describe("a group with a dot", () => {
  it("is reached through the one before the dot, which needs no operations", () => {
    const given = {
      "/a": { "x-speakeasy-group": "shop.pets" },
      "/b": { tags: ["Clerks"] },
      "/c": { "x-speakeasy-group": "shop.pets.food" },
      "/d": { "x-speakeasy-group": "Shop.toys" },
    };
    expect(resourcesOf(given).map(({ name, paths }) => [name, ...paths])).toEqual([
      ["shop"],
      ["shop.pets", "/a"],
      ["shop.pets.food", "/c"],
      ["Shop.toys", "/d"],
      ["Clerks", "/b"],
    ]);
  });

  it("is a child of its resource", () => {
    const paths = { "/a": { get: { "x-speakeasy-group": "shop.pets" } } };
    const [shop, pets] = modelOf({ paths }).resources;
    expect(shop?.inner).toEqual([pets]);
  });

  it.each([
    ["shop.pets", ["shop", "shop.pets"]],
    ["Node.js", ["Node.js"]],
    ["v1.2", ["v1.2"]],
    ["e.g. this", ["e.g. this"]],
  ])("may be a tag: %s", (tag, want) => {
    expect(resourcesOf({ "/a": { tags: [tag] } }).map(({ name }) => name)).toEqual(want);
  });

  it.each([
    ["...", "pets"],
    [".a..b.", "a.b"],
    [["a.b", "c"], "a.b"],
    ["a.b.c.d.e.f.g.h.i.j", "a.b.c.d.e.f.g.h"],
  ])("is read from %j", (group, want) => {
    const names = resourcesOf({ "/pets": { "x-speakeasy-group": group } }).map(({ name }) => name);
    expect(names.at(-1)).toBe(want);
  });
});

describe("the section of a resource", () => {
  it("is the group of its tag", () => {
    const sections = modelOf({
      "x-tagGroups": [{ name: "Living", tags: ["Cats", "Dogs"] }, { tags: ["Toys"] }, null],
      paths: {
        "/a": { get: { tags: ["cats"] } },
        "/b": { get: { "x-speakeasy-group": "hounds", tags: ["Dogs"] } },
        "/c": { get: { tags: ["Toys"] } },
      },
    }).resources.map(({ path: [name], section }) => [name, section]);
    expect(sections).toEqual([
      ["cats", "Living"],
      ["hounds", "Living"],
      ["Toys", null],
    ]);
  });
});

describe("a tag whose name isn't that of a group", () => {
  const tags = [{ name: "Pet Shop", "x-displayName": "The shop", description: "Sells pets." }];

  it("titles and describes the only group of its operations", () => {
    const given = { "/a": { "x-speakeasy-group": "store", tags: ["Pet Shop"] } };
    expect(resourcesOf(given, tags)).toEqual([
      { name: "store", title: "The shop", description: "Sells pets.", paths: ["/a"] },
    ]);
  });

  it("describes each of several", () => {
    const given = {
      "/a": { "x-speakeasy-group": "cats", tags: ["Pet Shop"] },
      "/b": { "x-speakeasy-group": "dogs", tags: ["Pet Shop"] },
    };
    expect(resourcesOf(given, tags)).toEqual([
      { name: "cats", title: null, description: "Sells pets.", paths: ["/a"] },
      { name: "dogs", title: null, description: "Sells pets.", paths: ["/b"] },
    ]);
  });

  it("doesn't apply to a group with other tags", () => {
    const given = {
      "/a": { "x-speakeasy-group": "store", tags: ["Pet Shop"] },
      "/b": { "x-speakeasy-group": "store", tags: ["Toys"] },
    };
    expect(resourcesOf(given, tags)).toEqual([
      { name: "store", title: null, description: null, paths: ["/a", "/b"] },
    ]);
  });
});

describe("the section of a tag", () => {
  it("are the tags above it, and itself if others are below", () => {
    const tags = [
      { name: "living", summary: "Living things" },
      { name: "pets", parent: "living" },
      { name: "cats", parent: "pets" },
      { name: "shop" },
      { name: "lost", parent: "nowhere" },
    ];
    expect(sectionsAbove(tags)).toEqual([
      ["living", "Living things"],
      ["pets", "Living things / pets"],
      ["cats", "Living things / pets"],
    ]);
  });

  it("ends if tags form a cycle", () => {
    const tags = [
      { name: "a", parent: "b" },
      { name: "b", parent: "a" },
    ];
    expect(sectionsAbove(tags)).toEqual([
      ["a", "b / a"],
      ["b", "a / b"],
    ]);
  });
});

it("a tag's title is its summary", () => {
  expect(titleOf({ name: "pets", summary: "Pets" })).toBe("Pets");
});

it("a tag that only marks operations gives no resource", () => {
  const tags = [
    { name: "beta", kind: "badge" },
    { name: "pets", kind: "nav" },
  ];
  const paths = { "/a": { get: { tags: ["beta", "pets"] } } };
  expect(modelOf({ tags, paths }).resources.map(({ path }) => path)).toEqual([["pets"]]);
});
