import { describe, expect, it } from "vitest";
import { schemaParts } from "../../generator/emit/schema.js";
import type { JsonObject } from "../../generator/read/document/document.js";

function documentWith(parts: JsonObject): JsonObject {
  return { openapi: "3.1.0", info: { title: "Pets", version: "1" }, paths: {}, ...parts };
}

async function declared(document: JsonObject, name: string): Promise<string> {
  const { declarations } = await schemaParts(document);
  return declarations.get(name)?.text ?? "";
}

const pets = documentWith({
  paths: {
    "/pets/{id}": {
      get: {
        operationId: "getPet",
        parameters: [{ in: "path", name: "id", required: true, schema: { type: "string" } }],
        responses: {
          200: {
            description: "A pet.",
            content: { "application/json": { schema: { $ref: "#/components/schemas/Pet" } } },
          },
        },
      },
    },
  },
  components: {
    schemas: {
      Pet: {
        type: "object",
        required: ["name"],
        properties: {
          name: { type: "string", description: "What it answers to. */" },
          mother: { $ref: "#/components/schemas/Pet" },
          "first-name": { type: ["string", "null"] },
        },
      },
      Kind: { type: "string", enum: ["cat", "dog"] },
    },
  },
});

describe("the types of a document", () => {
  it("are those of openapi-typescript, indented by two", async () => {
    const text = await declared(pets, "components");
    const [, schemas = ""] = /\n {2}schemas: \{\n([\s\S]*?)\n {2}\};/.exec(text) ?? [];
    expect(schemas.split("\n")).toEqual([
      "    Pet: {",
      "      /** @description What it answers to. *\\/ */",
      "      name: string;",
      '      mother?: components["schemas"]["Pet"];',
      '      "first-name"?: string | null;',
      "    };",
      "    /** @enum {string} */",
      '    Kind: "cat" | "dog";',
    ]);
  });

  it("name each operation", async () => {
    expect(await declared(pets, "paths")).toContain('    get: operations["getPet"];\n');
    const { operations } = await schemaParts(pets);
    expect([...operations.keys()]).toEqual(["getPet"]);
    expect(operations.get("getPet")?.text).toMatch(/^ {2}getPet: \{\n {4}parameters: \{\n/);
  });

  it("say what they mention", async () => {
    const { declarations, operations } = await schemaParts(pets);
    expect(declarations.get("paths")?.mentions).toEqual(["operations"]);
    expect(declarations.get("components")?.mentions).toEqual(["components"]);
    expect(operations.get("getPet")?.mentions).toEqual(["components"]);
  });

  it("of a document without operations are there all the same", async () => {
    const { declarations, operations } = await schemaParts(documentWith({}));
    expect([...declarations.values()].map(({ text }) => text)).toEqual([
      "export type paths = Record<string, never>;\n",
      "export type webhooks = Record<string, never>;\n",
      "export type components = Record<string, never>;\n",
      "export type $defs = Record<string, never>;\n",
      "export type operations = Record<string, never>;\n",
    ]);
    expect(operations.size).toBe(0);
  });

  it("are the same each time", async () => {
    expect(await schemaParts(pets)).toEqual(await schemaParts(structuredClone(pets)));
  });

  it("leave the document as it was", async () => {
    const before = structuredClone(pets);
    await schemaParts(pets);
    expect(pets).toEqual(before);
  });
});

describe("what openapi-typescript would declare wrongly", () => {
  it("is an operationId that is used twice: the second operation is spelled below its path", async () => {
    const { declarations, operations } = await schemaParts(
      documentWith({
        paths: {
          "/a": { get: { operationId: "a", responses: {} } },
          "/b": { get: { operationId: "a", responses: {} } },
        },
      }),
    );
    expect(declarations.get("paths")?.text.match(/operations\["a"\]/g)).toHaveLength(1);
    expect([...operations.keys()]).toEqual(["a"]);
  });

  it("is a reference into a schema: what stands there is spelled out", async () => {
    const text = await declared(
      documentWith({
        components: {
          schemas: {
            Pets: {
              type: "array",
              items: { type: "object", properties: { name: { type: "string" } } },
            },
            Pet: { $ref: "#/components/schemas/Pets/items" },
          },
        },
      }),
      "components",
    );
    expect(text).toContain("    Pet: {\n      name?: string;\n    };\n");
  });
});
