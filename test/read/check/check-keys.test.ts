import { describe, expect, it } from "vitest";
import { unknownKeys } from "../../../generator/read/check/check-keys.js";
import type { JsonObject } from "../../../generator/read/document/document.js";
import { linesFrom, schemaA } from "./lines.js";

function keysOf(parts: JsonObject): string[] {
  return linesFrom(unknownKeys, parts);
}

describe("an unknown key", () => {
  it.each<[parts: JsonObject, want: string]>([
    [
      { info: { title: "A", contacts: {} } },
      '/info/contacts unknown key "contacts" in `info` is ignored: did you mean "contact"?',
    ],
    [
      { paths: { "/a": { get: { operationID: "a" } } } },
      '/paths/~1a/get/operationID unknown key "operationID" in an operation is ignored: did you mean "operationId"?',
    ],
    [
      { paths: { "/a": { get: { parameters: [{ name: "a", type: "string" }] } } } },
      '/paths/~1a/get/parameters/0/type unknown key "type" in a parameter is ignored: move it into `schema`',
    ],
    [
      { paths: { "/a": { gets: {} } } },
      '/paths/~1a/gets unknown key "gets" in a path item is ignored: remove it, or rename it to "x-gets"',
    ],
    [
      { components: { requestBodies: { A: { content: { "text/csv": {}, examples: {} } } } } },
      `/components/requestBodies/A/content/examples "examples" isn't a media type and is ignored: move it into a media type`,
    ],
    [
      { components: { requestBodies: { A: { content: { PDF: {} } } } } },
      `/components/requestBodies/A/content/PDF "PDF" isn't a media type, but is treated as one: write a media type such as \`application/json\``,
    ],
    [
      { components: { headers: { A: { "/pets/{id}": {} } } } },
      '/components/headers/A/~1pets~1{id} unknown key "/pets/{id}" in a header is ignored: remove it',
    ],
    [
      { servers: [{ url: "https://a.example", region: "eu" }] },
      '/servers/0/region unknown key "region" in a server is ignored: remove it, or rename it to "x-region"',
    ],
  ])("is named with what was meant, or what to do: %j", (parts, want) => {
    expect(keysOf(parts)).toEqual([want]);
  });

  it.each(["require", "readonly", "propertes", "nulable", "discription", "minlength"])(
    "is reported in a schema of 3.1 where it is almost a keyword: %s",
    (key) => {
      expect(keysOf(schemaA({ [key]: true }))).toHaveLength(1);
    },
  );

  it.each(["unit", "order", "label", "group", "note", "icon", "units", "code", "x-require"])(
    "is a keyword of the author's in a schema of 3.1: %s",
    (key) => {
      expect(keysOf(schemaA({ [key]: true }))).toEqual([]);
    },
  );

  it("is reported in every schema of 3.0, which are closed", () => {
    expect(keysOf({ openapi: "3.0.3", ...schemaA({ group: "a", "x-group": "a" }) })).toEqual([
      '/components/schemas/A/group unknown key "group" in a schema is ignored: remove it, or rename it to "x-group"',
    ]);
  });
});

it("knows the keys of every version, and none by inheritance", () => {
  const schema = { const: 1, nullable: true, $defs: { constructor: {} }, discriminator: {} };
  expect(keysOf({ openapi: "3.0.3", jsonSchemaDialect: "a", ...schemaA(schema) })).toEqual([]);
  expect(keysOf({ info: { title: "A", toString: "a" } })).toEqual([
    '/info/toString unknown key "toString" in `info` is ignored: remove it, or rename it to "x-toString"',
  ]);
});

it("reports what is next to a reference, unless it repeats or describes the target", () => {
  const limit = { name: "limit", in: "query", schema: { type: "integer" } };
  const $ref = "#/components/parameters/Limit";
  const parameters = [
    { $ref, name: "limit", description: "How many" },
    { $ref, required: true, "x-a": 1 },
  ];
  const paths = {
    "/a": { get: { parameters }, put: { requestBody: { $ref: "#/b", summary: "b" } } },
  };
  expect(linesFrom(unknownKeys, { paths, components: { parameters: { Limit: limit } } })).toEqual([
    '/paths/~1a/get/parameters/1/required "required" next to a `$ref` is ignored: move it to the target of the reference',
  ]);
});
