import { describe, expect, it } from "vitest";
import type { JsonObject, Place } from "../../../generator/read/document/document.js";
import {
  follow,
  keysIn,
  schemaNameIn,
  targetOf,
} from "../../../generator/read/document/references.js";

const pet = { type: "object" };
const document = {
  paths: { "/pets/{id}": { get: { parameters: [pet] } } },
  components: { schemas: { "A/B": pet, "50%": pet, "~": pet, Any: true, Odd: "text" } },
};

it.each([
  ["#/components/schemas/A~1B", "/components/schemas/A~1B"],
  ["#/components/schemas/~0", "/components/schemas/~0"],
  ["#/components/schemas/50%", "/components/schemas/50%"],
  ["#/components/schemas/50%25", "/components/schemas/50%"],
  ["#/paths/~1pets~1%7Bid%7D/get/parameters/0", "/paths/~1pets~1{id}/get/parameters/0"],
])("%s is the object at %s", (ref, pointer) => {
  expect(targetOf(document, ref)).toEqual({ kind: "object", place: { node: pet, pointer } });
});

it("# is the document", () => {
  expect(targetOf(document, "#")).toEqual({
    kind: "object",
    place: { node: document, pointer: "" },
  });
});

it.each([
  ["#/components/schemas/Any", "boolean"],
  ["#/components/schemas/Odd", "other value"],
  ["#/paths/~1pets~1{id}/get/parameters", "other value"],
  ["#/components/schemas/Gone", "nothing"],
  ["#/constructor", "nothing"],
  ["#Pet", "nothing"],
  ["./pets.yaml#/Pet", "elsewhere"],
  ["https://example.com/pets.yaml", "elsewhere"],
  ["", "elsewhere"],
])("%j leads to: %s", (ref, kind) => {
  expect(targetOf(document, ref)).toEqual({ kind });
});

/** A document of schemas, and the place of one of them. */
function at(name: string, schemas: JsonObject): [JsonObject, Place] {
  const node = schemas[name] as JsonObject;
  return [{ components: { schemas } }, { node, pointer: `/components/schemas/${name}` }];
}

function ref(name: string): JsonObject {
  return { $ref: `#/components/schemas/${name}` };
}

describe("following", () => {
  it("returns the node if there is no reference", () => {
    const [document, place] = at("A", { A: { type: "string" } });
    expect(follow(document, place)).toBe(place);
  });

  it("follows references to their target", () => {
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

  it("follows at most a hundred references", () => {
    const schemas: Record<string, JsonObject> = { S0: { type: "string" } };
    for (let i = 1; i <= 101; i += 1) schemas[`S${i}`] = ref(`S${i - 1}`);
    expect(follow(...at("S100", schemas))?.pointer).toBe("/components/schemas/S0");
    expect(follow(...at("S101", schemas))).toBeNull();
  });
});

describe("a reference within its document", () => {
  it.each([
    ["#", []],
    ["#/paths/~1a~0b", ["paths", "/a~b"]],
    ["#/paths/~1%7Bid%7D", ["paths", "/{id}"]],
    ["#/components/schemas/50%", ["components", "schemas", "50%"]],
    ["#/components/schemas/a%FF", ["components", "schemas", "a%FF"]],
  ])("%s names its keys", (ref, keys) => {
    expect(keysIn(ref)).toEqual(keys);
  });

  it.each([
    ["#/components/schemas/Pet", "Pet"],
    ["#/components/schemas/a~1b%20c~0d", "a/b c~d"],
    ["#/components/schemas/100%", "100%"],
    ["#/components/schemas/a%FF", "a%FF"],
    ["#/components/schemas/A/items", null],
    ["#/components/responses/Pet", null],
    ["pets.yaml#/components/schemas/Pet", null],
    [undefined, null],
    [1, null],
  ])("%s is to a named schema, or to none", (ref, name) => {
    expect(schemaNameIn(ref)).toBe(name);
  });
});
