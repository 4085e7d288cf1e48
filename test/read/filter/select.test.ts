import { describe, expect, it } from "vitest";
import { type Filter, filterFrom } from "../../../generator/read/filter/filter.js";
import { folderWith, linesOf, readIn } from "../folder.js";

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const answer = (schema: unknown) => ({
  200: { description: "", content: { "application/json": { schema } } },
});

const api = {
  openapi: "3.0.3",
  info: { title: "Pets", version: "1" },
  tags: [{ name: "cats" }, { name: "dogs" }],
  paths: {
    "/cats": {
      get: { operationId: "listCats", tags: ["cats"], responses: answer(ref("Cat")) },
      post: { operationId: "addCat", tags: ["cats"], deprecated: true, responses: {} },
    },
    "/dogs/{id}": {
      get: {
        operationId: "getDog",
        tags: ["dogs"],
        security: [{ key: [] }],
        responses: answer(ref("Dog")),
      },
    },
  },
  components: {
    schemas: {
      Cat: { properties: { friend: ref("Friend") } },
      Dog: { type: "object", discriminator: { propertyName: "kind" } },
      Poodle: { allOf: [ref("Dog")] },
      Friend: { type: "object" },
      Nobody: { type: "object" },
    },
    securitySchemes: { key: { type: "apiKey", name: "k", in: "header" } },
  },
};

function filters(texts: readonly string[]): Filter[] {
  return texts.flatMap((text) => filterFrom(text) ?? []);
}

async function selected(include: readonly string[], exclude: readonly string[], document = api) {
  const folder = folderWith({ "api.json": document });
  const given = { include: filters(include), exclude: filters(exclude) };
  const reading = await readIn(folder, { filters: given });
  const kept = reading.ok ? reading.source.document : {};
  return { kept, lines: linesOf(reading, folder) };
}

/** The operationIds that are left. */
async function left(include: readonly string[], exclude: readonly string[] = []) {
  const { kept } = await selected(include, exclude);
  return [...JSON.stringify(kept).matchAll(/"operationId":"(\w+)"/g)].map(([, id]) => id);
}

describe("operations", () => {
  it.each([
    [["tag:cats"], [], ["listCats", "addCat"]],
    [["tag:c*"], ["deprecated"], ["listCats"]],
    [["path:/dogs/**"], [], ["getDog"]],
    [["path:/dogs"], [], []],
    [["path:/dogs/{id}"], [], ["getDog"]],
    [["operation:*Cat*"], [], ["listCats", "addCat"]],
    [["operation:getDog", "deprecated"], [], ["addCat", "getDog"]],
    [[], ["tag:cats"], ["getDog"]],
  ])("that %j includes and %j doesn't exclude are %j", async (include, exclude, want) => {
    expect(await left(include, exclude)).toEqual(want);
  });
});

describe("what nothing refers to any more is dropped", () => {
  it("of schemas, tags and security schemes", async () => {
    expect((await selected(["tag:cats"], ["deprecated"])).kept).toEqual({
      openapi: "3.1.0",
      info: api.info,
      tags: [{ name: "cats" }],
      paths: { "/cats": { get: api.paths["/cats"].get } },
      components: { schemas: { Cat: api.components.schemas.Cat, Friend: { type: "object" } } },
    });
  });

  it("but not what a discriminator means", async () => {
    const { kept } = await selected(["operation:getDog"], []);
    expect(kept["components"]).toMatchObject({
      schemas: { Dog: { type: "object" }, Poodle: { allOf: [ref("Dog")] } },
      securitySchemes: api.components.securitySchemes,
    });
    expect(kept).not.toHaveProperty("components.schemas.Cat");
  });
});

it("an operation that others refer into is kept, with a warning", async () => {
  const shared = { $ref: "#/paths/~1cats/get/responses/200" };
  const parameters = [{ name: "id", in: "path", required: true, schema: { type: "string" } }];
  const dogs = { get: { tags: ["dogs"], parameters, responses: { 200: shared } } };
  const document = { ...api, paths: { ...api.paths, "/dogs/{id}": dogs } } as unknown as typeof api;
  const { kept, lines } = await selected(["tag:dogs"], [], document);
  expect(kept["paths"]).toHaveProperty(["/cats", "get"]);
  expect(lines).toEqual([
    expect.stringMatching(
      /warning this operation is kept although a filter excludes it: others refer to parts/,
    ),
  ]);
});

describe("a filter that matches nothing", () => {
  it.each([
    [["tag:cats", "tag:birds"], [], '"tag:birds": correct or remove it'],
    [["tag:Cat"], [], '"tag:Cat": did you mean "tag:cats"?'],
    [["tag:cats"], ["operation:getDgo"], '"operation:getDgo": did you mean "operation:getDog"?'],
    [["path:/cat"], [], '"path:/cat": did you mean "path:/cats"?'],
  ])("is an error: %j without %j", async (include, exclude, message) => {
    const { lines } = await selected(include, exclude);
    expect(lines).toEqual([`api.json:1:1 error no operation matches the filter ${message}`]);
  });

  it("is fine if it excludes deprecated operations, which may come later", async () => {
    const paths = { "/dogs/{id}": api.paths["/dogs/{id}"] };
    // Only one of its paths is left.
    const document = { ...api, paths } as unknown as typeof api;
    expect((await selected([], ["deprecated"], document)).lines).toEqual([
      expect.not.stringContaining("filter"),
    ]);
    expect((await selected(["deprecated"], [], document)).lines).toEqual([
      'api.json:1:1 error no operation matches the filter "deprecated": correct or remove it',
    ]);
  });
});
