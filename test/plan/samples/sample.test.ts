import { describe, expect, it } from "vitest";
import type { Field, NamedSchema, Schema } from "../../../generator/model/api/schema.js";
import { schemaFinder } from "../../../generator/model/schema/find-schema.js";
import { noFiniteValue } from "../../../generator/plan/samples/minimal-value.js";
import { sampleOf } from "../../../generator/plan/samples/sample.js";
import { sampleContext } from "../../../generator/plan/samples/sample-context.js";
import { valueCode } from "../../../generator/plan/samples/value-code.js";
import { plain } from "../../model/documents.js";
import { field, list, named, object, schema, text } from "../docs/fixture.js";

const count = schema({ kind: "scalar", type: "integer", format: null });
const isOn = schema({ kind: "scalar", type: "boolean", format: null });

function sample(of: Schema, name = "thing", schemas: readonly NamedSchema[] = []): unknown {
  return sampleOf(of, name, schemaFinder(schemas));
}

describe("a sample", () => {
  it.each([
    ["an example", text({ example: { value: "a" }, default: { value: "b" } }), "a"],
    ["else a default", text({ default: { value: "b" } }), "b"],
    [
      "else the first value",
      schema({ kind: "enum", values: [null, "red", "blue"], ...plain }),
      "red",
    ],
    ["no default of null", text({ default: { value: null }, nullable: true }), "<thing>"],
    ["an example of null", text({ example: { value: null }, nullable: true }), null],
  ])("is %s", (_, given, want) => {
    expect(sample(given)).toBe(want);
  });

  it.each([
    ["text for a number", count, "many"],
    ["a number for text", text(), 5],
    ["null where it isn't allowed", text(), null],
    ["an unknown field", object([field("a", text())]), { b: "x" }],
    ["a field of another type", object([field("a", text())]), { a: 1 }],
    ["a missing field", object([field("a", text(), { required: true })]), {}],
    ["a value that isn't listed", schema({ kind: "enum", values: ["a"], ...plain }), "b"],
    ["a list with a wrong item", list(text()), ["a", 1]],
    ["what a pattern forbids", text({ constraints: ["pattern: ^[a-z]$"] }), "5"],
    ["a number out of bounds", { ...count, constraints: ["maximum: 5"] }, 6],
    ["what isn't of its format", text({}, "uuid"), "1234"],
  ])(
    "is no example that wouldn't compile, or that its own document forbids: %s",
    (_, given, value) => {
      expect(sample({ ...given, example: { value } })).not.toEqual(value);
    },
  );

  it.each([
    ["domain_id", null, "domain_12345"],
    ["petId", null, "pet_12345"],
    ["id", null, "12345"],
    ["paid", null, "<paid>"],
    ["proxy_url", null, "https://example.com"],
    ["emailAddress", null, "person@example.com"],
    ["created_at", null, "2025-01-31T09:30:00Z"],
    ["firstName", null, "Ada"],
    ["currency_code", null, "USD"],
    ["nickname", null, "<nickname>"],
    ["nickname", "uuid", "123e4567-e89b-42d3-a456-426614174000"],
    ["nickname", "__proto__", "<nickname>"],
  ])("of text called %s (%s) is %s", (name, format, want) => {
    expect(sample(text({}, format), name)).toBe(want);
  });

  it("of a number keeps to its limits", () => {
    expect(sample({ ...count, constraints: ["minimum: 7"] })).toBe(7);
    expect(sample({ ...count, constraints: ["maximum: 5"] }, "limit")).toBe(5);
    expect(sample({ ...count, constraints: ["exclusiveMinimum: 3"] })).toBe(4);
    expect(sample({ ...count, constraints: ["multipleOf: 5", "minimum: 7"] })).toBe(10);
    expect(sample({ ...count, constraints: ["multipleOf: 5"] })).toBe(5);
    expect(sample({ ...count, constraints: ["multipleOf: 5", "maximum: 3"] })).toBe(0);
    expect(sample({ ...count, constraints: ["multipleOf: 5", "maximum: -12"] })).toBe(-15);
  });

  it.each([
    ["keeps to a pattern", "key", ["pattern: ^key_[0-9]{4}$"], "key_1234"],
    ["is its name where a pattern allows it", "nickname", ["pattern: ^[a-z-]+$"], "nickname"],
    ["is a placeholder where a pattern isn't understood", "a", ["pattern: ^(?=a)a$"], "<a>"],
    ["is short enough", "county", ["maxLength: 2"], "co"],
    ["is long enough", "name", ["minLength: 8"], "nameaaaa"],
    ["stays as it is where it fits", "name", ["minLength: 2", "maxLength: 9"], "<name>"],
  ])("of text %s", (_, name, constraints, want) => {
    expect(sample(text({ constraints }), name)).toBe(want);
  });

  it.each([
    ["one item", [], ["<tag>"]],
    ["as many items as it needs", ["minItems: 2"], ["<tag>", "<tag>"]],
    ["distinct items", ["minItems: 2", "uniqueItems: true"], ["<tag>", "<tag>2"]],
  ])("of a list has %s", (_, constraints, want) => {
    expect(sample({ ...list(text()), constraints }, "tag")).toEqual(want);
  });

  it("of a list of distinct values has different ones", () => {
    const color = schema({ kind: "enum", values: ["red", "blue", "green"], ...plain });
    const constraints = ["minItems: 2", "uniqueItems: true"];
    expect(sample({ ...list(color), constraints })).toEqual(["red", "blue"]);
  });

  it("of a cycle of parents and subtypes has the values that all of them allow", () => {
    const kind = (values: readonly string[]) => schema({ kind: "enum", values, ...plain });
    const required = { required: true };
    const parent = schema({
      kind: "intersection",
      members: [
        schema({ kind: "union", members: [named("Cat"), named("Dog")] }),
        object([field("kind", text(), required)]),
      ],
    });
    const heir = (value: string, own: string) =>
      schema({
        kind: "intersection",
        members: [
          named("Pet"),
          object([field("kind", kind([value]), required), field(own, count, required)]),
        ],
      });
    const schemas = [
      { name: "Pet", alias: null, schema: parent },
      { name: "Cat", alias: null, schema: heir("cat", "lives") },
      { name: "Dog", alias: null, schema: heir("dog", "walks") },
    ];
    expect(sample(named("Pet"), "pet", schemas)).toEqual({ kind: "cat", lives: 1 });
    expect(sample(named("Dog"), "dog", schemas)).toEqual({ kind: "dog", walks: 1 });
  });
});

describe("a sample of an object", () => {
  it("has required fields, and those with an example", () => {
    const given = object([
      field("id", text(), { required: true }),
      field("name", text({ example: { value: "Ada" } })),
      field("note", text()),
    ]);
    expect(sample(given)).toEqual({ id: "12345", name: "Ada" });
  });

  it("has optional fields if it would be empty otherwise", () => {
    const old = field("old", text(), { deprecated: { reason: null } });
    expect(sample(object([field("note", text()), old]))).toEqual({ note: "<note>" });
  });

  it("has blobs for files, even if an example has text", () => {
    const file = schema({ kind: "scalar", type: "string", format: "binary", file: "only" });
    const given = object([
      field("file", { ...file, example: { value: "a" } }, { required: true }),
      field("note", text({ example: { value: "b" } })),
    ]);
    const sent = sampleOf(
      given,
      "thing",
      schemaFinder([]),
      sampleContext("Thing", { hasFiles: true }),
    );
    expect(valueCode(sent)).toBe('{ file: new Blob(["<file>"]), note: "b" }');
    expect(sample(given)).toEqual({ file: "a", note: "b" });
  });

  it("has the discriminator value of its subtype, even if the parent declares a text", () => {
    const kind = schema({ kind: "enum", values: ["Square"], ...plain });
    const parent = schema({
      kind: "intersection",
      members: [
        schema({ kind: "union", members: [named("Square")] }),
        object([field("kind", text(), { required: true })]),
      ],
    });
    const heir = schema({
      kind: "intersection",
      members: [named("Shape"), object([field("kind", kind)])],
    });
    const schemas = [
      { name: "Shape", alias: null, schema: parent },
      { name: "Square", alias: null, schema: heir },
    ];
    const sent = sampleOf(parent, "shape", schemaFinder(schemas), sampleContext("Shape"));
    expect(sent).toEqual({ kind: "Square" });
  });

  it("joins the members of an intersection", () => {
    const members = [object([field("a", count)]), object([field("b", isOn)])];
    expect(sample(schema({ kind: "intersection", members }))).toEqual({ a: 1, b: false });
  });

  it("has the fields of a union's first member in an intersection", () => {
    const unknown = schema({ kind: "unknown" });
    const base = object([field("id", unknown, { required: true })]);
    const union = schema({ kind: "union", members: [object([field("id", count)]), object([])] });
    expect(sample(schema({ kind: "intersection", members: [base, union] }))).toEqual({ id: 1 });
  });

  it("has each item of a tuple", () => {
    expect(sample(schema({ kind: "tuple", members: [count, isOn] }))).toEqual([1, false]);
  });

  it("has a sample key if keys aren't declared", () => {
    expect(sample(schema({ kind: "object", fields: [], additional: count }))).toEqual({ key: 1 });
  });
});

describe("a sample of a schema that contains itself", () => {
  const required = (name: string, of: Schema): Field => field(name, of, { required: true });

  it.each([
    ["in a list", object([required("next", list(named("Node")))]), { next: [] }],
    [
      "where null is allowed",
      object([required("next", named("Node", { nullable: true }))]),
      { next: null },
    ],
    ["as an option", object([field("next", named("Node"))]), {}],
  ])("ends: %s", (_, node, want) => {
    expect(sample(named("Node"), "node", [{ name: "Node", alias: null, schema: node }])).toEqual(
      want,
    );
  });

  it.each([
    [
      "in a tuple",
      schema({ kind: "tuple", members: [text(), named("Node")] }),
      ["<node>", noFiniteValue],
    ],
    ["as what it has to have", object([required("next", named("Node"))]), { next: noFiniteValue }],
    [
      "unless another will do",
      object([required("next", schema({ kind: "union", members: [named("Node"), count] }))]),
      { next: 1 },
    ],
  ])("has no end: %s", (_, node, want) => {
    expect(sample(named("Node"), "node", [{ name: "Node", alias: null, schema: node }])).toEqual(
      want,
    );
  });

  it("ends if named schemas refer to each other", () => {
    const schemas = [
      { name: "A", alias: null, schema: named("B") },
      { name: "B", alias: null, schema: named("A") },
    ];
    expect(sample(named("A"), "a", schemas)).toEqual({});
  });
});

describe("a sample of an object that contains itself through an `allOf`", () => {
  const again = schema({
    kind: "intersection",
    members: [named("Repo"), schema({ kind: "unknown" })],
  });

  it("omits the optional fields that repeat it", () => {
    const repo = object([
      field("name", text({ example: { value: "docs" } })),
      field("parent", again, { example: null }),
      field("source", again, { example: null }),
    ]);
    expect(sample(named("Repo"), "thing", [{ name: "Repo", alias: null, schema: repo }])).toEqual({
      name: "docs",
    });
  });

  it("ends if required fields repeat it", () => {
    const repo = object([
      field("parent", again, { required: true }),
      field("source", again, { required: true }),
    ]);
    expect(
      sample(named("Repo"), "thing", [{ name: "Repo", alias: null, schema: repo }]),
    ).toHaveProperty("parent.parent");
  });
});

describe("a sample of a large schema", () => {
  it("is a few objects deep if fields are optional", () => {
    let inner = object([field("end", text())]);
    for (let level = 0; level < 1_000; level += 1) inner = object([field("a", inner)]);
    expect(sample(inner)).toEqual({ a: { a: { a: {} } } });
  });

  it("is complete if all fields are required", () => {
    let inner: Schema = text();
    let want: unknown = "<a>";
    for (let level = 0; level < 50; level += 1) {
      inner = object([field("a", inner, { required: true })]);
      want = { a: want };
    }
    expect(sample(inner)).toEqual(want);
  });

  it("ends if each schema requires ten of the next", () => {
    const fields = (name: string) =>
      Array.from({ length: 10 }, (_, index) => field(`f${index}`, named(name), { required: true }));
    const schemas = Array.from({ length: 12 }, (_, index) => ({
      name: `L${index}`,
      alias: null,
      schema: object(fields(`L${index + 1}`)),
    }));
    const names = JSON.stringify(sample(named("L0"), "all", schemas)).match(/"f0"/g);
    expect(names).toHaveLength(200);
  });

  it("has all required fields, and at most fifty optional ones", () => {
    const fields = Array.from({ length: 120 }, (_, index) =>
      field(`f${index}`, text(), { required: index >= 100 }),
    );
    const [none, some] = [
      sample(object(fields.slice(0, 100))),
      sample(
        object([
          ...fields.slice(0, 100).map((each) => ({ ...each, example: { value: "x" } })),
          ...fields.slice(100),
        ]),
      ),
    ];
    expect([none, some].map((each) => Object.keys(each ?? {}).length)).toEqual([50, 70]);
  });
});
