import { describe, expect, it } from "vitest";
import { describedField } from "../../../generator/model/schema/required.js";
import type { JsonObject } from "../../../generator/read/document/document.js";

const to = (name: string) => ({ $ref: `#/components/schemas/${name}` });

const schemas = {
  Named: { properties: { name: { type: "string" }, age: { type: "number" } } },
  Pet: { allOf: [to("Named"), { properties: { kind: to("Kind") } }] },
  Nullable: { anyOf: [to("Pet"), { type: "null" }] },
  Either: { anyOf: [to("Pet"), to("Named")] },
  Loop: { allOf: [to("Loop")] },
};

function described(name: string, ...wholes: readonly JsonObject[]) {
  const context = { document: { components: { schemas } }, report: () => {} };
  const places = wholes.map((node, index) => ({ node, pointer: `/${index}` }));
  return describedField(context, places, name);
}

describe("a field that a schema requires and doesn't describe is described", () => {
  const name = { value: { type: "string" }, pointer: "/components/schemas/Named/properties/name" };

  it.each<[where: string, whole: JsonObject]>([
    ["by a member", { allOf: [to("Named")] }],
    ["by a member of a member", { allOf: [to("Pet")] }],
    ["by a member that may be null", { allOf: [to("Nullable")] }],
    ["by the only alternative", { oneOf: [to("Named")] }],
  ])("%s", (_, whole) => {
    expect(described("name", whole)).toEqual(name);
  });

  it("by the composition that it is a member of, the inner one first", () => {
    const inner = { properties: { name: { type: "integer" } } };
    expect(described("name", { allOf: [to("Named")] }, inner)).toEqual({
      value: { type: "integer" },
      pointer: "/1/properties/name",
    });
    expect(described("name", { allOf: [to("Named")] }, { required: ["name"] })).toEqual(name);
  });

  it("by nothing, if it is one of several alternatives or doesn't exist", () => {
    expect(described("name", { allOf: [to("Either")] })).toBeNull();
    expect(described("other", { allOf: [to("Named")] })).toBeNull();
    expect(described("other", { allOf: [to("Loop")] })).toBeNull();
  });
});
