import { describe, expect, it } from "vitest";
import type { Schema } from "../../../generator/model/api/schema.js";
import { fitsSchema } from "../../../generator/plan/samples/fits-schema.js";
import { field, named, object, schema, text } from "../docs/fixture.js";

function union(...members: Schema[]): Schema {
  return schema({ kind: "union", members });
}

const schemas = new Map<string, Schema>([
  ["Tree", object([field("left", named("Tree")), field("label", text())])],
  ["Self", union(named("Self"), text())],
  ["Alias", named("Text")],
  ["Text", text({ nullable: true })],
]);
const find = (name: string) => schemas.get(name);

describe("a value", () => {
  it.each<[name: string, value: unknown, of: Schema, want: boolean]>([
    ["is of a type that holds itself", { left: { left: { label: "a" } } }, named("Tree"), true],
    ["isn't, however deep its slip", { left: { left: { label: 1 } } }, named("Tree"), false],
    ["is of a union that mentions itself", "a", named("Self"), true],
    ["is null where a name leads to what may be", null, named("Alias"), true],
    ["doesn't fit an unknown schema", "a", named("Nobody"), false],
  ])("%s", (_, value, of, want) => {
    expect(fitsSchema(value, of, find)).toBe(want);
  });
});

describe("constraints", () => {
  const number = (...constraints: string[]) =>
    schema({ kind: "scalar", type: "number", format: null }, { constraints });
  const numbers = (...constraints: string[]) =>
    schema({ kind: "array", items: number() }, { constraints });

  it.each<[value: unknown, of: Schema, want: boolean]>([
    [19.99, number("multipleOf: 0.01"), true],
    [19.995, number("multipleOf: 0.01"), false],
    [[1], numbers("minItems: 2"), false],
    [[1, 2], numbers("minItems: 2", "maxItems: 2"), true],
    [[1, 2, 3], numbers("maxItems: 2"), false],
    [[1, 1], numbers(), true],
    [[1, 1], numbers("uniqueItems: true"), false],
  ])("of %j", (value, of, want) => {
    expect(fitsSchema(value, of, find)).toBe(want);
  });
});
