import { describe, expect, it } from "vitest";
import type { Field, Schema } from "../../../generator/model/api/schema.js";
import { typeFrom } from "../../../generator/plan/types/type-from.js";
import {
  fits,
  propertyKey,
  typeText,
  unionAlias,
} from "../../../generator/plan/types/type-text.js";
import { anything, integer, plain, schema, text } from "../../model/documents.js";

function field(name: string, of: Schema, required = false): Field {
  return { name, required, description: null, deprecated: null, schema: of, example: null };
}

const pet = schema({ kind: "named", name: "Pet" });
const words = schema({ kind: "scalar", type: "string", format: null }, { nullable: true });
const kinds = schema({ kind: "enum", values: ["cat", "dog"], ...plain });

describe("a schema is printed as a type", () => {
  it.each<[want: string, given: Schema]>([
    ["string", text],
    ["number", integer],
    ["number", schema({ kind: "scalar", type: "number", format: "double" })],
    ["boolean", schema({ kind: "scalar", type: "boolean", format: null })],
    ["null", schema({ kind: "scalar", type: "null", format: null })],
    ["string | null", words],
    ['"cat" | "dog"', kinds],
    [
      '"a\\"b" | 1 | true | null',
      schema({ kind: "enum", values: ['a"b', 1, true, null], ...plain }),
    ],
    ['"cat" | null', schema({ kind: "enum", values: ["cat", null], ...plain }, { nullable: true })],
    ['"cat" | null', schema({ kind: "enum", values: ["cat"], ...plain }, { nullable: true })],
    ["string[]", schema({ kind: "array", items: text })],
    ["[string, <Pet>]", schema({ kind: "tuple", members: [text, pet] })],
    ["string[][]", schema({ kind: "array", items: schema({ kind: "array", items: text }) })],
    ["(string | null)[]", schema({ kind: "array", items: words })],
    ["string[] | null", schema({ kind: "array", items: text }, { nullable: true })],
    ['("cat" | "dog")[]', schema({ kind: "array", items: kinds })],
    ["<Pet>", pet],
    ["<Pet>[]", schema({ kind: "array", items: pet })],
    ["string | <Pet>", schema({ kind: "union", members: [text, pet] })],
    ["string | <Pet> | null", schema({ kind: "union", members: [words, pet] }, { nullable: true })],
    ["never", schema({ kind: "union", members: [] })],
    ["<Pet> & string", schema({ kind: "intersection", members: [pet, words] })],
    ["<Pet>", schema({ kind: "intersection", members: [pet, anything] })],
    ["unknown", schema({ kind: "intersection", members: [anything] })],
    ["unknown", anything],
    ["{ [key: string]: unknown }", schema({ kind: "object", fields: [], additional: null })],
    ["{ [key: string]: string | null }", schema({ kind: "object", fields: [], additional: words })],
    [
      '{ name: string; "first-name"?: string | null; pet?: <Pet>; [key: string]: string | <Pet> | null | undefined }',
      schema({
        kind: "object",
        fields: [field("name", text, true), field("first-name", words), field("pet", pet)],
        additional: text,
      }),
    ],
  ])("%s", (want, given) => {
    const none = new Set<string>();
    const scope = { find: () => undefined, isMultipart: false, expanded: none, listed: none };
    const spelling = {
      model: (name: string) => `<${name}>`,
      file: () => "FileInput",
      streams: (name: string) => name,
    };
    expect(typeText(typeFrom(given, scope), spelling)).toBe(want);
  });
});

describe("a property's key", () => {
  it.each([
    ["name", "name"],
    ["$ref", "$ref"],
    ["_a1", "_a1"],
    ["delete", "delete"],
    ["1st", '"1st"'],
    ["a-b", '"a-b"'],
    ['a"b', '"a\\"b"'],
    ["é", '"é"'],
    ["", '""'],
  ])("%j", (name, want) => {
    expect(propertyKey(name)).toBe(want);
  });
});

const long = "A".repeat(60);
const longer = "B".repeat(60);

describe("a line", () => {
  it("is at most 100 columns wide", () => {
    expect(fits("x".repeat(100))).toBe(true);
    expect(fits("x".repeat(101))).toBe(false);
  });
});

describe("a union", () => {
  it.each([
    ["in a line", { given: ["A", "B"], want: "export type T = A | B;" }],
    ["of one", { given: ["A"], want: "export type T = A;" }],
    ["in lines", { given: [long, longer], want: `export type T =\n  | ${long}\n  | ${longer};` }],
  ])("%s", (_, { given, want }) => {
    expect(unionAlias("T", given)).toBe(want);
  });
});
