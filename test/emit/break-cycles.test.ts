import { describe, expect, it } from "vitest";
import { withoutEndlessSchemas } from "../../generator/emit/break-cycles.js";
import type { JsonObject } from "../../generator/read/document/document.js";

const to = (name: string) => ({ $ref: `#/components/schemas/${name}` });

function mended(schemas: JsonObject) {
  return withoutEndlessSchemas({ components: { schemas } });
}

describe("schemas that consist of themselves", () => {
  it("are rid of the alternative that they are", () => {
    expect(mended({ A: { oneOf: [to("A"), { type: "string" }] } })).toEqual({
      components: { schemas: { A: { oneOf: [{ type: "string" }] } } },
    });
  });

  it("give their heirs what they have themselves", () => {
    const own = { type: "object", properties: { kind: { type: "string" } } };
    const parent = { ...own, oneOf: [to("Heir")], discriminator: { propertyName: "kind" } };
    const heir = { allOf: [to("Parent"), { required: ["kind"] }] };
    expect(mended({ Parent: parent, Heir: heir })).toEqual({
      components: { schemas: { Parent: parent, Heir: { allOf: [own, { required: ["kind"] }] } } },
    });
  });

  it("go round more than one corner", () => {
    const schemas = {
      A: { anyOf: [to("B"), { type: "string" }] },
      B: { anyOf: [{ allOf: [to("A")] }, { type: "number" }] },
    };
    expect(mended(schemas)).toEqual({
      components: {
        schemas: { A: schemas.A, B: { anyOf: [{ allOf: [{}] }, { type: "number" }] } },
      },
    });
  });

  it.each<JsonObject>([
    { A: { type: "array", items: to("A") } },
    { A: { oneOf: [{ type: "array", items: to("A") }, { type: "null" }] } },
    { A: { properties: { a: to("A") } } },
    { A: to("B"), B: { allOf: [to("C")] }, C: { type: "string" } },
    { A: { allOf: [to("Missing")] } },
  ])("are not these: %j", (schemas) => {
    const document = { components: { schemas } };
    expect(withoutEndlessSchemas(document)).toBe(document);
  });
});
