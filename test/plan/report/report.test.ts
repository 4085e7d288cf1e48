import { expect, it } from "vitest";
import { surfaceOf } from "../../../generator/plan/report/entries.js";
import { reportJson, report as reportOutput } from "../../../generator/plan/report/report.js";
import { surfaceFromJson } from "../../../generator/plan/report/surface-from-json.js";
import type { JsonObject } from "../../../generator/read/document/document.js";
import { blueprintOf, json, ref } from "../blueprint.js";

const zoo: JsonObject = {
  servers: [{ url: "https://zoo.example/v1" }],
  paths: {
    "/pets/{pet_id}": {
      put: {
        operationId: "putPet",
        tags: ["pets"],
        deprecated: true,
        security: [{ key: [] }, {}],
        parameters: [
          { name: "pet_id", in: "path", required: true, schema: { type: "string" } },
          { name: "odd name", in: "query", deprecated: true, schema: { enum: ["a | b", 1] } },
        ],
        requestBody: {
          required: true,
          ...json({
            type: "object",
            required: ["owner"],
            properties: {
              owner: { type: "object", properties: { name: { type: ["string", "null"] } } },
              tags: { type: "array", items: { enum: ["x", "y"] } },
            },
          }),
        },
        responses: {
          "200": json(ref("Pet")),
          "202": { description: "Later." },
          "404": json(ref("Problem")),
          "5XX": { description: "Oh." },
          default: json({ type: "object", properties: { why: { type: "string" } } }),
        },
      },
    },
  },
  components: {
    securitySchemes: { key: { type: "http", scheme: "bearer" } },
    schemas: {
      Pet: {
        type: "object",
        required: ["kind"],
        properties: {
          kind: ref("Kind"),
          homes: { type: "array", items: { type: "object", properties: { city: {} } } },
          sizes: { type: "object", additionalProperties: { type: "integer" } },
          either: { oneOf: [ref("Kind"), { type: "object", properties: { a: {} } }] },
          both: {
            oneOf: [
              { type: "object", properties: { a: { type: "string" } } },
              { type: "object", properties: { b: { type: "string" } } },
            ],
          },
          mixed: { allOf: [ref("Problem"), { type: "object", properties: { more: {} } }] },
        },
      },
      Kind: { enum: ["cat", "dog"] },
      Problem: { type: "object", properties: { code: { type: "string" } } },
    },
  },
};

const report = `package clerk 1.0.0

client Clerk
  server: "https://zoo.example/v1"
  credential key?: bearer

deprecated operation pets.put putPet PUT /pets/{pet_id}
  security: key | none
  argument pet_id: string
  deprecated argument ["odd name"]?: "a | b" | 1
  argument owner: object
  argument owner.name?: string | null
  argument tags?: ("x" | "y")[]
  result 200: Pet
  result 202: void
  failure 404: Problem
  failure 5XX: SDKError
  failure default: PutPetDefaultError

error Problem
  type: ProblemBody

error PutPetDefaultError
  type: object
  field why?: string

model Pet received
  field kind: Kind
  field homes?: object[]
  field homes[].city?: unknown
  field sizes?: Record<string, number>; [*].integer
  field either?: Kind | object
  field either.a?: unknown
  field both?: { a?: string } | { b?: string }
  field mixed?: ProblemBody & object
  field mixed.more?: unknown

model Kind received
  type: "cat" | "dog"

model ProblemBody received
  field code?: string
`;

/** The report of a document as people read it. */
function reportText(document: JsonObject): string {
  const file = reportOutput(blueprintOf(document)).files.find(
    ({ path }) => path === "api-report.md",
  );
  if (file?.from !== "text") throw new Error("the report is text");
  return file.text;
}

it("lists what a program can depend on, one detail per line", () => {
  const text = reportText(zoo);
  expect(text).toContain(`\n\`\`\`text\n${report}\`\`\`\n`);
});

it("shows binary and text bodies with their TypeScript types, regardless of their schemas", () => {
  const bytes = { type: "string", format: "binary" };
  const properties = { file: bytes, title: { type: "string" } };
  const form = { "multipart/form-data": { schema: { required: ["file"], properties } } };
  const photo = { description: "", content: { "image/png": { schema: bytes } } };
  const page = { description: "", content: { "text/xml": { schema: { properties } } } };
  const text = reportText({
    paths: {
      "/photos": {
        post: { requestBody: { required: true, content: form }, responses: { 200: photo } },
        put: { requestBody: page, responses: { 200: page } },
        patch: { requestBody: photo, responses: {} },
      },
    },
  });
  const lines = text.split("\n").filter((line) => /^ {2}(argument|result)/.test(line));
  expect(lines).toEqual([
    "  argument file: FileInput",
    "  argument title?: string",
    "  result 200: Blob",
    "  argument body?: string",
    "  result 200: string",
    "  argument body?: BinaryInput",
    "  result 2XX: void",
  ]);
});

it("shows limits, formats, defaults and headers, which no type shows", () => {
  const total = { required: true, schema: { type: "integer", minimum: 0 } };
  const pets = { type: "array", maxItems: 9, items: { type: "string", pattern: "^; [|]$" } };
  const document = {
    paths: {
      "/pets": {
        get: {
          parameters: [
            { name: "size", in: "query", schema: { type: "integer", format: "int64", default: 5 } },
            { name: "since", in: "query", schema: { type: "string", format: "date" } },
            { name: "sort", in: "query", schema: { enum: ["a", "b"], maxLength: 1, default: "a" } },
            { name: "all", in: "query", schema: { type: "boolean", default: true } },
            { name: "by", in: "query", required: true, schema: { type: "string", default: "a" } },
          ],
          responses: {
            "200": { ...json(pets), headers: { "X-Total": total, Link: { schema: {} } } },
            "4XX": { description: "", headers: { "x-total": total, "odd name": total } },
          },
        },
      },
    },
    components: { schemas: { Name: { type: "string", minLength: 1, default: "Rex" } } },
  };
  const text = reportText(document);
  expect(text.split("\n").filter((line) => line.startsWith("  "))).toEqual([
    "  security: none",
    "  argument size?: number; integer; default: 5",
    '  argument since?: string; format: "date"',
    '  argument sort?: "a" | "b"; default: "a"',
    "  argument all?: boolean; default: true",
    "  argument by: string",
    '  result 200: string[]; [].pattern: "^; [|]$"; maxItems: 9',
    "  pages: by link, items in the result",
    "  failure 4XX: SDKError",
    '  header x-total: number; integer; minimum: 0; with: [200,"4XX"]',
    "  header link?: unknown; with: [200]",
    '  header "odd name": number; integer; minimum: 0; with: ["4XX"]',
    '  type: string; minLength: 1; default: "Rex"',
  ]);
  const surface = surfaceOf(blueprintOf(document));
  expect(surfaceFromJson(reportJson(surface))).toEqual(surface);
});

it("is read back as it was written, with any line ends", () => {
  const surface = surfaceOf(blueprintOf(zoo));
  expect(surfaceFromJson(reportJson(surface))).toEqual(surface);
  expect(surfaceFromJson(reportJson(surface).replaceAll("\n", "\r\n"))).toEqual(surface);
});

it.each([
  ["a page", "# Pets\n"],
  ["another object", '{"packageName":"a"}'],
  ["entries that aren't a list", '{"packageName":"a","version":"1.0.0","entries":{}}'],
  [
    "an entry of an unknown kind",
    '{"packageName":"a","version":"1.0.0","entries":[{"kind":"colour","name":"A","about":"","deprecated":false,"lines":[]}]}',
  ],
  [
    "a type of an unknown kind",
    '{"packageName":"a","version":"1.0.0","entries":[{"kind":"model","name":"A","about":"","deprecated":false,"lines":[{"kind":"field","path":"a","required":true,"deprecated":false,"type":[{"kind":"list","items":["string"]}],"facts":[]}]}]}',
  ],
])("is not %s", (_, text) => {
  expect(surfaceFromJson(text)).toBeNull();
});

const hostile = '`` ```\n  argument evil: string\u2028\u202e"\\ | ] ) \ud800 \u0000';

it("keeps every name and value of a document on its line, with invisible characters escaped", () => {
  const document = {
    servers: [{ url: hostile }],
    paths: {
      [`/${hostile}`]: {
        get: {
          operationId: hostile,
          tags: [hostile],
          parameters: [
            { name: hostile, in: "query", schema: { enum: [hostile, "b"] } },
            { name: "deprecated", in: "query", schema: { const: ": ? x" } },
            {
              name: "a",
              in: "query",
              schema: { type: "string", format: hostile, pattern: hostile },
            },
            {
              name: "b",
              in: "query",
              schema: { type: "string", default: { [hostile]: [hostile] } },
            },
          ],
          responses: {
            "200": {
              headers: { [hostile]: { schema: { type: "string" } } },
              ...json({
                type: "object",
                properties: { [hostile]: { properties: { ["__proto__"]: {}, [hostile]: {} } } },
              }),
            },
          },
        },
      },
    },
    components: { schemas: { [hostile]: { properties: { [hostile]: { type: "string" } } } } },
  };
  const surface = surfaceOf(blueprintOf(document));
  const text = reportText(document);
  expect(text.replaceAll("\n", "")).not.toMatch(/[\p{C}\p{Zl}]/u);
  expect(text.match(/^```/gm)).toHaveLength(2);
  expect(surfaceFromJson(reportJson(surface))).toEqual(surface);
});
