import { describe, expect, it } from "vitest";
import type { JsonObject, Place } from "../../../generator/read/document/document.js";
import { follow } from "../../../generator/read/document/refs.js";

/** A document of schemas, and the place of one of them. */
function at(name: string, schemas: JsonObject): [JsonObject, Place] {
  const node = schemas[name] as JsonObject;
  return [{ components: { schemas } }, { node, pointer: `/components/schemas/${name}` }];
}

function ref(name: string): JsonObject {
  return { $ref: `#/components/schemas/${name}` };
}

describe("following", () => {
  it("stays where there is no reference", () => {
    const [document, place] = at("A", { A: { type: "string" } });
    expect(follow(document, place)).toBe(place);
  });

  it("goes through references to the object meant", () => {
    const [document, place] = at("A", { A: ref("B"), B: ref("C"), C: { type: "string" } });
    expect(follow(document, place)).toEqual({
      node: { type: "string" },
      pointer: "/components/schemas/C",
    });
  });

  it("takes a `$ref` that isn't text for no reference", () => {
    const [document, place] = at("A", { A: { $ref: { type: "string" } } });
    expect(follow(document, place)).toBe(place);
  });

  it.each([
    ["a reference to nothing", { A: ref("Gone") }],
    ["a reference to another file", { A: { $ref: "other.yaml" } }],
    ["a reference to a list", { A: { $ref: "#/components/schemas/L" }, L: [] }],
    ["a reference to itself", { A: ref("A") }],
    ["a loop", { A: ref("B"), B: ref("C"), C: ref("B") }],
  ])("ends with nothing at %s", (_, schemas) => {
    expect(follow(...at("A", schemas))).toBeNull();
  });

  it("goes a hundred steps, and not one more", () => {
    const schemas: Record<string, JsonObject> = { S0: { type: "string" } };
    for (let i = 1; i <= 101; i += 1) schemas[`S${i}`] = ref(`S${i - 1}`);
    expect(follow(...at("S100", schemas))?.pointer).toBe("/components/schemas/S0");
    expect(follow(...at("S101", schemas))).toBeNull();
  });
});
