import { describe, expect, it } from "vitest";
import { placeName, withNamedPlaces } from "../../../generator/read/bundle/named-places.js";
import type { JsonObject } from "../../../generator/read/document/document.js";
import { traceIn } from "../../../generator/read/document/locate.js";

const text: JsonObject = { type: "string" };
const trace = traceIn({ file: "api.json", text: "" });

function object(properties: JsonObject): JsonObject {
  return { type: "object", properties };
}

function to(pointer: string): JsonObject {
  return { $ref: `#${pointer}` };
}

function named(document: JsonObject) {
  // Written out, so that no two schemas are one object.
  return withNamedPlaces({ document: JSON.parse(JSON.stringify(document)), trace });
}

describe("a schema that is referred to by its place", () => {
  it("gets a name, and its place refers to it", () => {
    const A = object({
      first: object({ a: text }),
      second: to("/components/schemas/A/properties/first"),
    });
    const { document, trace: mapped } = named({ components: { schemas: { A } } });
    expect(document).toEqual({
      components: {
        schemas: {
          A: object({
            first: to("/components/schemas/A_first"),
            second: to("/components/schemas/A_first"),
          }),
          A_first: object({ a: text }),
        },
      },
    });
    expect(mapped("/components/schemas/A_first/properties/a").pointer).toBe(
      "/components/schemas/A/properties/first/properties/a",
    );
  });

  it("may contain itself, and others that have no name", () => {
    const inner = "/components/schemas/A/properties/x/properties/y";
    const A = object({
      x: object({ y: object({ again: to(inner) }) }),
      z: to("/components/schemas/A/properties/x"),
    });
    expect(named({ components: { schemas: { A } } }).document).toEqual({
      components: {
        schemas: {
          A: object({ x: to("/components/schemas/A_x"), z: to("/components/schemas/A_x") }),
          A_x_y: object({ again: to("/components/schemas/A_x_y") }),
          A_x: object({ y: to("/components/schemas/A_x_y") }),
        },
      },
    });
  });

  it("may be in an extension, with references to others there", () => {
    const shared = { One: object({ two: to("/x-shared/Two") }), Two: object({ a: text }) };
    const { document } = named({
      "x-shared": shared,
      components: { schemas: { A: object({ one: to("/x-shared/One") }) } },
    });
    expect(document).toEqual({
      "x-shared": shared,
      components: {
        schemas: {
          A: object({ one: to("/components/schemas/One") }),
          One: object({ two: to("/components/schemas/Two") }),
          Two: object({ a: text }),
        },
      },
    });
  });

  it("keeps the siblings of the reference, and avoids names that are taken", () => {
    const A = object({ b: { ...to("/definitions/A"), description: "Mine." } });
    const { document } = named({
      definitions: { A: object({}), B: object({ a: text }) },
      components: { schemas: { A } },
    });
    expect(document["components"]).toEqual({
      schemas: {
        A: object({ b: { ...to("/components/schemas/A_2"), description: "Mine." } }),
        A_2: object({}),
      },
    });
  });
});

describe("a document is left alone", () => {
  it.each([
    [
      "where references have names",
      { schemas: { A: object({ b: to("/components/schemas/B") }), B: object({ a: text }) } },
    ],
    [
      "if their target is only a word",
      { schemas: { A: object({ id: text, other: to("/components/schemas/A/properties/id") }) } },
    ],
    ["where they lead nowhere", { schemas: { A: object({ b: to("/definitions/B") }) } }],
  ])("%s", (_, components) => {
    const document: JsonObject = { components };
    expect(withNamedPlaces({ document, trace }).document).toBe(document);
  });
});

it.each([
  [
    "/paths/~1pets~1{id}/get/responses/200/content/application~1json/schema/properties/owner",
    "pets_id_get_200_owner",
  ],
  ["/paths/~1pets/post/requestBody/content/application~1json/schema", "pets_post_body"],
  ["/components/schemas/Pet/properties/tags/items", "Pet_tags_items"],
  ["/components/schemas/Pet/allOf/1", "Pet_allOf_1"],
  ["/definitions/Pet", "Pet"],
  ["/x-shared/Größe", "Größe"],
  ["/x-shared/%", "place"],
  [`/definitions/${"a".repeat(200)}`, "a".repeat(120)],
])("a schema at %s is called %s", (pointer, want) => {
  expect(placeName(pointer, new Set(), new Map())).toBe(want);
});

it("no two schemas have the same name", () => {
  const [taken, next] = [new Set(["Pet"]), new Map()];
  expect(placeName("/definitions/Pet", taken, next)).toBe("Pet_2");
  expect(placeName("/x-shared/Pet", taken, next)).toBe("Pet_3");
});
