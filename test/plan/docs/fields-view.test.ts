import { describe, expect, it } from "vitest";
import { fieldsView } from "../../../generator/plan/docs/fields-view.js";
import { plain } from "../../model/documents.js";
import { docsFor, field, list, named, object, schema, text } from "./fixture.js";

const page = "docs/models/page.md";
const color = schema({ kind: "enum", values: ["red", "blue"], ...plain });
const api = docsFor({ schemas: [{ name: "Color", alias: null, schema: color }] });

/** A row as its cells read, notes in one. */
function rowsOf(...fields: Parameters<typeof fieldsView>[1]) {
  return fieldsView("Field", fields, page, api).fields.map((row) => ({
    name: row.name,
    type: row.type.map(({ text, href }) => (href ? `[${text}](${href})` : text)).join(""),
    notes: row.notes.map(({ label, prose, values }) =>
      [label, prose, ...values].filter((part) => part !== null).join(" "),
    ),
  }));
}

describe("a row", () => {
  it("shows null, a link to a name, and the type around it", () => {
    const items = list(named("Color"));
    expect(rowsOf(field("colors", { ...items, nullable: true }))).toEqual([
      { name: "colors", type: "[Color](color.md)[] | null", notes: [] },
    ]);
  });

  it("lists the limits of a value", () => {
    const given = text(
      {
        description: "A name.",
        default: { value: "Ada" },
        constraints: ["minLength: 1"],
        readOnly: true,
      },
      "email",
    );
    expect(rowsOf(field("name", given))[0]?.notes).toEqual([
      "A name.",
      "Read-only.",
      'Default: "Ada"',
      "format: email minLength: 1",
    ]);
  });

  it("lists the values of an enum once: in its type, or next to it if that is a name", () => {
    expect(rowsOf(field("a", color), field("b", named("Color")))).toEqual([
      { name: "a", type: '"red" | "blue"', notes: [] },
      { name: "b", type: "[Color](color.md)", notes: ['One of: "red" "blue"'] },
    ]);
  });

  it("names the kind of a long enum's values", () => {
    const values = Array.from({ length: 20 }, (_, index) => `value ${index}`);
    const [row] = rowsOf(
      field("a", schema({ kind: "enum", values, ...plain }, { nullable: true })),
    );
    expect(row?.type).toBe("string | null");
    expect(row?.notes[0]).toMatch(/^One of: "value 0" "value 1" /);
  });

  it("notes that an open enum may have other values", () => {
    const open = { kind: "enum", values: ["red", "blue"], labels: [], isOpen: true } as const;
    const schemas = [{ name: "Open", alias: null, schema: schema(open) }];
    const view = fieldsView("Field", [field("a", named("Open"))], page, docsFor({ schemas }));
    expect(view.fields[0]?.notes).toEqual([
      { label: "For example:", prose: null, values: ['"red"', '"blue"'] },
    ]);
  });

  it("names the field that discriminates the members of a union", () => {
    const pet = (kind: string) =>
      object([
        field("kind", schema({ kind: "enum", values: [kind], ...plain }), { required: true }),
      ]);
    const either = schema({ kind: "union", members: [pet("cat"), pet("dog")] });
    const rows = rowsOf(field("one", either), field("many", list(either)), field("name", text()));
    expect(rows.map(({ notes }) => notes)).toEqual([
      ["Discriminated by kind"],
      ["Discriminated by kind"],
      [],
    ]);
  });

  it("begins with why it is deprecated", () => {
    const old = field("old", text({ description: "A name." }), { deprecated: { reason: "Gone." } });
    expect(rowsOf(old)[0]?.notes).toEqual(["**Deprecated.** Gone.", "A name."]);
  });
});

describe("fields of an object that has no page", () => {
  it("follow it, with its name as a prefix", () => {
    const street = object([field("street", text())]);
    const rows = rowsOf(field("homes", list(street)), field("work", { ...street, nullable: true }));
    expect(rows.map(({ name, type }) => `${name}: ${type}`)).toEqual([
      "homes: object[]",
      "homes[].street: string",
      "work: object | null",
      "work.street: string",
    ]);
  });

  it("are those of all members of an allOf with an inline object", () => {
    const inline = object([field("note", text())]);
    const members = [object([field("street", text())]), inline];
    const rows = rowsOf(field("home", schema({ kind: "intersection", members })));
    expect(rows.map(({ name, type }) => `${name}: ${type}`)).toEqual([
      "home: object",
      "home.street: string",
      "home.note: string",
    ]);
  });
});

describe("a table", () => {
  it("has a column for examples if and only if there is one", () => {
    const plain = field("a", text());
    const shown = field("b", text({ example: { value: "x | y" } }));
    expect(fieldsView("Field", [plain], page, api).fields[0]?.example).toBeNull();
    expect(fieldsView("Field", [plain, shown], page, api).fields.map((row) => row.example)).toEqual(
      [{ text: null }, { text: "x | y" }],
    );
  });
});
