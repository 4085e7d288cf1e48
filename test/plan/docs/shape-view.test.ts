import { describe, expect, it } from "vitest";
import type { Schema } from "../../../generator/model/api/schema.js";
import { shapeView } from "../../../generator/plan/docs/shape-view.js";
import { plain } from "../../model/documents.js";
import { docsFor, field, named, object, schema, text } from "./fixture.js";

const page = "docs/models/page.md";
const oneOf = (...values: string[]) => schema({ kind: "enum", values, ...plain });
const kind = (...values: string[]) => field("kind", oneOf(...values), { required: true });
const both = (...members: Schema[]) => schema({ kind: "intersection", members });

function shapeOf(node: Schema, schemas: Readonly<Record<string, Schema>> = {}) {
  const named = Object.entries(schemas).map(([name, each]) => ({
    name,
    alias: null,
    schema: each,
  }));
  return shapeView(node, page, docsFor({ schemas: named }));
}

/** A union's members as the page shows them: with their discriminating values, or in a list. */
function unionOf(schemas: Readonly<Record<string, Schema>>) {
  const members = Object.keys(schemas).map((name) => named(name));
  const { discriminator, alternatives } = shapeOf(schema({ kind: "union", members }), schemas);
  const spell = (type: readonly { text: string }[]) => type.map(({ text }) => text).join();
  if (discriminator === null) return alternatives.map(spell);
  return [
    discriminator.property,
    ...discriminator.choices.map(({ values, type }) => [...values, spell(type)]),
  ];
}

describe("a union", () => {
  it("is a table of the discriminator values of its members", () => {
    expect(unionOf({ Cat: object([kind("cat")]), Dog: object([kind("dog", "hound")]) })).toEqual([
      "kind",
      ['"cat"', "Cat"],
      ['"dog"', '"hound"', "Dog"],
    ]);
  });

  it("finds them in an allOf", () => {
    const Dog = both(object([field("name", text())]), object([kind("dog")]));
    expect(unionOf({ Cat: object([kind("cat")]), Dog })[0]).toBe("kind");
  });

  it.each([
    ["a value means two", { Cat: object([kind("pet")]), Dog: object([kind("pet", "dog")]) }],
    ["a member lists none", { Cat: object([kind("cat")]), Dog: object([]) }],
    [
      "it may be missing",
      { Cat: object([field("kind", oneOf("cat"))]), Dog: object([kind("dog")]) },
    ],
  ])("is a list of its members where %s", (_, schemas) => {
    expect(unionOf(schemas)).toEqual(["Cat", "Dog"]);
  });
});

describe("an intersection", () => {
  it("has each field once: with the values if one lists them, required if one is", () => {
    const node = both(
      object([kind("cat")]),
      object([field("kind", text()), field("name", text())]),
    );
    const rows = shapeOf(node).fields?.fields.map(({ name, type, required }) => [
      name,
      type[0]?.text,
      required,
    ]);
    expect(rows).toEqual([
      ["kind", '"cat"', true],
      ["name", "string", false],
    ]);
  });
});
