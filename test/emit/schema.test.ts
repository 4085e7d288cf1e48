import { describe, expect, it } from "vitest";
import { schemaText } from "../../generator/emit/schema.js";
import type { JsonObject } from "../../generator/read/document.js";

function documentWith(parts: JsonObject): JsonObject {
  return { openapi: "3.1.0", info: { title: "Pets", version: "1" }, paths: {}, ...parts };
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
    const text = await schemaText(pets);
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
    const text = await schemaText(pets);
    expect(text).toContain('    get: operations["getPet"];\n');
    expect(text).toContain("export interface operations {\n  getPet: {\n    parameters: {\n");
  });

  it("say who wrote them", async () => {
    expect(await schemaText(documentWith({}))).toMatch(
      /^\/\/ The document's types, as openapi-typescript names them.\n\n/,
    );
  });

  it("of a document without operations are there all the same", async () => {
    const text = await schemaText(documentWith({}));
    expect(text).toContain("export type paths = Record<string, never>;\n");
    expect(text).toContain("export type operations = Record<string, never>;\n");
  });

  it("are the same text each time", async () => {
    expect(await schemaText(pets)).toBe(await schemaText(structuredClone(pets)));
  });

  it("leave the document as it was", async () => {
    const before = structuredClone(pets);
    await schemaText(pets);
    expect(pets).toEqual(before);
  });
});

describe("what openapi-typescript would declare wrongly", () => {
  it("is an operationId that is used twice: the second operation is spelled below its path", async () => {
    const text = await schemaText(
      documentWith({
        paths: {
          "/a": { get: { operationId: "a", responses: {} } },
          "/b": { get: { operationId: "a", responses: {} } },
        },
      }),
    );
    expect(text.match(/operations\["a"\]/g)).toHaveLength(1);
    expect(text.match(/^ {2}a: \{/gm)).toHaveLength(1);
  });

  it("is a reference into a schema: what stands there is spelled out", async () => {
    const text = await schemaText(
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
    );
    expect(text).toContain("    Pet: {\n      name?: string;\n    };\n");
  });
});
