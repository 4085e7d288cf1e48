import { expect, it } from "vitest";
import { declarationLines } from "../../../generator/plan/types/type-lines.js";
import { typesOf } from "../../../generator/plan/types/types.js";
import type { JsonObject } from "../../../generator/read/document/document.js";
import { modelOf } from "../../model/documents.js";
import { ref } from "../blueprint.js";

/** The code of a document's schema called `Given`, with its comments. */
function codeOf(given: JsonObject, others: JsonObject = {}): string {
  const api = modelOf({ components: { schemas: { Given: given, ...others } } });
  const spelling = {
    model: (name: string) => name,
    file: () => "FileInput",
    streams: (name: string) => name,
  };
  const lines = declarationLines("Given", typesOf(api).declarationOf("Given"), spelling);
  return lines.map(({ margin, doc, text }) => margin + (doc ? `/** ${doc} */` : text)).join("\n");
}

const text = { type: "string" };

it("an object is an interface, a comment above each field that has one", () => {
  const inner = { type: "object", properties: { at: { ...text, description: "When." } } };
  const given = {
    type: "object",
    required: ["id", "list"],
    properties: {
      id: { ...text, description: "An id.", format: "uuid", minLength: 1, default: "a" },
      list: { type: "array", items: inner },
      plain: { type: "object", properties: { "first-name": text } },
      old: { ...text, deprecated: true, nullable: true, example: "b" },
      maybe: { anyOf: [inner, { type: "null" }] },
    },
  };
  expect(codeOf(given)).toBe(`export interface Given {
  /** An id.

format: uuid, minLength: 1

@default "a" */
  id: string;
  list: {
    /** When. */
    at?: string | undefined;
  }[];
  plain?: { "first-name"?: string | undefined } | undefined;
  /** @example "b"
@deprecated */
  old?: string | undefined;
  maybe?: {
    /** When. */
    at?: string | undefined;
  } | null | undefined;
}`);
});

it("an allOf extends its members if no field is in two of them, else lists all fields", () => {
  const base = { type: "object", required: ["id"], properties: { id: text } };
  const own = { type: "object", properties: { name: text } };
  const others = { Base: base, Alias: { allOf: [ref("Base")] } };
  expect(codeOf({ allOf: [ref("Base"), own] }, others)).toBe(
    "export interface Given extends Base {\n  name?: string | undefined;\n}",
  );
  expect(codeOf({ allOf: [ref("Base"), own], required: ["id"] }, others)).toBe(
    "export interface Given {\n  id: string;\n  name?: string | undefined;\n}",
  );
  expect(codeOf({ allOf: [ref("Base"), { type: "object" }] }, others)).toBe(
    "export type Given = Base;",
  );
});

it("required alternatives are intersected with the fields", () => {
  const given = {
    type: "object",
    properties: { email: { ...text, description: "Where." }, phone: text },
    anyOf: [{ required: ["email"] }, { required: ["phone"] }],
  };
  expect(codeOf(given)).toBe(`export type Given = {
  /** Where. */
  email?: string | undefined;
  phone?: string | undefined;
} & ({ email: string } | { phone: string });`);
});

it("a union that is too long for a line has one member per line", () => {
  const names = Array.from({ length: 5 }, (_, index) => `AlternativeWithALongName${index}`);
  const others = Object.fromEntries(names.map((name) => [name, text]));
  const list = names.map((name) => `| ${name}`);
  expect(codeOf({ oneOf: names.map(ref) }, others)).toBe(
    `export type Given =\n  ${list.join("\n  ")};`,
  );
  expect(codeOf({ type: "array", items: { oneOf: names.map(ref) } }, others)).toBe(
    `export type Given = (\n  ${list.join("\n  ")}\n)[];`,
  );
});
