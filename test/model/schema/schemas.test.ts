import { describe, expect, it } from "vitest";
import type { EnumValue, Field, Schema } from "../../../generator/model/api/schema.js";
import type { Json, JsonObject } from "../../../generator/read/document/document.js";
import {
  anything,
  integer,
  modelOf,
  operationOf,
  plain,
  schema,
  schemaOf,
  text,
} from "../documents.js";

interface Case {
  readonly given: Json;
  readonly want: Schema;
}

type Cases = readonly (readonly [name: string, row: Case])[];

const pet = { $ref: "#/components/schemas/Pet" };
const namedPet = schema({ kind: "named", name: "Pet" });
const words = { type: "string" };
const nothing = schema({ kind: "never" });

function field(name: string, of: Schema, facts: Partial<Field> = {}): Field {
  const { description, deprecated, example } = of;
  return { name, required: false, description, deprecated, schema: of, example, ...facts };
}

function only(value: EnumValue): Schema {
  return schema({ kind: "enum", values: [value], ...plain });
}

const onlyA = schema({
  kind: "object",
  fields: [field("a", only(1), { required: true })],
  additional: null,
});

const values: Cases = [
  ["const", { given: { const: "cat" }, want: schema({ kind: "enum", values: ["cat"], ...plain }) }],
  [
    "const beside a type",
    { given: { type: "integer", const: 0 }, want: schema({ kind: "enum", values: [0], ...plain }) },
  ],
  [
    "const beside a type that has null too",
    {
      given: { type: ["string", "null"], const: "cat" },
      want: schema({ kind: "enum", values: ["cat"], ...plain }),
    },
  ],
  [
    "const null",
    {
      given: { const: null },
      want: schema({ kind: "enum", values: [null], ...plain }, { nullable: true }),
    },
  ],
  ["const of an object", { given: { type: "object", const: { a: 1 } }, want: onlyA }],
  [
    "enum beside a type",
    {
      given: { type: "string", enum: ["cat", "dog"] },
      want: schema({ kind: "enum", values: ["cat", "dog"], ...plain }),
    },
  ],
  [
    "enum of several kinds of scalar",
    {
      given: { enum: ["", 1, false] },
      want: schema({ kind: "enum", values: ["", 1, false], ...plain }),
    },
  ],
  [
    "enum with null",
    {
      given: { type: ["string", "null"], enum: ["cat", null] },
      want: schema({ kind: "enum", values: ["cat", null], ...plain }, { nullable: true }),
    },
  ],
  [
    "const of a list",
    {
      given: { const: ["cat", 1] },
      want: schema({ kind: "tuple", members: [only("cat"), only(1)] }),
    },
  ],
  [
    "enum of scalars and objects",
    {
      given: { enum: ["cat", { a: 1 }] },
      want: schema({ kind: "union", members: [onlyA, only("cat")] }),
    },
  ],
  ["an empty enum is ignored", { given: { type: "string", enum: [] }, want: text }],
];

const compositions: Cases = [
  ["allOf of one is that one", { given: { allOf: [pet] }, want: namedPet }],
  [
    "allOf of one with its own description",
    {
      given: { allOf: [pet], description: "Mine." },
      want: schema({ kind: "named", name: "Pet" }, { description: "Mine." }),
    },
  ],
  [
    "allOf of several",
    {
      given: { type: "object", allOf: [pet, words] },
      want: schema({ kind: "intersection", members: [namedPet, text] }),
    },
  ],
  [
    "allOf with its own properties",
    {
      given: { allOf: [pet], properties: { age: { type: "integer" } }, required: ["age"] },
      want: schema({
        kind: "intersection",
        members: [
          namedPet,
          schema({
            kind: "object",
            fields: [field("age", integer, { required: true })],
            additional: null,
          }),
        ],
      }),
    },
  ],
  ["an empty allOf is ignored", { given: { allOf: [], type: "string" }, want: text }],
  [
    "oneOf",
    {
      given: { oneOf: [pet, words] },
      want: schema({ kind: "union", members: [namedPet, text] }),
    },
  ],
  [
    "anyOf",
    {
      given: { anyOf: [words, pet] },
      want: schema({ kind: "union", members: [text, namedPet] }),
    },
  ],
  [
    "oneOf with null",
    {
      given: { oneOf: [pet, words, { type: "null" }] },
      want: schema({ kind: "union", members: [namedPet, text] }, { nullable: true }),
    },
  ],
  [
    "anyOf of one and null",
    {
      given: { anyOf: [pet, { type: "null" }] },
      want: schema({ kind: "named", name: "Pet" }, { nullable: true }),
    },
  ],
  [
    "oneOf with its own properties",
    {
      given: { oneOf: [pet, words], properties: { age: { type: "integer" } }, description: "A." },
      want: schema(
        {
          kind: "intersection",
          members: [
            schema({ kind: "union", members: [namedPet, text] }),
            schema({ kind: "object", fields: [field("age", integer)], additional: null }),
          ],
        },
        { description: "A." },
      ),
    },
  ],
  [
    "a list of types",
    {
      given: { type: ["string", "integer"], description: "Either." },
      want: schema({ kind: "union", members: [text, integer] }, { description: "Either." }),
    },
  ],
];

const containers: Cases = [
  [
    "an array",
    { given: { type: "array", items: words }, want: schema({ kind: "array", items: text }) },
  ],
  [
    "an array without a type, recognized by its items",
    { given: { items: pet }, want: schema({ kind: "array", items: namedPet }) },
  ],
  [
    "an array of anything",
    { given: { type: "array" }, want: schema({ kind: "array", items: anything }) },
  ],
  [
    "an array whose items differ",
    {
      given: { type: "array", prefixItems: [words, pet] },
      want: schema({ kind: "tuple", members: [text, namedPet] }),
    },
  ],
  [
    "an array that may be null",
    {
      given: { type: ["array", "null"], items: words },
      want: schema({ kind: "array", items: text }, { nullable: true }),
    },
  ],
  [
    "an object",
    {
      given: {
        type: "object",
        required: ["name"],
        properties: { name: words, age: { type: "integer", description: "In years." } },
      },
      want: schema({
        kind: "object",
        fields: [
          field("name", text, { required: true }),
          field(
            "age",
            schema({ kind: "scalar", type: "integer", format: null }, { description: "In years." }),
          ),
        ],
        additional: null,
      }),
    },
  ],
  [
    "an object without a type, recognized by its properties",
    {
      given: { properties: { name: words } },
      want: schema({ kind: "object", fields: [field("name", text)], additional: null }),
    },
  ],
  [
    "an object whose field is called __proto__",
    {
      given: JSON.parse('{ "properties": { "__proto__": { "type": "string" } } }') as Json,
      want: schema({ kind: "object", fields: [field("__proto__", text)], additional: null }),
    },
  ],
  [
    "an object with further fields of a type",
    {
      given: { type: "object", additionalProperties: words },
      want: schema({ kind: "object", fields: [], additional: text }),
    },
  ],
  [
    "an object with further fields of any type",
    {
      given: { additionalProperties: true },
      want: schema({ kind: "object", fields: [], additional: anything }),
    },
  ],
  [
    "an object without further fields",
    {
      given: { type: "object", additionalProperties: false },
      want: schema({ kind: "object", fields: [], additional: nothing }),
    },
  ],
];

const scalars: Cases = [
  ["text", { given: { type: "string" }, want: text }],
  [
    "text with a format",
    {
      given: { type: "string", format: "date-time" },
      want: schema({ kind: "scalar", type: "string", format: "date-time" }),
    },
  ],
  [
    "number",
    {
      given: { type: "number", format: "double" },
      want: schema({ kind: "scalar", type: "number", format: "double" }),
    },
  ],
  ["integer", { given: { type: "integer" }, want: integer }],
  [
    "boolean",
    {
      given: { type: "boolean" },
      want: schema({ kind: "scalar", type: "boolean", format: null }),
    },
  ],
  [
    "null",
    { given: { type: "null" }, want: schema({ kind: "scalar", type: "null", format: null }) },
  ],
  ["a list of one type", { given: { type: ["string"] }, want: text }],
  ["a type that there isn't", { given: { type: "file" }, want: anything }],
  ["nothing said", { given: {}, want: anything }],
  ["true", { given: true, want: anything }],
  ["false", { given: false, want: nothing }],
  ["null in the place of a schema", { given: null, want: anything }],
];

describe("a schema is recognized by its keywords", () => {
  it.each([...values, ...compositions, ...containers, ...scalars])("%s", (_, { given, want }) => {
    expect(schemaOf(given)).toEqual(want);
  });
});

const nullables: readonly (readonly [string, { given: JsonObject; want: Schema }])[] = [
  [
    "a type",
    {
      given: { type: "string", nullable: true },
      want: schema({ kind: "scalar", type: "string", format: null }, { nullable: true }),
    },
  ],
  ["a type that isn't", { given: { type: "string", nullable: false }, want: text }],
  [
    "an enum",
    {
      given: { type: "string", nullable: true, enum: ["cat"] },
      want: schema({ kind: "enum", values: ["cat", null], ...plain }, { nullable: true }),
    },
  ],
  [
    "allOf",
    {
      given: { nullable: true, allOf: [pet], description: "Mine." },
      want: schema({ kind: "named", name: "Pet" }, { nullable: true, description: "Mine." }),
    },
  ],
  [
    "oneOf",
    {
      given: { nullable: true, oneOf: [pet, words] },
      want: schema({ kind: "union", members: [namedPet, text] }, { nullable: true }),
    },
  ],
  [
    "anyOf of one",
    {
      given: { nullable: true, anyOf: [pet] },
      want: schema({ kind: "named", name: "Pet" }, { nullable: true }),
    },
  ],
  [
    "an object without a type",
    {
      given: { nullable: true, properties: { name: words } },
      want: schema(
        { kind: "object", fields: [field("name", text)], additional: null },
        { nullable: true },
      ),
    },
  ],
  [
    "an array",
    {
      given: { type: "array", nullable: true, items: { type: "string", nullable: true } },
      want: schema(
        {
          kind: "array",
          items: schema({ kind: "scalar", type: "string", format: null }, { nullable: true }),
        },
        { nullable: true },
      ),
    },
  ],
];

describe("nullable of 3.0 is in the model", () => {
  it.each(nullables)("%s", (_, { given, want }) => {
    expect(schemaOf(given, { openapi: "3.0.3" })).toEqual(want);
  });
});

const facts: readonly (readonly [string, { given: JsonObject; want: Partial<Schema> }])[] = [
  ["a description", { given: { description: " A name. " }, want: { description: "A name." } }],
  ["a default", { given: { default: "cat" }, want: { default: { value: "cat" } } }],
  ["a default of null", { given: { default: null }, want: { default: { value: null } } }],
  ["a default of false", { given: { default: false }, want: { default: { value: false } } }],
  ["an example", { given: { example: 0 }, want: { example: { value: 0 } } }],
  ["the first of the examples", { given: { examples: [[], 1] }, want: { example: { value: [] } } }],
  [
    "the example before the examples",
    { given: { example: "a", examples: ["b"] }, want: { example: { value: "a" } } },
  ],
  ["no examples", { given: { examples: [] }, want: { example: null } }],
  [
    "limits",
    {
      given: { maxLength: 3, minLength: 1, pattern: "^a" },
      want: { constraints: ["maxLength: 3", "minLength: 1", "pattern: ^a"] },
    },
  ],
  ["a deprecation", { given: { deprecated: true }, want: { deprecated: { reason: null } } }],
  [
    "a deprecation with its reason",
    {
      given: { deprecated: true, "x-speakeasy-deprecation-message": "Gone soon." },
      want: { deprecated: { reason: "Gone soon." } },
    },
  ],
  [
    "that it is for reading or writing",
    { given: { readOnly: true, writeOnly: true }, want: { readOnly: true, writeOnly: true } },
  ],
];

describe("annotations of a schema", () => {
  it.each(facts)("%s", (_, { given, want }) => {
    expect(schemaOf({ type: "string", ...given })).toEqual({ ...text, ...want });
  });

  it("comes from the schema that it refers to, if it has none itself", () => {
    const one = {
      type: "string",
      description: "Theirs.",
      default: "a",
      maxLength: 3,
      readOnly: true,
    };
    expect(schemaOf({ allOf: [one], default: "b", minLength: 1 })).toEqual({
      ...text,
      description: "Theirs.",
      default: { value: "b" },
      constraints: ["maxLength: 3", "minLength: 1"],
      readOnly: true,
    });
  });

  it("is also on a field that refers to it", () => {
    const name = { type: "string", description: "A name.", deprecated: true, example: "Tom" };
    const given = schemaOf({ properties: { name } });
    expect(given.kind === "object" && given.fields[0]).toMatchObject({
      description: "A name.",
      deprecated: { reason: null },
      example: { value: "Tom" },
    });
  });
});

describe("a reference", () => {
  it.each([
    ["to a named schema", { given: pet, want: namedPet }],
    [
      "with siblings",
      {
        given: { ...pet, description: "Mine.", default: null, deprecated: true },
        want: schema(
          { kind: "named", name: "Pet" },
          { description: "Mine.", default: { value: null }, deprecated: { reason: null } },
        ),
      },
    ],
    [
      "to a name with escapes",
      {
        given: { $ref: "#/components/schemas/a~1b~0c%20d" },
        want: schema({ kind: "named", name: "a/b~c d" }),
      },
    ],
    [
      "to a name with a stray %",
      {
        given: { $ref: "#/components/schemas/100%" },
        want: schema({ kind: "named", name: "100%" }),
      },
    ],
    [
      "to a name with bytes that are no UTF-8",
      {
        given: { $ref: "#/components/schemas/%FF" },
        want: schema({ kind: "named", name: "%FF" }),
      },
    ],
  ])("%s keeps the name", (_, { given, want }) => {
    expect(schemaOf(given)).toEqual(want);
  });

  const elsewhere = {
    "x-shared": {
      Words: { type: "string", description: "Theirs." },
      Loop: { type: "array", items: { $ref: "#/x-shared/Loop" } },
      Self: { $ref: "#/x-shared/Self" },
    },
  };

  it.each([
    [
      "to another place resolves to the schema there",
      {
        given: { $ref: "#/x-shared/Words" },
        want: { ...text, description: "Theirs." },
      },
    ],
    [
      "to another place, with siblings",
      {
        given: { $ref: "#/x-shared/Words", description: "Mine.", minLength: 1 },
        want: { ...text, description: "Mine.", constraints: ["minLength: 1"] },
      },
    ],
    [
      "to another place that contains itself ends there",
      {
        given: { $ref: "#/x-shared/Loop" },
        want: schema({ kind: "array", items: anything }),
      },
    ],
    ["to itself is anything", { given: { $ref: "#/x-shared/Self" }, want: anything }],
    ["to nothing is anything", { given: { $ref: "#/x-shared/None" }, want: anything }],
  ])("%s", (_, { given, want }) => {
    expect(schemaOf(given, elsewhere)).toEqual(want);
  });

  it("to the schema that contains it is its name", () => {
    const given = { type: "object", properties: { child: { $ref: "#/components/schemas/Given" } } };
    expect(schemaOf(given)).toEqual(
      schema({
        kind: "object",
        fields: [field("child", schema({ kind: "named", name: "Given" }))],
        additional: null,
      }),
    );
  });
});

describe("the named schemas", () => {
  it("are those of the components, in their order, regardless of their names", () => {
    const schemas = JSON.parse('{ "b": { "type": "string" }, "__proto__": true, "a": {} }') as Json;
    expect(modelOf({ components: { schemas } }).schemas).toEqual([
      { name: "b", alias: null, schema: text },
      { name: "__proto__", alias: null, schema: anything },
      { name: "a", alias: null, schema: anything },
    ]);
  });

  it.each([
    ["no components", {}],
    ["components without schemas", { components: {} }],
    ["schemas that are a list", { components: { schemas: [] } }],
  ])("are none where there are %s", (_, document: JsonObject) => {
    expect(modelOf(document).schemas).toEqual([]);
  });
});

describe("the schema below a key", () => {
  it("is anything if there is none", () => {
    const content = { "application/json": {} };
    const given = {
      paths: { "/a": { get: { responses: { 200: { description: "", content } } } } },
    };
    expect(operationOf(given).success[0]?.content?.schema).toEqual(anything);
  });
});
