import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../generator/read/document/document.js";
import { upgrade } from "../../../generator/read/normalise/upgrade.js";

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

  it("is left alone", () => {
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

  it("is upgraded 10,000 levels deep, and multiplied branches cost nothing", () => {
    let schema: JsonObject = old;
    for (let level = 0; level < 10_000; level += 1) schema = { anyOf: [schema, schema] };
    let node: unknown = upgrade({ openapi: "3.0.3", definitions: { A: schema } });
    for (const key of ["definitions", "A"]) node = Reflect.get(Object(node), key);
    for (let level = 0; level < 10_000; level += 1) node = Reflect.get(Object(node), "anyOf")[1];
    expect(node).toEqual(upgraded);
  });

  it("that contains itself is no endless task", () => {
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
