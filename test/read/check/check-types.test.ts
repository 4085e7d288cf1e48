import { expect, it } from "vitest";
import { typeMismatchesIn } from "../../../generator/read/check/check-types.js";
import type { Json } from "../../../generator/read/document/document.js";

it.each<readonly [name: string, part: Record<string, Json>, want: string[]]>([
  [
    "components",
    { components: 3 },
    ['/components error "components" is a number: write an object'],
  ],
  [
    "responses",
    { paths: { "/a": { get: { responses: 7 } } } },
    ['/paths/~1a/get/responses error "responses" is a number: write an object'],
  ],
  [
    "a response",
    { paths: { "/a": { get: { responses: { 200: "ok" } } } } },
    ['/paths/~1a/get/responses/200 error "200" is text: write an object'],
  ],
  [
    "parameters",
    { paths: { "/a": { parameters: {}, get: { parameters: "a" } } } },
    [
      '/paths/~1a/parameters warning "parameters" is an object: write a list',
      '/paths/~1a/get/parameters error "parameters" is text: write a list',
    ],
  ],
  [
    "a parameter",
    { paths: { "/a": { get: { parameters: [{}, true] } } } },
    ["/paths/~1a/get/parameters/1 error entry 2 of this list is a boolean: write an object"],
  ],
  [
    "schemas, which may be booleans",
    { components: { schemas: { A: 5, B: true, C: { properties: { a: "string" }, not: false } } } },
    [
      '/components/schemas/A error "A" is a number: write an object',
      '/components/schemas/C/properties/a warning "a" is the text "string", and is read as a schema: write {"type":"string"}',
    ],
  ],
  [
    "schemas that are words",
    { components: { schemas: { A: { additionalProperties: "false", items: "strong" } } } },
    [
      '/components/schemas/A/additionalProperties warning "additionalProperties" is the text "false", and is read as a schema: write false',
      '/components/schemas/A/items error "items" is text: write an object',
    ],
  ],
  [
    "compositions, of which the rest can be lived with",
    { components: { schemas: { A: { allOf: {}, anyOf: "B", oneOf: [1] } } } },
    [
      '/components/schemas/A/allOf warning "allOf" is an object: write a list',
      '/components/schemas/A/anyOf error "anyOf" is text: write a list',
      "/components/schemas/A/oneOf/0 error entry 1 of this list is a number: write an object",
    ],
  ],
  [
    "lists of names and values, without which their schemas can do",
    { components: { schemas: { A: { required: true, enum: "a" }, B: { required: null } } } },
    [
      '/components/schemas/A/required warning "required" is a boolean: write a list',
      '/components/schemas/A/enum warning "enum" is text: write a list',
      '/components/schemas/B/required warning "required" is null: write a list',
    ],
  ],
  [
    "text with a syntax, also where YAML reads it as a number or a boolean",
    { components: { schemas: { A: { pattern: 0 }, B: { format: 7, contentMediaType: true } } } },
    [
      '/components/schemas/A/pattern warning "pattern" is a number: write text',
      '/components/schemas/B/format warning "format" is a number: write text',
      '/components/schemas/B/contentMediaType warning "contentMediaType" is a boolean: write text',
    ],
  ],
  [
    "text, unless YAML reads it as a number",
    {
      paths: { "/a": { get: { summary: { a: 1 }, parameters: [{ name: [] }] } } },
      components: { schemas: { A: { title: 2024, description: ["a"], format: null } } },
    },
    [
      '/paths/~1a/get/summary warning "summary" is an object: write text',
      '/paths/~1a/get/parameters/0/name warning "name" is a list: write text',
      '/components/schemas/A/description warning "description" is a list: write text',
      '/components/schemas/A/format warning "format" is null: write text',
    ],
  ],
  [
    "null, but no empty list, which some programs write for an empty object",
    {
      components: {
        schemas: { A: { properties: [], items: [{}], default: 3, "x-a": 1 }, "x-b": "text" },
        responses: null,
      },
      anything: 5,
    },
    ['/components/responses warning "responses" is null: write an object'],
  ],
])("finds values that aren't objects or lists: %s", (_, part, want) => {
  const problems = typeMismatchesIn({ openapi: "3.1.0", ...part }).flatMap(
    ({ problem }) => problem ?? [],
  );
  expect(
    problems.map(({ pointer, severity, message }) => `${pointer} ${severity} ${message}`),
  ).toEqual(want);
});
