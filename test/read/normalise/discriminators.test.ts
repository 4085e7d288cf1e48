import { describe, expect, it } from "vitest";
import { isObject, type JsonObject } from "../../../generator/read/document/document.js";
import { withDiscriminators } from "../../../generator/read/normalise/discriminators.js";

const to = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const kind = (...values: string[]): JsonObject => ({ type: "string", enum: values });
const text: JsonObject = { type: "string" };
const propertyName = "kind";

/** An object with a text for its kind, as documents have it that leave the rest to a discriminator. */
const plain: JsonObject = { type: "object", properties: { kind: text } };

function told(schemas: JsonObject): unknown {
  // Written out, so that no two schemas are one object.
  const document = JSON.parse(JSON.stringify({ openapi: "3.1.0", components: { schemas } }));
  const { components } = withDiscriminators(document);
  return isObject(components) ? components["schemas"] : undefined;
}

describe("the alternatives of a union", () => {
  const oneOf = [to("Cat"), to("Dog")];
  it.each<[name: string, discriminator: JsonObject, cat: string[], dog: string[]]>([
    ["are meant by their names", { propertyName }, ["Cat"], ["Dog"]],
    [
      "are meant as the mapping says, by reference",
      { propertyName, mapping: { cat: "#/components/schemas/Cat" } },
      ["cat"],
      ["Dog"],
    ],
    [
      "are meant as the mapping says, by name",
      { propertyName, mapping: { cat: "Cat", dog: "Dog", puppy: "Dog" } },
      ["cat"],
      ["dog", "puppy"],
    ],
  ])("%s", (_, discriminator, cat, dog) => {
    const want = (values: string[]) => ({
      type: "object",
      properties: { kind: kind(...values) },
      required: ["kind"],
    });
    for (const union of ["oneOf", "anyOf"]) {
      const Pet = { [union]: oneOf, discriminator };
      expect(told({ Pet, Cat: plain, Dog: plain })).toEqual({
        Pet: { [union]: oneOf },
        Cat: want(cat),
        Dog: want(dog),
      });
    }
  });

  const Pet = { oneOf: [to("Cat")], discriminator: { propertyName, mapping: { cat: "Cat" } } };

  it.each<[name: string, given: JsonObject, want: JsonObject]>([
    [
      "with a kind of their own keep what they say of it",
      {
        type: "object",
        properties: { kind: { ...text, description: "Which.", example: "x" } },
        required: ["name"],
      },
      {
        type: "object",
        properties: { kind: { ...kind("cat"), description: "Which." } },
        required: ["name", "kind"],
      },
    ],
    [
      "that say as much already say no more",
      { type: "object", properties: { kind: kind("cat") }, required: ["kind"] },
      { type: "object", properties: { kind: kind("cat") }, required: ["kind"] },
    ],
    [
      "don't contradict themselves",
      { type: "object", properties: { kind: kind("feline", "tiger") } },
      { type: "object", properties: { kind: kind("feline", "tiger") }, required: ["kind"] },
    ],
    [
      "have one of the kinds that they list",
      { type: "object", properties: { kind: { $ref: "#/components/schemas/Kind" } } },
      { type: "object", properties: { kind: kind("cat") }, required: ["kind"] },
    ],
    [
      "keep a kind that is no text",
      { type: "object", properties: { kind: { type: "integer" } } },
      { type: "object", properties: { kind: { type: "integer" } }, required: ["kind"] },
    ],
    [
      "without the property get it",
      { type: "object" },
      { type: "object", properties: { kind: kind("cat") }, required: ["kind"] },
    ],
    [
      "are told in the member that has the property",
      { allOf: [to("Kind"), { properties: { kind: text } }] },
      { allOf: [to("Kind"), { properties: { kind: kind("cat") }, required: ["kind"] }] },
    ],
    [
      "are told in a member more",
      { allOf: [{ type: "object", properties: { name: text } }] },
      {
        allOf: [
          { type: "object", properties: { name: text } },
          { type: "object", properties: { kind: kind("cat") }, required: ["kind"] },
        ],
      },
    ],
    ["that are no objects stay as they are", { type: "string" }, { type: "string" }],
  ])("%s", (_, given, want) => {
    expect(told({ Pet, Cat: given, Kind: kind("cat", "dog") })).toMatchObject({ Cat: want });
  });

  it("are meant by all the values of all the unions that they are in", () => {
    const other = { oneOf: [to("Cat")], discriminator: { propertyName, mapping: { tom: "Cat" } } };
    expect(told({ Pet, Other: other, Cat: plain })).toMatchObject({
      Cat: { properties: { kind: kind("cat", "tom") } },
    });
  });

  it("may lack the property where its absence means one of them", () => {
    const discriminator = { propertyName, defaultMapping: "Dog" };
    expect(told({ Pet: { oneOf, discriminator }, Cat: plain, Dog: plain })).toEqual({
      Pet: { oneOf },
      Cat: { type: "object", properties: { kind: kind("Cat") } },
      Dog: plain,
    });
  });
});

describe("the heirs of a schema", () => {
  const Pet = { ...plain, discriminator: { propertyName, mapping: { cat: "Cat" } } };

  it("are meant by their names, or as the mapping says", () => {
    const heir = { allOf: [to("Pet"), { type: "object", properties: { name: text } }] };
    expect(told({ Pet, Cat: heir, Dog: heir })).toMatchObject({
      Pet: plain,
      Cat: { allOf: [...heir.allOf, { properties: { kind: kind("cat") }, required: ["kind"] }] },
      Dog: { allOf: [...heir.allOf, { properties: { kind: kind("Dog") }, required: ["kind"] }] },
    });
  });

  it("may be any of their own heirs", () => {
    const schemas = told({ Pet, Dog: { allOf: [to("Pet")] }, Puppy: { allOf: [to("Dog")] } });
    expect(schemas).toMatchObject({
      Dog: { allOf: [to("Pet"), { properties: { kind: kind("Dog", "Puppy") } }] },
      Puppy: { allOf: [to("Dog"), { properties: { kind: kind("Puppy") } }] },
    });
  });

  it("inherit no kind that is none of theirs", () => {
    const closed = { ...Pet, properties: { kind: kind("cat", "fish") } };
    const schemas = told({ Pet: closed, Cat: { allOf: [to("Pet")] }, Dog: { allOf: [to("Pet")] } });
    expect(schemas).toMatchObject({
      Cat: { allOf: [to("Pet"), { properties: { kind: kind("cat") } }] },
      Dog: { allOf: [to("Pet"), { properties: { kind: kind("cat", "fish") } }] },
    });
  });

  it("are those of a member that has the discriminator, too", () => {
    const base = { allOf: [{ ...plain, discriminator: { propertyName } }] };
    expect(told({ Pet: base, Cat: { allOf: [to("Pet")] } })).toEqual({
      Pet: { allOf: [plain] },
      Cat: {
        allOf: [
          to("Pet"),
          { type: "object", properties: { kind: kind("Cat") }, required: ["kind"] },
        ],
      },
    });
  });
});

it("a document without discriminators is left as it is", () => {
  const document = { openapi: "3.1.0", components: { schemas: { Pet: plain } } };
  expect(withDiscriminators(document)).toBe(document);
});

it("a circle of heirs, and what leads nowhere, means nothing", () => {
  const discriminator = { propertyName, mapping: { a: "#/nowhere", b: 5 } };
  const A = { allOf: [to("B")], discriminator };
  const B = { allOf: [to("A"), to("C")] };
  expect(() => told({ A, B })).not.toThrow();
});
