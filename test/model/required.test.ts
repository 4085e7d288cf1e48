import { describe, expect, it } from "vitest";
import { requiredIn, requiredOfMembers } from "../../generator/model/required.js";
import type { JsonObject } from "../../generator/read/document/document.js";

const to = (name: string) => ({ $ref: `#/components/schemas/${name}` });

const schemas = {
  Named: { properties: { name: { type: "string" }, age: { type: "number" } } },
  Pet: { allOf: [to("Named"), { properties: { kind: to("Kind") } }] },
  Loop: { allOf: [to("Loop")] },
};

function restated(node: JsonObject) {
  const reading = { document: { components: { schemas } }, report: () => {} };
  return requiredOfMembers(reading, { node, pointer: "" });
}

describe("the fields that an allOf asks of its members", () => {
  it("are as the member describes them, however deep it is", () => {
    expect(restated({ allOf: [to("Pet")], required: ["name", "kind"] })).toEqual({
      name: { type: "string" },
      kind: to("Kind"),
    });
  });

  it("are asked for by a member that does nothing else, too", () => {
    expect(restated({ allOf: [to("Named"), { required: ["age"] }] })).toEqual({
      age: { type: "number" },
    });
  });

  it("are none that the member which asks for them describes", () => {
    const kind = { properties: { kind: { enum: ["cat"] } }, required: ["kind"] };
    expect(restated({ allOf: [to("Pet"), kind] })).toEqual({});
  });

  it("are none that it describes itself, or that nothing describes", () => {
    expect(
      restated({ allOf: [to("Named")], required: ["name"], properties: { name: {} } }),
    ).toEqual({});
    expect(restated({ allOf: [to("Named")], required: ["other"] })).toEqual({});
    expect(restated({ allOf: [to("Loop")], required: ["other"] })).toEqual({});
  });

  it("are named once", () => {
    expect(requiredIn({ required: ["a"], allOf: [{ required: ["b", "a"] }, to("Pet")] })).toEqual([
      "a",
      "b",
    ]);
  });
});
