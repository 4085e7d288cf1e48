import { describe, expect, it } from "vitest";
import type { Schema } from "../../../generator/model/api.js";
import { schemaFinder } from "../../../generator/model/schema/find-schema.js";
import { fieldsMarked, withoutMarked } from "../../../generator/plan/call/read-write.js";
import { field, list, named, object, schema, text } from "../docs/fixture.js";

const kept = object([
  field("id", text({ readOnly: true })),
  field("pin", text({ writeOnly: true })),
  field("name", text()),
]);
const find = schemaFinder([
  { name: "Kept", alias: null, schema: kept },
  { name: "Time", alias: null, schema: text({ readOnly: true }) },
]);

function all(...members: Schema[]): Schema {
  return schema({ kind: "intersection", members });
}

describe("the fields that one side alone gives", () => {
  it.each<[name: string, given: Schema, readOnly: string[], writeOnly: string[]]>([
    ["of an object", kept, ["id"], ["pin"]],
    ["of a name", named("Kept"), ["id"], ["pin"]],
    ["by what a name stands for", object([field("made", named("Time"))]), ["made"], []],
    [
      "of objects together",
      all(named("Kept"), object([field("no", text({ readOnly: true }))])),
      ["id", "no"],
      ["pin"],
    ],
    ["none of those deeper", object([field("inner", kept)]), [], []],
    ["none of a list", list(kept), [], []],
    ["none of what may be something else", schema({ kind: "union", members: [kept] }), [], []],
    ["none of what may be null", { ...kept, nullable: true }, [], []],
  ])("are %s", (_, given, readOnly, writeOnly) => {
    expect(fieldsMarked("readOnly", given, find)).toEqual(readOnly);
    expect(fieldsMarked("writeOnly", given, find)).toEqual(writeOnly);
  });
});

describe("a schema without its marked fields", () => {
  it("has the others, whatever it consists of", () => {
    const name = field("name", text());
    const pin = field("pin", text({ writeOnly: true }));
    expect(withoutMarked("readOnly", kept, find)).toEqual(object([pin, name]));
    expect(withoutMarked("readOnly", named("Kept"), find)).toMatchObject(object([pin, name]));
    const both = all(named("Kept"), object([field("more", text())]));
    expect(withoutMarked("readOnly", both, find)).toMatchObject(
      object([pin, name, field("more", text())]),
    );
  });

  it("is what it was where none is marked", () => {
    const plain = object([field("name", text())]);
    expect(withoutMarked("readOnly", plain, find)).toBe(plain);
    expect(withoutMarked("readOnly", named("Time"), find)).toEqual(named("Time"));
  });
});
