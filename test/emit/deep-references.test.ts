import { describe, expect, it } from "vitest";
import { withoutDeepReferences } from "../../generator/emit/deep-references.js";
import type { Json, JsonObject } from "../../generator/read/document/document.js";

const shared: JsonObject = {
  components: {
    schemas: {
      Pet: { properties: { name: { type: "string", description: "Theirs." } } },
      Loop: {
        properties: { child: { items: { $ref: "#/components/schemas/Loop/properties/child" } } },
      },
    },
  },
  paths: {
    "/a~b": { get: { parameters: [{ name: "id", schema: { type: "integer" } }] } },
  },
  "x-words": { "a/b c": { type: "string" }, self: { $ref: "#/x-words/self" }, flag: true },
};

function replaced(given: Json): Json | undefined {
  return withoutDeepReferences({ ...shared, given })["given"];
}

describe("a reference", () => {
  it("to a component of no known kind gives way to what stands there", () => {
    const components = { "x-definitions": { Pet: { type: "string" } } };
    const given = { $ref: "#/components/x-definitions/Pet" };
    expect(withoutDeepReferences({ components, given })["given"]).toEqual({ type: "string" });
  });

  it("to a response, a body or a parameter among the schemas gives way to it", () => {
    const media = { "application/json": { schema: { type: "string" } } };
    const Ok = { description: "A name.", content: media };
    const Page = { name: "page", in: "query", schema: { type: "integer" } };
    const components = { schemas: { Ok, Page } };
    const responses = { "200": { $ref: "#/components/schemas/Ok" } };
    const parameters = [{ $ref: "#/components/schemas/Page" }];
    const replaced = withoutDeepReferences({ components, responses, parameters });
    expect(replaced["responses"]).toEqual({ "200": Ok });
    expect(replaced["parameters"]).toEqual([Page]);
  });

  it.each<[name: string, ref: string]>([
    ["to a component", "#/components/schemas/Pet"],
    ["to a component with escapes", "#/components/schemas/a~1b%20c"],
    ["to a path item", "#/paths/~1a~0b"],
    ["to nothing", "#/components/schemas/Pet/properties/none"],
    ["to another file", "pets.yaml#/Pet/properties/name"],
  ])("%s stays", (_, $ref) => {
    expect(replaced({ $ref })).toEqual({ $ref });
  });

  it.each<[name: string, row: { given: JsonObject; want: Json }]>([
    [
      "into a component",
      {
        given: { $ref: "#/components/schemas/Pet/properties/name" },
        want: { type: "string", description: "Theirs." },
      },
    ],
    [
      "with siblings",
      {
        given: { $ref: "#/components/schemas/Pet/properties/name", description: "Mine." },
        want: { type: "string", description: "Mine." },
      },
    ],
    [
      "into a path item and a list",
      { given: { $ref: "#/paths/~1a~0b/get/parameters/0/schema" }, want: { type: "integer" } },
    ],
    ["to a key with escapes", { given: { $ref: "#/x-words/a~1b%20c" }, want: { type: "string" } }],
    ["to a schema that is a flag", { given: { $ref: "#/x-words/flag" }, want: true }],
    ["to itself", { given: { $ref: "#/x-words/self" }, want: {} }],
    [
      "into what contains itself",
      {
        given: { $ref: "#/components/schemas/Loop/properties/child" },
        want: { items: {} },
      },
    ],
  ])("%s is replaced by what stands there", (_, { given, want }) => {
    expect(replaced(given)).toEqual(want);
    expect(replaced({ a: [given] })).toEqual({ a: [want] });
  });
});

describe("a document without such references", () => {
  it("is the same object", () => {
    const document = { a: [{ $ref: "#/components/schemas/Pet" }], b: null };
    expect(withoutDeepReferences(document)).toBe(document);
  });
});
