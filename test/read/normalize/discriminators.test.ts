import { describe, expect, it } from "vitest";
import { isObject, type JsonObject } from "../../../generator/read/document/document.js";
import { withDiscriminators } from "../../../generator/read/normalize/discriminators.js";

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
      "have the values of the mapping, by reference",
      { propertyName, mapping: { cat: "#/components/schemas/Cat" } },
      ["cat"],
      ["Dog"],
    ],
    [
      "have the values of the mapping, by name",
      { propertyName, mapping: { cat: "Cat", dog: "Dog", puppy: "Dog" } },
      ["cat"],
      ["dog", "puppy"],
    ],
  ])("%s", (_, discriminator, cat, dog) => {
    const want = (values: string[]) => ({
      type: "object",
      properties: { kind: kind(...values) },
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
      "with their own property keep it",
      {
        type: "object",
        properties: { kind: { ...text, description: "Which.", example: "x" } },
        required: ["name"],
      },
      {
        type: "object",
        properties: { kind: { ...kind("cat"), description: "Which." } },
        required: ["name"],
      },
    ],
    ...[
      ["that list values of it", kind("cat", "feline")],
      ["that list values of it by reference", to("Kind")],
      ["that have one value of it", { const: "cat" }],
      ["that allow null for it", { type: ["string", "null"] }],
      ["that allow null for it in 3.0", { type: "string", nullable: true }],
      ["that give it alternatives", { anyOf: [kind("cat"), { type: "null" }] }],
      ["with a kind that is no text", { type: "integer" }],
    ].map(([name, own]): [string, JsonObject, JsonObject] => [
      `${name} stay as they are`,
      { type: "object", properties: { kind: own as JsonObject } },
      { type: "object", properties: { kind: own as JsonObject } },
    ]),
    ["without the property stay as they are", { type: "object" }, { type: "object" }],
    [
      "that are unions stay as they are",
      { type: "object", oneOf: [to("Kind"), to("Kind")] },
      { type: "object", oneOf: [to("Kind"), to("Kind")] },
    ],
    [
      "are set in the member that has the property",
      { allOf: [to("Kind"), { properties: { kind: text } }] },
      { allOf: [to("Kind"), { properties: { kind: kind("cat") } }] },
    ],
    ["that are no objects stay as they are", { type: "string" }, { type: "string" }],
  ])("%s", (_, given, want) => {
    expect(told({ Pet, Cat: given, Kind: kind("cat", "dog") })).toMatchObject({ Cat: want });
  });

  it("have all the values of all the unions that they are in", () => {
    const other = { oneOf: [to("Cat")], discriminator: { propertyName, mapping: { tom: "Cat" } } };
    expect(told({ Pet, Other: other, Cat: plain })).toMatchObject({
      Cat: { properties: { kind: kind("cat", "tom") } },
    });
  });

  it("don't include the default of a missing property", () => {
    const discriminator = { propertyName, defaultMapping: "Dog" };
    expect(told({ Pet: { oneOf, discriminator }, Cat: plain, Dog: plain })).toEqual({
      Pet: { oneOf },
      Cat: { type: "object", properties: { kind: kind("Cat") } },
      Dog: plain,
    });
  });
});

describe("the subtypes of a schema", () => {
  const Pet = { ...plain, discriminator: { propertyName, mapping: { cat: "Cat" } } };

  it("have the value of their name, or of the mapping", () => {
    const heir = { allOf: [to("Pet"), { type: "object", properties: { name: text } }] };
    expect(told({ Pet, Cat: heir, Dog: heir })).toMatchObject({
      Pet: plain,
      Cat: { allOf: [...heir.allOf, { properties: { kind: kind("cat") } }] },
      Dog: { allOf: [...heir.allOf, { properties: { kind: kind("Dog") } }] },
    });
  });

  it("may have the value of any of their own subtypes", () => {
    const schemas = told({ Pet, Dog: { allOf: [to("Pet")] }, Puppy: { allOf: [to("Dog")] } });
    expect(schemas).toMatchObject({
      Dog: { allOf: [to("Pet"), { properties: { kind: kind("Dog", "Puppy") } }] },
      Puppy: { allOf: [to("Dog"), { properties: { kind: kind("Puppy") } }] },
    });
  });

  it("don't inherit the value of another subtype", () => {
    const closed = { ...Pet, properties: { kind: kind("cat", "fish") } };
    const schemas = told({ Pet: closed, Cat: { allOf: [to("Pet")] }, Dog: { allOf: [to("Pet")] } });
    expect(schemas).toMatchObject({
      Cat: { allOf: [to("Pet"), { properties: { kind: kind("cat") } }] },
      Dog: { allOf: [to("Pet")] },
    });
  });

  it("include those of a member that has the discriminator", () => {
    const base = { allOf: [{ ...plain, discriminator: { propertyName } }] };
    expect(told({ Pet: base, Cat: { allOf: [to("Pet")] } })).toEqual({
      Pet: { allOf: [plain] },
      Cat: {
        allOf: [to("Pet"), { type: "object", properties: { kind: kind("Cat") } }],
      },
    });
  });
});

it("a wrapper of a union is that union", () => {
  const Pet = { oneOf: [to("Cat")], discriminator: { propertyName } };
  const schemas = told({ Pet, Cat: plain, NewPet: { allOf: [to("Pet")] } });
  expect(schemas).toMatchObject({ NewPet: { allOf: [to("Pet")] } });
});

it("a document without discriminators is unchanged", () => {
  const document = { openapi: "3.1.0", components: { schemas: { Pet: plain } } };
  expect(withDiscriminators(document)).toBe(document);
});

it("a cycle of subtypes, or a mapping without a target, is ignored", () => {
  const discriminator = { propertyName, mapping: { a: "#/nowhere", b: 5 } };
  const A = { allOf: [to("B")], discriminator };
  const B = { allOf: [to("A"), to("C")] };
  expect(() => told({ A, B })).not.toThrow();
});
