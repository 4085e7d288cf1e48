import { describe, expect, it } from "vitest";
import { withoutDeepSchemas } from "../../generator/emit/deep-schemas.js";
import { schemaParts } from "../../generator/emit/schema.js";
import type { JsonObject } from "../../generator/read/document/document.js";

function nested(levels: number): JsonObject {
  let schema: JsonObject = { type: "string" };
  for (let level = 0; level < levels; level += 1) {
    schema = { type: "object", properties: { inner: schema, beside: { type: "number" } } };
  }
  return schema;
}

function documentWith(schemas: JsonObject): JsonObject {
  return {
    openapi: "3.1.0",
    info: { title: "A", version: "1" },
    paths: {},
    components: { schemas },
  };
}

describe("schemas that are nested deep", () => {
  it("are in pieces, each a schema of its own", () => {
    const document = withoutDeepSchemas(documentWith({ Deep: nested(120), Nested1: {} }));
    // What was put in above.
    const { schemas } = document["components"] as { schemas: JsonObject };
    expect(Object.keys(schemas)).toEqual(["Deep", "Nested1", "Nested1_", "Nested2"]);
    expect(JSON.stringify(schemas["Deep"]).match(/\$ref/g)).toHaveLength(1);
    expect(JSON.stringify(schemas["Deep"])).toContain(
      '"properties":{"inner":{"$ref":"#/components/schemas/Nested2"},"beside":{"type":"number"}}',
    );
  });

  it("have types, where a compiler's stack would end", async () => {
    const { declarations } = await schemaParts(documentWith({ Deep: nested(450) }));
    const { text } = declarations.get("components") ?? { text: "" };
    expect(text.match(/beside\?: number;/g)).toHaveLength(450);
    expect(text).toContain('inner?: components["schemas"]["Nested1"];');
  });

  it("are not those of people", () => {
    const document = documentWith({ Pet: nested(20) });
    expect(withoutDeepSchemas(document)).toBe(document);
  });
});
