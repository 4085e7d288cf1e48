import { createServer } from "node:http";
import { describe, expect, it, onTestFinished } from "vitest";
import { read } from "../../../generator/read/read.js";
import { folderWith, linesOf, readIn } from "../folder.js";

const info = { title: "Pets", version: "1" };

/** A document of 3.1 whose one answer is this schema, with components and other files. */
async function joined(
  schema: unknown,
  components: unknown,
  files: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  const content = { "application/json": { schema } };
  const paths = { "/pets": { get: { responses: { 200: { description: "", content } } } } };
  const folder = folderWith({
    "api.json": { openapi: "3.1.0", info, paths, ...(components ? { components } : {}) },
    ...files,
  });
  const reading = await readIn(folder);
  return reading.ok ? reading.source.document : linesOf(reading, folder);
}

function answers(schema: unknown): unknown {
  return {
    "/pets": { get: { responses: { 200: { content: { "application/json": { schema } } } } } },
  };
}

describe("a schema in another file", () => {
  it("is called what it is called there", async () => {
    expect(
      await joined({ $ref: "pets.json#/components/schemas/Pet" }, null, {
        "pets.json": { components: { schemas: { Pet: { type: "object" }, Unused: {} } } },
      }),
    ).toMatchObject({
      paths: answers({ $ref: "#/components/schemas/Pet" }),
      components: { schemas: { Pet: { type: "object" } } },
    });
  });

  it("that is the whole file is called after it", async () => {
    expect(
      await joined({ $ref: "./schemas/pet.yaml" }, null, { "schemas/pet.yaml": "type: object\n" }),
    ).toMatchObject({
      paths: answers({ $ref: "#/components/schemas/pet" }),
      components: { schemas: { pet: { type: "object" } } },
    });
  });

  it("takes the place of the component that only refers to it", async () => {
    expect(
      await joined(
        { $ref: "pet.json" },
        { schemas: { Animal: { $ref: "pet.json" } } },
        {
          "pet.json": { type: "object" },
        },
      ),
    ).toMatchObject({
      paths: answers({ $ref: "#/components/schemas/Animal" }),
      components: { schemas: { Animal: { type: "object" } } },
    });
  });

  it("gets another name where its own is taken, be it in other letters", async () => {
    expect(
      await joined(
        { $ref: "more.json#/$defs/Pet" },
        { schemas: { pet: { type: "string" } } },
        {
          "more.json": { $defs: { Pet: { type: "object" } } },
        },
      ),
    ).toMatchObject({
      paths: answers({ $ref: "#/components/schemas/more_Pet" }),
      components: { schemas: { pet: { type: "string" }, more_Pet: { type: "object" } } },
    });
  });

  it("may refer to its neighbours, to itself and back to the document", async () => {
    const Pet = {
      properties: {
        mother: { $ref: "#/Pet" },
        tag: { $ref: "deep/tag.json" },
        owner: { $ref: "api.json#/components/schemas/Owner" },
      },
    };
    expect(
      await joined(
        { $ref: "pets.json#/Pet" },
        { schemas: { Owner: { type: "string" } } },
        {
          "pets.json": { Pet },
          "deep/tag.json": { items: { $ref: "../pets.json#/Pet" } },
        },
      ),
    ).toMatchObject({
      components: {
        schemas: {
          Owner: { type: "string" },
          Pet: {
            properties: {
              mother: { $ref: "#/components/schemas/Pet" },
              tag: { $ref: "#/components/schemas/tag" },
              owner: { $ref: "#/components/schemas/Owner" },
            },
          },
          tag: { items: { $ref: "#/components/schemas/Pet" } },
        },
      },
    });
  });

  it("keeps the siblings of the reference", async () => {
    expect(
      await joined({ $ref: "pet.json", description: "A pet" }, null, { "pet.json": {} }),
    ).toMatchObject({
      paths: answers({ $ref: "#/components/schemas/pet", description: "A pet" }),
    });
  });

  it("is found in the mapping of a discriminator", async () => {
    const mapping = { tom: "cat.json", rex: "#/components/schemas/Dog" };
    const discriminator = { propertyName: "kind", mapping };
    const oneOf = [{ $ref: "cat.json" }, { $ref: "#/components/schemas/Dog" }];
    const properties = { kind: { type: "string" } };
    const intended = (value: string) => ({ properties: { kind: { enum: [value] } } });
    expect(
      await joined(
        { oneOf, discriminator },
        { schemas: { Dog: { properties } } },
        { "cat.json": { properties } },
      ),
    ).toMatchObject({ components: { schemas: { cat: intended("tom"), Dog: intended("rex") } } });
  });
});

describe("a schema with its own name", () => {
  it.each([
    ["$anchor", "#pet", { $anchor: "pet", type: "object" }],
    ["$id", "https://a.example/schemas/pet", { $id: "https://a.example/schemas/pet" }],
    ["$dynamicAnchor", "#node", { $dynamicAnchor: "node" }],
  ])("by %s is found", async (_, $ref, Pet) => {
    expect(await joined({ $ref }, { schemas: { Pet } }, {})).toMatchObject({
      paths: answers({ $ref: "#/components/schemas/Pet" }),
    });
  });

  it("may be what a dynamic reference means", async () => {
    const Node = { $dynamicAnchor: "node", properties: { next: { $dynamicRef: "#node" } } };
    expect(
      await joined({ $ref: "#/components/schemas/Node" }, { schemas: { Node } }, {}),
    ).toMatchObject({
      components: {
        schemas: { Node: { properties: { next: { $ref: "#/components/schemas/Node" } } } },
      },
    });
  });

  it("is the base of references since 3.1 alone", async () => {
    const folder = folderWith({
      "api.json": {
        openapi: "3.0.3",
        info,
        paths: {},
        components: { schemas: { Entry: { $ref: "types/entry.json" } } },
      },
      "types/entry.json": {
        $id: "http://log.example.com/types/entry.json",
        properties: { spec: { $ref: "v1/spec.json" } },
      },
      "types/v1/spec.json": { type: "object" },
    });
    expect(linesOf(await readIn(folder), folder)).toEqual([]);
  });

  it("may be what $recursiveRef means: the schema around it", async () => {
    const here = { $recursiveRef: "#" };
    const Tree = { properties: { leaves: { items: here } } };
    const Inner = { $recursiveAnchor: true, properties: { self: here } };
    const Outer = { properties: { inner: Inner } };
    const read = await joined(
      { $ref: "#/components/schemas/Tree" },
      { schemas: { Tree, Outer } },
      {},
    );
    expect(read).toMatchObject({
      components: {
        schemas: {
          Tree: { properties: { leaves: { items: { $ref: "#/components/schemas/Tree" } } } },
          Outer: { properties: { inner: { $ref: "#/components/schemas/Outer_inner" } } },
          Outer_inner: { properties: { self: { $ref: "#/components/schemas/Outer_inner" } } },
        },
      },
    });
  });

  it("is warned of where a dynamic reference may mean several", async () => {
    const schemas = {
      Node: { $dynamicAnchor: "node", properties: { next: { $dynamicRef: "#node" } } },
      Leaf: { $id: "leaf.json", $dynamicAnchor: "node", type: "object" },
    };
    const folder = folderWith({
      "api.json": { openapi: "3.1.0", info, paths: {}, components: { schemas } },
    });
    expect(linesOf(await readIn(folder), folder)).toEqual([
      expect.stringContaining(
        'warning what `$dynamicRef` means depends on the schema around it, since "node" is set more than once',
      ),
    ]);
  });
});

describe("a part that can't be a component", () => {
  it("is inlined where it is referenced", async () => {
    const folder = folderWith({
      "api.json": {
        openapi: "3.0.3",
        info: { ...info, description: { $ref: "intro.md" } },
        paths: { "/pets": { $ref: "paths/pets.yaml" } },
        components: { schemas: { $ref: "schemas.json" } },
      },
      "intro.md": "# Pets",
      "paths/pets.yaml": "get:\n  responses:\n    '200':\n      $ref: ../responses.yaml#/Pets\n",
      "responses.yaml": "Pets:\n  description: All pets\n",
      "schemas.json": { Pet: { type: "object" } },
    });
    expect(await readIn(folder)).toMatchObject({
      ok: true,
      source: {
        document: {
          info: { description: "# Pets" },
          paths: {
            "/pets": { get: { responses: { 200: { $ref: "#/components/responses/Pets" } } } },
          },
          components: {
            schemas: { Pet: { type: "object" } },
            responses: { Pets: { description: "All pets" } },
          },
        },
      },
    });
  });

  it("may not contain itself", async () => {
    const folder = folderWith({
      "api.json": { openapi: "3.0.3", info, paths: { "/a": { $ref: "a.json" } } },
      "a.json": { $ref: "b.json", summary: "a" },
      "b.json": { $ref: "a.json", summary: "b" },
    });
    expect(linesOf(await readIn(folder), folder)).toEqual([
      "b.json:1:2 error `$ref` leads back to itself: write one of the parts out in full",
    ]);
  });
});

describe("a problem", () => {
  it("in another file is reported at its place there", async () => {
    const folder = folderWith({
      "api.json": { openapi: "3.0.3", info, paths: { "/a": { $ref: "a.yaml" } } },
      "a.yaml": "get:\n  responses: {}\n  servers: 1\n",
    });
    expect(linesOf(await readIn(folder), folder)).toEqual([
      "a.yaml:3:3 error `servers` is not a list: write a list of objects with a `url`",
    ]);
  });

  it.each([
    ["gone.json", "there is no such file: check the path"],
    ["pets.json#/Gone", "pets.json has no such part; add it or correct the reference"],
    [
      "pets.json#/components/schemas/Cta",
      'pets.json has no such part; did you mean "#/components/schemas/Cat"?',
    ],
    ["Dog", 'this is no reference: did you mean "#/components/schemas/Dog"?'],
    ["ftp://a.example/pets.json", "ftp: is not read: use a path, http: or https:"],
    [
      "https://a.example/pets.json",
      "references to other hosts aren't followed: allow this one with --allow-remote-refs a.example, or bundle the document",
    ],
    [
      "../outside.json",
      "this is outside the document's folder: allow it with --allow-refs-from DIR",
    ],
  ])("is that nothing can be read at %s", async ($ref, reason) => {
    const head = "openapi: 3.0.3\ninfo: {title: Pets, version: '1'}\n";
    const folder = folderWith({
      "api.yaml": `${head}paths:\n  /a:\n    $ref: ${$ref}\ncomponents: {schemas: {Dog: {}}}\n`,
      "pets.json": { components: { schemas: { Cat: {} } } },
    });
    const [line, ...others] = linesOf(await readIn(folder, {}, "api.yaml"), folder);
    const want = `api.yaml:5:5 error \`$ref\` leads to ${JSON.stringify($ref)}: ${reason}`;
    expect(line?.replace(`${folder}/`, "")).toBe(want);
    expect(others).toEqual([]);
  });
});

describe("a document from the network", () => {
  it("may refer to its own origin", async () => {
    const files: Record<string, unknown> = {
      "/v1/api.json": { openapi: "3.0.3", info, paths: { "/a": { $ref: "../a.json" } } },
      "/a.json": { get: { responses: {} } },
    };
    const server = createServer((request, response) => {
      response.end(JSON.stringify(files[request.url ?? ""]));
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    onTestFinished(() => void server.close());
    const address = server.address();
    const port = typeof address === "object" && address ? address.port : 0;
    expect(await read(`http://127.0.0.1:${port}/v1/api.json`)).toMatchObject({
      ok: true,
      source: { document: { paths: { "/a": { get: { responses: {} } } } } },
    });
  });
});
