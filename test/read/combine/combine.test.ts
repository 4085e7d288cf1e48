import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Fetch } from "../../../generator/read/input/fetch-text.js";
import { read } from "../../../generator/read/read.js";
import { noChanges } from "../../../generator/read/source.js";

const info = { title: "Pets", version: "1" };

/** Reads documents as one. */
async function readAll(...documents: readonly object[]) {
  const folder = mkdtempSync(join(tmpdir(), "sdkwright-combine-"));
  const [first = "", ...further] = documents.map((document, index) => {
    const path = join(folder, `${index}.json`);
    writeFileSync(path, JSON.stringify({ openapi: "3.1.0", info, ...document }, null, 2));
    return path;
  });
  const reading = await read(first, undefined, { ...noChanges, moreInputs: further });
  return {
    document: reading.ok ? reading.source.document : null,
    problems: (reading.ok ? reading.warnings : reading.problems).map(
      ({ file, line, message }) => `${file.split("/").at(-1)}:${line} ${message}`,
    ),
  };
}

const get = (responses: object = {}) => ({
  get: { responses: { 204: { description: "" }, ...responses } },
});

function withPet(schema: object) {
  const content = { "application/json": { schema: { $ref: "#/components/schemas/Pet" } } };
  return {
    webhooks: { born: { post: { requestBody: { content } } } },
    components: { schemas: { Pet: schema } },
  };
}

describe("several documents", () => {
  it("become one with the paths, webhooks and tags of all", async () => {
    const { document, problems } = await readAll(
      { paths: { "/a": get() }, tags: [{ name: "A" }, { name: "B" }] },
      { webhooks: { born: { post: {} } }, tags: [{ name: "B" }, { name: "C" }] },
    );
    expect(problems).toEqual([]);
    expect(document).toMatchObject({
      info,
      paths: { "/a": {} },
      webhooks: { born: {} },
      tags: [{ name: "A" }, { name: "B" }, { name: "C" }],
    });
  });

  it("share a component that is the same in both", async () => {
    const pet = { type: "object" };
    const { document } = await readAll({ paths: {}, ...withPet(pet), webhooks: {} }, withPet(pet));
    expect(document?.["components"]).toEqual({ schemas: { Pet: pet } });
  });

  it("keep components of one name apart, with those that refer to them", async () => {
    const owner = { type: "object", properties: { pet: { $ref: "#/components/schemas/Pet" } } };
    const one = withPet({ type: "object" });
    const other = withPet({ type: "string" });
    const schemasOf = (pet: typeof one) => ({ ...pet.components.schemas, Owner: owner });
    const { document } = await readAll(
      { paths: {}, components: { schemas: schemasOf(one) } },
      { ...other, components: { schemas: schemasOf(other) } },
    );
    expect(document).toMatchObject({
      components: {
        schemas: {
          Pet: { type: "object" },
          Owner: { properties: { pet: { $ref: "#/components/schemas/Pet" } } },
          Pet2: { type: "string" },
          Owner2: { properties: { pet: { $ref: "#/components/schemas/Pet2" } } },
        },
      },
      webhooks: {
        born: {
          post: {
            requestBody: {
              content: { "application/json": { schema: { $ref: "#/components/schemas/Pet2" } } },
            },
          },
        },
      },
    });
  });

  it("keep the servers and the security of their operations", async () => {
    const securitySchemes = { token: { type: "http", scheme: "bearer" } };
    const { document } = await readAll(
      {
        paths: { "/a": get() },
        servers: [{ url: "https://a.example.com" }],
        security: [{ token: [] }],
        components: { securitySchemes },
      },
      {
        openapi: "3.1.0",
        paths: {
          "/b": { "x-owner": { name: "b" }, ...get() },
          "/c": { $ref: "#/components/pathItems/C" },
        },
        servers: [{ url: "https://b.example.com" }],
        components: { pathItems: { C: get() } },
      },
    );
    expect(document?.["paths"]).toMatchObject({
      "/a": { get: {} },
      "/b": { servers: [{ url: "https://b.example.com" }], get: { security: [] } },
      "/c": { $ref: "#/components/pathItems/C" },
    });
    expect(document?.["components"]).toMatchObject({
      pathItems: { C: { servers: [{ url: "https://b.example.com" }], get: { security: [] } } },
    });
    expect(document?.["paths"]).toHaveProperty(["/b", "x-owner"], { name: "b" });
  });

  it("without servers use the host that each was loaded from", async () => {
    const documents: Readonly<Record<string, object>> = {
      "https://a.example.com/openapi.json": { paths: { "/a": get() } },
      "https://b.example.com/openapi.json": { paths: { "/b": get() } },
    };
    const fetch: Fetch = async (location) => {
      const text = JSON.stringify({ openapi: "3.1.0", info, ...documents[location] });
      return { ok: true, location, file: location, text };
    };
    const [first = "", ...moreInputs] = Object.keys(documents);
    const reading = await read(first, undefined, { ...noChanges, moreInputs }, fetch);
    expect(reading.ok && reading.source.document).toMatchObject({
      servers: [{ url: "https://a.example.com" }],
      paths: { "/b": { servers: [{ url: "https://b.example.com" }] } },
    });
  });

  it.each([
    [
      "a path in both",
      { paths: { "/a": get() } },
      { paths: { "/a": get() } },
      '1.json:8 another document of the package also has "/a": rename one',
    ],
    [
      "different security schemes of one name",
      { paths: {}, components: { securitySchemes: { t: { type: "http", scheme: "bearer" } } } },
      { paths: {}, components: { securitySchemes: { t: { type: "http", scheme: "basic" } } } },
      '1.json:10 another document of the package also has "t": rename one',
    ],
    [
      "Swagger 2.0",
      { openapi: undefined, swagger: "2.0", paths: { "/a": get() } },
      { openapi: undefined, swagger: "2.0", paths: { "/b": get() } },
      "1.json:6 documents of Swagger 2.0 can't be joined: convert them to OpenAPI 3",
    ],
    [
      "different versions of OpenAPI",
      { paths: {} },
      { openapi: "3.0.3", paths: {} },
      "1.json:2 this document is OpenAPI 3.0, and the first one 3.1: documents of one package need the same version",
    ],
  ])("can't have %s", async (_, one, other, message) => {
    expect((await readAll(one, other)).problems).toEqual([message]);
  });

  it("are located in their own files", async () => {
    const { problems } = await readAll({ paths: {} }, { paths: { "/a/{id}": get() } });
    expect(problems).toEqual([expect.stringMatching(/^1\.json:9 /)]);
  });

  it("must be readable", async () => {
    const reading = await read("spec/domains.openapi.yaml", undefined, {
      ...noChanges,
      moreInputs: ["test/missing.yaml"],
    });
    expect(reading.ok).toBe(false);
  });
});
