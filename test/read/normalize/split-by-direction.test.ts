import { describe, expect, it } from "vitest";
import { isObject, type JsonObject } from "../../../generator/read/document/document.js";
import { requestForm } from "../../../generator/read/document/request-form.js";
import { splitByDirection } from "../../../generator/read/normalize/split-by-direction.js";

const to = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const text: JsonObject = { type: "string" };
const id: JsonObject = { type: "string", readOnly: true };
const pin: JsonObject = { type: "string", writeOnly: true };

/** An object of these fields, all of them required. */
function object(properties: JsonObject): JsonObject {
  return { type: "object", required: Object.keys(properties), properties };
}

interface Given {
  readonly schemas?: JsonObject;
  readonly request?: JsonObject;
  readonly response?: JsonObject;
}

/** What a document's schemas, its request and its response come to. */
function sides({ schemas = {}, request = {}, response = {} }: Given) {
  const content = (schema: JsonObject) => ({ content: { "application/json": { schema } } });
  const post = { requestBody: content(request), responses: { 200: content(response) } };
  // Written out, so that no two schemas are one object.
  const document = JSON.parse(
    JSON.stringify({ openapi: "3.1.0", paths: { "/a": { post } }, components: { schemas } }),
  );
  const told = splitByDirection(document);
  const at = (...keys: string[]) =>
    keys.reduce<unknown>((node, key) => (isObject(node) ? node[key] : undefined), told);
  const schemaAt = (...keys: string[]) => at(...keys, "content", "application/json", "schema");
  return {
    schemas: unmarked(at("components", "schemas")),
    request: schemaAt("paths", "/a", "post", "requestBody"),
    response: schemaAt("paths", "/a", "post", "responses", "200"),
  };
}

/** Without the marks of request forms, which have a test of their own. */
function unmarked(schemas: unknown): unknown {
  return JSON.parse(
    JSON.stringify(schemas, (key, value) => (key === requestForm ? undefined : value)),
  );
}

describe("a schema with read-only or write-only fields that a request and a response contain", () => {
  const Pet = object({ id, name: text, pin });
  const inSchema = object({ name: text, pin });
  const outSchema = object({ id, name: text });

  it.each<[where: string, holding: (pet: JsonObject) => JsonObject]>([
    ["as a field", (pet) => object({ pet })],
    ["in a list", (pet) => ({ type: "array", items: pet })],
    ["in a field of a field", (pet) => object({ of: object({ pet }) })],
    ["as an alternative", (pet) => ({ oneOf: [pet, text] })],
    ["as what further fields hold", (pet) => ({ additionalProperties: pet })],
    ["in a field of a member", (pet) => ({ allOf: [object({ pet }), text] })],
  ])("%s is two", (_, holding) => {
    const given = holding(to("Pet"));
    expect(sides({ schemas: { Pet }, request: given, response: given })).toEqual({
      schemas: { Pet: outSchema, PetInput: inSchema },
      request: holding(to("PetInput")),
      response: given,
    });
  });

  it("is split with every schema that contains it, and nothing else is", () => {
    const schemas = {
      Order: object({ pets: { type: "array", items: to("Pet") }, note: to("Note") }),
      Pet,
      Note: object({ text }),
    };
    expect(sides({ schemas, request: to("Order"), response: to("Order") })).toEqual({
      schemas: {
        Order: schemas.Order,
        Pet: outSchema,
        Note: schemas.Note,
        OrderInput: object({
          pets: { type: "array", items: to("PetInput") },
          note: to("Note"),
        }),
        PetInput: inSchema,
      },
      request: to("OrderInput"),
      response: to("Order"),
    });
  });

  it("may contain itself", () => {
    const Node = object({ id, next: to("Node") });
    expect(sides({ schemas: { Node }, request: to("Node"), response: to("Node") })).toEqual({
      schemas: { Node, NodeInput: object({ next: to("NodeInput") }) },
      request: to("NodeInput"),
      response: to("Node"),
    });
  });

  it("gets a free name, and the document's name in code", () => {
    const named = { ...Pet, "x-speakeasy-name-override": "Animal" };
    const given = object({ pet: to("Pet") });
    const schemas = { Pet: named, PetInput: text };
    expect(sides({ schemas, request: given, response: given }).schemas).toEqual({
      Pet: { ...outSchema, "x-speakeasy-name-override": "Animal" },
      PetInput: text,
      PetInputInput: { ...inSchema, "x-speakeasy-name-override": "AnimalInput" },
    });
  });

  it("has its own examples", () => {
    const pet = { id: "1", name: "a", pin: "2" };
    const schemas = { Pet: { ...Pet, example: pet }, Box: object({ pet: to("Pet") }) };
    const Box = { ...schemas.Box, examples: [{ pet }] };
    const request = { type: "array", items: to("Box"), example: [{ pet }] };
    const told = sides({ schemas: { ...schemas, Box }, request, response: to("Box") });
    expect(told.schemas).toMatchObject({
      PetInput: { example: { name: "a", pin: "2" } },
      BoxInput: { examples: [{ pet: { name: "a", pin: "2" } }] },
    });
    expect(told.request).toMatchObject({ example: [{ pet: { name: "a", pin: "2" } }] });
  });
});

it("a body whose own fields are marked is split as well", () => {
  const Kept = object({ id });
  const schemas = { Kept, Pet: { allOf: [to("Kept"), object({ name: text })] } };
  expect(sides({ schemas, request: to("Pet"), response: to("Pet") })).toEqual({
    schemas: {
      ...schemas,
      PetInput: { allOf: [to("KeptInput"), object({ name: text })] },
      KeptInput: object({}),
    },
    request: to("PetInput"),
    response: to("Pet"),
  });
});

describe("without a second schema", () => {
  it.each<[name: string, row: { given: Given; want: Given }]>([
    [
      "a schema that is only in requests loses its read-only fields",
      {
        given: { schemas: { Pet: object({ id, pin }) }, request: object({ pet: to("Pet") }) },
        want: { schemas: { Pet: object({ pin }) }, request: object({ pet: to("Pet") }) },
      },
    ],
    [
      "a request loses its read-only fields",
      {
        given: { request: object({ of: object({ id, name: text }) }) },
        want: { request: object({ of: object({ name: text }) }) },
      },
    ],
    [
      "a field loses what its reference marks as read-only",
      {
        given: { schemas: { Id: id }, request: object({ of: object({ id: to("Id"), a: text }) }) },
        want: { schemas: { Id: id }, request: object({ of: object({ a: text }) }) },
      },
    ],
  ])("%s", (_, { given, want }) => {
    expect(sides(given)).toEqual({ schemas: {}, request: {}, response: {}, ...want });
  });

  it("a schema that is only in responses loses its write-only fields", () => {
    const given = {
      schemas: { Pet: object({ id, pin }) },
      response: object({ pet: to("Pet"), pin }),
    };
    expect(sides(given)).toEqual({
      schemas: { Pet: object({ id }) },
      request: {},
      response: object({ pet: to("Pet") }),
    });
  });

  it.each<[name: string, given: Given]>([
    [
      "what a request leads to by a read-only field alone",
      {
        schemas: { Pet: object({ id }), Box: object({ name: text }) },
        request: to("Box"),
        response: object({ pet: { allOf: [to("Pet")], readOnly: true } }),
      },
    ],
    ["what has no marks", { schemas: { Pet: object({ name: text }) }, request: to("Pet") }],
  ])("%s stays as it is", (_, given) => {
    expect(sides(given)).toEqual({ schemas: {}, request: {}, response: {}, ...given });
  });
});

it("bodies that a server sends are not requests", () => {
  const schema = object({ of: object({ id }) });
  const post = { requestBody: { content: { "application/json": { schema } } } };
  const document = {
    openapi: "3.1.0",
    paths: { "/a": { get: { callbacks: { c: { "{$url}": { post } } } } } },
    webhooks: { w: { post } },
  };
  expect(splitByDirection(document)).toEqual(document);
});

it("a document without such fields is unchanged", () => {
  const document = { openapi: "3.1.0", components: { schemas: { Pet: object({ name: text }) } } };
  expect(splitByDirection(document)).toBe(document);
});

it("marks the form that requests use", () => {
  const content = () => ({ content: { "application/json": { schema: to("Pet") } } });
  const post = { requestBody: content(), responses: { 200: { description: "", ...content() } } };
  const schemas = { Pet: object({ id, name: text }) };
  expect(splitByDirection({ paths: { "/a": { post } }, components: { schemas } })).toMatchObject({
    components: { schemas: { PetInput: { [requestForm]: true } } },
  });
});
