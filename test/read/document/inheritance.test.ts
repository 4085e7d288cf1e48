import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../generator/read/document/document.js";
import { ancestorsOf, descendantsIn } from "../../../generator/read/document/inheritance.js";

const to = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });

const Pet: JsonObject = { type: "object" };
const Dog: JsonObject = { allOf: [to("Pet"), { type: "object" }] };
const Puppy: JsonObject = { allOf: [to("Dog")] };
const Odd: JsonObject = { allOf: [to("Even")] };
const Even: JsonObject = { allOf: [to("Odd"), to("Nobody")] };
const document: JsonObject = { components: { schemas: { Pet, Dog, Puppy, Odd, Even } } };

describe("a family of schemas", () => {
  it.each([
    ["Pet", Pet, []],
    ["Dog", Dog, [Pet, { type: "object" }]],
    ["Puppy", Puppy, [Dog, Pet, { type: "object" }]],
    ["a circle", Odd, [Even]],
  ])("has ancestors, the nearest first: %s", (_, schema, want) => {
    expect([...ancestorsOf(document, schema)]).toEqual(want);
  });

  it("has subtypes, and their subtypes", () => {
    const heirs = descendantsIn(document);
    const namesOf = (schema: JsonObject) => heirs.get(schema)?.map(({ name }) => name);
    expect(namesOf(Pet)).toEqual(["Dog", "Puppy"]);
    expect(namesOf(Dog)).toEqual(["Puppy"]);
    expect(namesOf(Puppy)).toBeUndefined();
  });
});
