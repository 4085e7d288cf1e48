import { describe, expect, it } from "vitest";
import type { NamedSchema, Schema } from "../../../generator/model/api/schema.js";
import { schemaFinder } from "../../../generator/model/schema/find-schema.js";
import { flattenedFields, flattenNames } from "../../../generator/model/schema/flattened-fields.js";
import { field, named, object, schema, text } from "../../plan/docs/fixture.js";

function all(...members: Schema[]): Schema {
  return schema({ kind: "intersection", members });
}

function asNamed(schemas: Readonly<Record<string, Schema>>): NamedSchema[] {
  return Object.entries(schemas).map(([name, each]) => ({ name, alias: null, schema: each }));
}

const cat = schema({ kind: "enum", values: ["cat"], isOpen: false, labels: [] });

const find = schemaFinder(
  asNamed({
    Base: object([field("id", text(), { required: true }), field("kind", text())]),
    Pet: all(named("Base"), object([field("kind", cat), field("name", text())])),
    Self: all(named("Self"), object([field("a", text())])),
    One: all(named("Other")),
    Other: all(named("One")),
  }),
);

/** `id`, `kind?`, with the kind of a field that isn't plain text. */
function short(given: Schema): string[] | null {
  return (
    flattenedFields(given, find)?.map(
      ({ name, required, schema: { kind } }) =>
        `${name}${required ? "" : "?"}${kind === "scalar" ? "" : ` ${kind}`}`,
    ) ?? null
  );
}

describe("the fields of an object", () => {
  it.each<[name: string, given: Schema, want: string[] | null]>([
    ["are its own", object([field("a", text())]), ["a?"]],
    ["are those of a name", named("Base"), ["id", "kind?"]],
    ["are its members', with what each of them asks", named("Pet"), ["id", "kind? enum", "name?"]],
    [
      "are required if one of them requires them",
      all(named("Base"), object([field("id", text())])),
      ["id", "kind?"],
    ],
    ["are listed once of a name", all(named("Pet"), named("Base")), ["id", "kind? enum", "name?"]],
    ["are unknown for an unknown schema", named("Nobody"), null],
    ["are unknown if a member isn't an object", all(named("Base"), text()), null],
    ["are unknown if the schema is nullable", { ...named("Base"), nullable: true }, null],
    ["are those beside the reference, for a schema that contains itself", named("Self"), ["a?"]],
    ["are not known of names that consist of each other", named("One"), null],
  ])("%s", (_, given, want) => {
    expect(short(given)).toEqual(want);
  });

  it("are those of thousands that consist of each other", () => {
    const names = Array.from({ length: 20_000 }, (_, index) => `Link${index}`);
    const schemas = names.map((name, index): [string, Schema] => [
      name,
      all(named(names[index + 1] ?? "Last"), object([field(name, text())])),
    ]);
    const chain = asNamed({ ...Object.fromEntries(schemas), Last: object([]) });
    const fields = flattenedFields(named("Link0"), schemaFinder(chain));
    expect(fields?.map(({ name }) => name)).toEqual(names.reverse());
  });

  it.each([
    ["the first", [0, 1]],
    ["the last", [999, -1]],
  ])("of a chain of a thousand take a few lookups each, flattened from %s", (_, [from, step]) => {
    const names = Array.from({ length: 1000 }, (__, index) => `Link${index}`);
    const schemas = names.map((name, index): [string, Schema] => [
      name,
      all(named(names[index + 1] ?? "Last"), object([field(name, text())])),
    ]);
    const chain = schemaFinder(asNamed({ ...Object.fromEntries(schemas), Last: object([]) }));
    let lookups = 0;
    const counting = (name: string) => {
      lookups += 1;
      return chain(name);
    };
    const ordered = names.map((__, index) => names[(from ?? 0) + index * (step ?? 1)] ?? "");
    flattenNames(ordered, counting);
    for (const name of ordered) flattenedFields(named(name), counting);
    expect(lookups).toBeLessThan(10_000);
  });
});
