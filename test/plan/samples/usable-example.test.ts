import { describe, expect, it } from "vitest";
import type { Schema } from "../../../generator/model/api/schema.js";
import { usableExample } from "../../../generator/plan/samples/usable-example.js";
import { field, list, named, object, schema, text } from "../docs/fixture.js";

const number = schema({ kind: "scalar", type: "number", format: null });
const money = object([field("currency", text(), { required: true }), field("cents", number)]);
const few = schema(
  { kind: "array", items: number },
  { constraints: ["minItems: 2", "maxItems: 3", "uniqueItems: true"] },
);
const schemas = new Map<string, Schema>([
  ["Money", money],
  ["Priced", object([field("price", named("Money"))])],
]);
const find = (name: string) => schemas.get(name);

describe("the usable part of an example", () => {
  it.each<[name: string, value: unknown, of: Schema, want: unknown]>([
    ["all of one that fits", { currency: "USD" }, money, { currency: "USD" }],
    ["without unknown fields", { currency: "USD", note: "a" }, money, { currency: "USD" }],
    [
      "without optional fields that don't fit",
      { currency: "USD", cents: "1" },
      money,
      { currency: "USD" },
    ],
    [
      "the same inside objects, lists and named schemas",
      [{ price: { currency: "USD", note: "a" } }],
      list(named("Priced")),
      [{ price: { currency: "USD" } }],
    ],
    [
      "in an `allOf`, the fields of all its members",
      { currency: "USD", rate: 2, note: "a" },
      schema({ kind: "intersection", members: [money, object([field("rate", number)])] }),
      { currency: "USD", rate: 2 },
    ],
    [
      "the largest of a union's members",
      { currency: "USD", cents: 1, note: "a" },
      schema({ kind: "union", members: [object([field("cents", number)]), money] }),
      { currency: "USD", cents: 1 },
    ],
    ["without items that don't fit", [1, "a"], list(number), [1]],
    ["without repeated and surplus items", [1, 1, 2, 3, 4], few, [1, 2, 3]],
    ["of JSON in a string", '{"currency": "USD"}', money, { currency: "USD" }],
  ])("is %s", (_, value, of, want) => {
    expect(usableExample({ value }, of, find)).toEqual({ value: want });
  });

  it.each<[name: string, value: unknown, of: Schema]>([
    ["a required field is missing", { cents: 1 }, money],
    ["a required field doesn't fit", { currency: 1, cents: 1 }, money],
    ["no field is known", { note: "a" }, object([field("price", number)])],
    ["no item of a list fits", ["a", "b"], list(number)],
    ["too few items fit", [1, "a"], few],
    ["the schema is missing", "a", named("Nobody")],
    ["the type is another", "a", number],
  ])("is nothing if %s", (_, value, of) => {
    expect(usableExample({ value }, of, find)).toBeNull();
  });
});
