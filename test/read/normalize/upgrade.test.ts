import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../generator/read/document/document.js";
import { upgrade, upgradedSchema, withNull } from "../../../generator/read/normalize/upgrade.js";

const old = { type: "string", nullable: true };
const upgraded = { type: ["string", "null"] };

/** The same document around a schema, wherever there can be one. */
function around(openapi: string, schema: JsonObject): JsonObject {
  const content = { "application/json": { schema, example: old } };
  return {
    openapi,
    paths: {
      "/a": {
        parameters: [{ name: "p", schema, example: old, examples: { one: old } }],
        post: {
          requestBody: { content },
          responses: { default: { headers: { X: { schema } }, content } },
          callbacks: { done: { "{$url}": { post: { requestBody: { content } } } } },
          "x-note": { schema: old },
        },
      },
    },
    components: {
      schemas: {
        A: {
          properties: { nullable: schema, list: { items: schema, default: old } },
          additionalProperties: schema,
          allOf: [schema, { oneOf: [schema], anyOf: [schema], not: schema }],
          patternProperties: { "^x": schema },
          enum: [old],
          "x-note": old,
        },
      },
      parameters: { P: { content } },
      examples: { E: { value: old } },
    },
  };
}

describe("a document of 3.0", () => {
  it("has its schemas upgraded wherever they are, and nothing else", () => {
    expect(upgrade(around("3.0.3", old))).toEqual(around("3.1.0", upgraded));
  });

  it("is unchanged", () => {
    const document = around("3.0.3", old);
    upgrade(document);
    expect(document).toEqual(around("3.0.3", old));
  });

  it("shares with its copy what needs no change", () => {
    const fine = { type: "string" };
    const document = {
      openapi: "3.0.3",
      components: { schemas: { A: fine, B: old } },
      paths: { "/a": {} },
    };
    const copy = upgrade(document);
    expect(copy["paths"]).toBe(document.paths);
    expect(copy).toMatchObject({ components: { schemas: { A: fine, B: upgraded } } });
  });

  it("keeps odd keys as plain data", () => {
    const schemas: JsonObject = JSON.parse('{"__proto__": {"type": "string", "nullable": true}}');
    const copy = upgrade({ openapi: "3.0.0", components: { schemas } });
    expect(JSON.stringify(copy)).toBe(
      '{"openapi":"3.1.0","components":{"schemas":{"__proto__":{"type":["string","null"]}}}}',
    );
  });

  it("is upgraded through 10,000 levels, with shared branches only once", () => {
    let schema: JsonObject = old;
    for (let level = 0; level < 10_000; level += 1) schema = { anyOf: [schema, schema] };
    let node: unknown = upgrade({ openapi: "3.0.3", definitions: { A: schema } });
    for (const key of ["definitions", "A"]) node = Reflect.get(Object(node), key);
    for (let level = 0; level < 10_000; level += 1) node = Reflect.get(Object(node), "anyOf")[1];
    expect(node).toEqual(upgraded);
  });

  it("that contains itself is upgraded in finite time", () => {
    const schema: { nullable: boolean; type: string; not?: JsonObject } = { ...old };
    const loop = schema as JsonObject;
    schema.not = loop;
    expect(upgrade({ openapi: "3.0.3", components: { schemas: { A: loop } } })).toMatchObject({
      components: { schemas: { A: { anyOf: [{ type: "string" }, { type: "null" }] } } },
    });
  });
});

describe("a document of 3.1 or later", () => {
  it.each(["3.1.0", "3.2.0"])("is returned as it is: %s", (openapi) => {
    const document = around(openapi, old);
    expect(upgrade(document)).toBe(document);
  });
});

it.each([
  [{ type: "string", nullable: true }, { type: ["string", "null"] }],
  [{ type: "string", nullable: false }, { type: "string" }],
  [{ minimum: 1, exclusiveMinimum: true }, { exclusiveMinimum: 1 }],
  [{ minimum: 1, exclusiveMinimum: false }, { minimum: 1 }],
  [{ exclusiveMinimum: true }, {}],
  [{ maximum: 0, exclusiveMaximum: true }, { exclusiveMaximum: 0 }],
  [{ exclusiveMaximum: 9 }, { exclusiveMaximum: 9 }],
  [{ example: 1 }, { examples: [1] }],
  [{ example: null }, { examples: [null] }],
  [{ example: [1, 2] }, { examples: [[1, 2]] }],
  [{ example: 1, examples: [2] }, { examples: [2] }],
  [
    { $ref: "#/a", nullable: true, example: 1 },
    { examples: [1], anyOf: [{ $ref: "#/a" }, { type: "null" }] },
  ],
  [
    { allOf: [{ type: "integer" }], nullable: true, minimum: 1, exclusiveMinimum: true },
    { anyOf: [{ allOf: [{ type: "integer" }], exclusiveMinimum: 1 }, { type: "null" }] },
  ],
])("%j becomes %j", (schema, want) => {
  expect(upgradedSchema(schema)).toEqual(want);
});

it("returns the same schema if nothing changes", () => {
  const schema = { type: "object", properties: { nullable: { type: "boolean" } }, minimum: 1 };
  expect(upgradedSchema(schema)).toBe(schema);
});

const ref = { $ref: "#/components/schemas/Pet" };
const nothing = { type: "null" };

it.each([
  [{ type: "string" }, { type: ["string", "null"] }],
  [{ type: ["string", "null"] }, { type: ["string", "null"] }],
  [
    { type: "string", enum: ["a"] },
    { type: ["string", "null"], enum: ["a", null] },
  ],
  [{ enum: ["a", null] }, { enum: ["a", null] }],
  [{ oneOf: [ref] }, { oneOf: [ref, nothing] }],
  [{ anyOf: [ref] }, { anyOf: [ref, nothing] }],
  [{ properties: { a: {} } }, { type: ["object", "null"], properties: { a: {} } }],
  [{ additionalProperties: ref }, { type: ["object", "null"], additionalProperties: ref }],
  [{ items: ref }, { type: ["array", "null"], items: ref }],
  [{}, {}],
  [ref, { anyOf: [ref, nothing] }],
  [{ const: 1 }, { anyOf: [{ const: 1 }, nothing] }],
  [{ not: ref }, { anyOf: [{ not: ref }, nothing] }],
  [
    { ...ref, description: "a pet", "x-note": 1 },
    { description: "a pet", "x-note": 1, anyOf: [ref, nothing] },
  ],
  [
    { type: "object", allOf: [ref], default: null },
    { default: null, anyOf: [{ type: "object", allOf: [ref] }, nothing] },
  ],
])("%j becomes %j", (schema, want) => {
  expect(withNull(schema)).toEqual(want);
});
