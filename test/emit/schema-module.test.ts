import { describe, expect, it } from "vitest";
import { schemaModule } from "../../generator/emit/schema-module.js";

const pet = { $ref: "#/components/schemas/Pet" };

/** The text for a document with one operation, whose only response is this schema. */
function moduleOf(schema: object): string {
  const responses = { 200: { content: { "application/json": { schema } } } };
  return schemaModule({
    openapi: "3.1.0",
    info: { title: "Pets", version: "1" },
    paths: { "/pets": { get: { operationId: "listPets", responses } } },
    components: { schemas: { Pet: {} } },
  });
}

describe("what openapi-typescript prints", () => {
  it("takes named schemas from the models", () => {
    const text = moduleOf({ type: "array", items: pet });
    expect(text).toMatch(/^import type \* as models from ".\/models.js";\n\n/);
    expect(text).toContain("    Pet: models.Pet;\n");
    expect(text).toContain('"application/json": components["schemas"]["Pet"][];');
    expect(text).toContain('    get: operations["listPets"];\n');
  });

  it.each([
    [{ type: "string" }, "a?: string | undefined;"],
    [{ anyOf: [{ type: "string" }, { type: "null" }] }, "a?: string | null | undefined;"],
    [{ type: "string", format: "binary" }, "a?: Blob | undefined;"],
  ])("lets an optional field be undefined: %j", (a, line) => {
    expect(moduleOf({ type: "object", properties: { a } })).toContain(line);
  });

  it("leaves `never` unchanged", () => {
    expect(moduleOf(pet)).toContain("query?: never;");
  });
});
