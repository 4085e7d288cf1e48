import { describe, expect, it } from "vitest";
import { argumentsOf } from "../../../generator/plan/call/arguments.js";
import { payloadType, requestTypes } from "../../../generator/plan/sdk/wire-types.js";
import type { JsonObject } from "../../../generator/read/document/document.js";
import { json, operationIn, ref } from "../blueprint.js";

function documentWith(operation: JsonObject): JsonObject {
  return {
    paths: { "/a/{id}": { post: operation } },
    components: {
      schemas: {
        Pet: { properties: { name: { type: "string" } } },
        Kept: {
          required: ["id"],
          properties: {
            id: { type: "string", readOnly: true },
            made: { type: "string", readOnly: true },
            pin: { type: "string", writeOnly: true },
          },
        },
        Maybe: { nullable: true },
        Photo: { type: "string", format: "binary" },
      },
    },
  };
}

function requestOf(operation: JsonObject) {
  const found = operationIn(documentWith({ operationId: "post", ...operation }));
  const { api, names } = found.blueprint;
  const given = requestTypes(found.operation, argumentsOf(found.operation, api), names);
  const uses = new Set(
    given.flatMap((each) => each.uses.map(({ module, name }) => `${name} < ${module}`)),
  );
  return { text: given.map(({ text }) => text), uses: [...uses] };
}

function parameter(location: string, name: string, required = false): JsonObject {
  return { in: location, name, required, schema: { type: "string" } };
}

/** A body of one content type, some of whose fields hold bytes. */
function form(contentType: string, facts: JsonObject = {}): JsonObject {
  const bytes = { type: "string", format: "binary" };
  const properties = {
    name: { type: "string" },
    file: bytes,
    files: { type: "array", items: bytes },
    photo: ref("Photo"),
    lists: { type: "array", items: { type: "array", items: bytes } },
  };
  return { ...facts, content: { [contentType]: { schema: { type: "object", properties } } } };
}

const own = 'operations["post"]';
const fromSchema = "operations < ../schema/operations/a.js";
const content = '["content"]["application/json"]';

interface Case {
  readonly given: JsonObject;
  readonly want: readonly string[];
  readonly uses: readonly string[];
}

describe("the parts of the argument's type", () => {
  it.each<[name: string, row: Case]>([
    ["of nothing", { given: {}, want: [], uses: [] }],
    [
      "of parameters",
      {
        given: { parameters: [parameter("query", "q", true), parameter("path", "id", true)] },
        want: [`${own}["parameters"]["path"]`, `${own}["parameters"]["query"]`],
        uses: [fromSchema],
      },
    ],
    [
      "of optional parameters",
      {
        given: { parameters: [parameter("query", "q")] },
        want: [`NonNullable<${own}["parameters"]["query"]>`],
        uses: [fromSchema],
      },
    ],
    [
      "of headers, without those that are no arguments",
      {
        given: {
          parameters: [
            parameter("header", "Authorization", true),
            parameter("header", "X-A", true),
            parameter("header", "X-B"),
          ],
        },
        want: [`Pick<${own}["parameters"]["header"], "X-A" | "X-B">`],
        uses: [fromSchema],
      },
    ],
    [
      "of no header that is an argument",
      { given: { parameters: [parameter("header", "Authorization", true)] }, want: [], uses: [] },
    ],
    [
      "of parameters of one name in two places",
      {
        given: {
          parameters: [
            parameter("path", "id", true),
            parameter("query", "id"),
            parameter("query", "q"),
          ],
        },
        want: [
          `${own}["parameters"]["path"]`,
          `Pick<NonNullable<${own}["parameters"]["query"]>, "q">`,
          `Partial<Record<"query_id", NonNullable<${own}["parameters"]["query"]>["id"]>>`,
        ],
        uses: [fromSchema],
      },
    ],
    [
      "of a parameter that is called otherwise alone",
      {
        given: { parameters: [parameter("path", "id", true), parameter("query", "id", true)] },
        want: [
          `${own}["parameters"]["path"]`,
          `Record<"query_id", ${own}["parameters"]["query"]["id"]>`,
        ],
        uses: [fromSchema],
      },
    ],
    [
      "of a body that has a name",
      {
        given: { requestBody: json(ref("Pet"), { required: true }) },
        want: ["Pet"],
        uses: ["Pet < ../models.js"],
      },
    ],
    [
      "of a body that may be left out",
      {
        given: { requestBody: json(ref("Pet")) },
        want: ["OptionalBody<Pet>"],
        uses: ["Pet < ../models.js", "OptionalBody < ../runtime/operation.js"],
      },
    ],
    [
      "of a body without what the API alone gives",
      {
        given: { requestBody: json(ref("Kept"), { required: true }) },
        want: ['Without<Kept, "id" | "made">'],
        uses: ["Kept < ../models.js", "Without < ../runtime/operation.js"],
      },
    ],
    [
      "of a body that is a field, without what the API alone gives",
      {
        given: {
          parameters: [parameter("query", "pin", true)],
          requestBody: json(ref("Kept")),
        },
        want: [
          `${own}["parameters"]["query"]`,
          'Partial<Record<"body", Without<Kept, "id" | "made">>>',
        ],
        uses: [fromSchema, "Kept < ../models.js", "Without < ../runtime/operation.js"],
      },
    ],
    [
      "of a body that is one of several, with all that they have",
      {
        given: { requestBody: json({ oneOf: [ref("Kept"), ref("Pet")] }, { required: true }) },
        want: [`Record<"body", ${own}["requestBody"]${content}>`],
        uses: [fromSchema],
      },
    ],
    [
      "of a form with files, without what the API alone gives",
      {
        given: {
          requestBody: {
            required: true,
            content: {
              "multipart/form-data": {
                schema: {
                  properties: {
                    id: { type: "string", readOnly: true },
                    photo: ref("Photo"),
                  },
                },
              },
            },
          },
        },
        want: [
          `WithFiles<Without<${own}["requestBody"]["content"]["multipart/form-data"], "id">, "photo">`,
        ],
        uses: [
          fromSchema,
          "Without < ../runtime/operation.js",
          "WithFiles < ../runtime/body-multipart.js",
        ],
      },
    ],
    [
      "of a body without a name",
      {
        given: { requestBody: json({ properties: { a: {} } }, { required: true }) },
        want: [`${own}["requestBody"]${content}`],
        uses: [fromSchema],
      },
    ],
    [
      "of a body without a name that may be left out",
      {
        given: { requestBody: json({ properties: { a: {} } }) },
        want: [`OptionalBody<NonNullable<${own}["requestBody"]>${content}>`],
        uses: [fromSchema, "OptionalBody < ../runtime/operation.js"],
      },
    ],
    [
      "of a body that is a field",
      {
        given: { requestBody: json({ type: "array", items: ref("Pet") }, { required: true }) },
        want: [`Record<"body", ${own}["requestBody"]${content}>`],
        uses: [fromSchema],
      },
    ],
    [
      "of a body that is a field and may be left out",
      {
        given: { requestBody: json({ type: "string" }) },
        want: [`Partial<Record<"body", NonNullable<${own}["requestBody"]>${content}>>`],
        uses: [fromSchema],
      },
    ],
    [
      "of a body that may be null",
      {
        given: { requestBody: json({ anyOf: [ref("Pet"), { type: "null" }] }, { required: true }) },
        want: [`Record<"body", ${own}["requestBody"]${content}>`],
        uses: [fromSchema],
      },
    ],
    [
      "of a body that is text",
      {
        given: { requestBody: { required: true, content: { "text/xml": { schema: ref("Pet") } } } },
        want: [`Record<"body", string>`],
        uses: [],
      },
    ],
    [
      "of a body that is bytes and may be left out",
      {
        given: { requestBody: { content: { "image/png": {} } } },
        want: [`Partial<Record<"body", BinaryInput>>`],
        uses: ["BinaryInput < ../runtime/body-raw.js"],
      },
    ],
    [
      "of a form without files",
      {
        given: {
          requestBody: {
            required: true,
            content: { "multipart/form-data": { schema: ref("Pet") } },
          },
        },
        want: ["Pet"],
        uses: ["Pet < ../models.js"],
      },
    ],
    [
      "of a form with files",
      {
        given: { requestBody: form("multipart/form-data", { required: true }) },
        want: [
          `WithFiles<${own}["requestBody"]["content"]["multipart/form-data"], "file" | "files" | "photo">`,
        ],
        uses: [fromSchema, "WithFiles < ../runtime/body-multipart.js"],
      },
    ],
    [
      "of a form with files that may be left out",
      {
        given: { requestBody: form("multipart/form-data") },
        want: [
          `OptionalBody<WithFiles<NonNullable<${own}["requestBody"]>["content"]["multipart/form-data"], "file" | "files" | "photo">>`,
        ],
        uses: [
          fromSchema,
          "WithFiles < ../runtime/body-multipart.js",
          "OptionalBody < ../runtime/operation.js",
        ],
      },
    ],
    [
      "of a form with files that is a field",
      {
        given: {
          parameters: [parameter("query", "name")],
          requestBody: form("multipart/form-data", { required: true }),
        },
        want: [
          `NonNullable<${own}["parameters"]["query"]>`,
          `Record<"body", WithFiles<${own}["requestBody"]["content"]["multipart/form-data"], "file" | "files" | "photo">>`,
        ],
        uses: [fromSchema, "WithFiles < ../runtime/body-multipart.js"],
      },
    ],
    [
      "of a form that knows no files",
      {
        given: { requestBody: form("application/x-www-form-urlencoded", { required: true }) },
        want: [`${own}["requestBody"]["content"]["application/x-www-form-urlencoded"]`],
        uses: [fromSchema],
      },
    ],
    [
      "of headers, without the one by which the server knows the request",
      { given: { parameters: [parameter("header", "Idempotency-Key", true)] }, want: [], uses: [] },
    ],
    [
      "of parameters and a body",
      {
        given: {
          parameters: [parameter("path", "id", true)],
          requestBody: json(ref("Pet"), { required: true }),
        },
        want: [`${own}["parameters"]["path"]`, "Pet"],
        uses: [fromSchema, "Pet < ../models.js"],
      },
    ],
  ])("%s", (_, { given, want, uses }) => {
    expect(requestOf(given)).toEqual({ text: want, uses });
  });
});

describe("the type of a payload", () => {
  it.each<[name: string, row: { given: JsonObject; want: string; uses: readonly string[] }]>([
    ["that isn't there", { given: { 204: { description: "" } }, want: "undefined", uses: [] }],
    ["with a name", { given: { 200: json(ref("Pet")) }, want: "Pet", uses: ["Pet"] }],
    [
      "with a name that may be null",
      {
        given: { 200: json({ anyOf: [ref("Pet"), { type: "null" }] }) },
        want: `${own}["responses"][200]${content}`,
        uses: ["operations"],
      },
    ],
    [
      "without what the API never gives",
      {
        given: { 200: json(ref("Kept")) },
        want: 'Without<Kept, "pin">',
        uses: ["Kept", "Without"],
      },
    ],
    [
      "with a list, each item of which is whole",
      {
        given: { 200: json({ type: "array", items: ref("Kept") }) },
        want: `${own}["responses"][200]${content}`,
        uses: ["operations"],
      },
    ],
    [
      "without a name",
      {
        given: { 201: json({ type: "string" }) },
        want: `${own}["responses"][201]${content}`,
        uses: ["operations"],
      },
    ],
    [
      "of a range",
      {
        given: { "2XX": json({ type: "string" }) },
        want: `${own}["responses"]["2XX"]${content}`,
        uses: ["operations"],
      },
    ],
    [
      "of default",
      {
        given: { default: json({ type: "string" }) },
        want: `${own}["responses"]["default"]${content}`,
        uses: ["operations"],
      },
    ],
    [
      "that is text",
      {
        given: { 200: { description: "", content: { "text/plain": { schema: ref("Pet") } } } },
        want: "string",
        uses: [],
      },
    ],
    [
      "that is a form",
      {
        given: { 200: { description: "", ...form("multipart/form-data") } },
        want: "string",
        uses: [],
      },
    ],
    [
      "that is bytes",
      {
        given: { 200: { description: "", content: { "image/png": {} } } },
        want: "Binary<Form>",
        uses: ["Binary"],
      },
    ],
    [
      "of an odd content type",
      {
        given: {
          200: {
            description: "",
            content: { 'application/json; a="b"': { schema: { type: "string" } } },
          },
        },
        want: `${own}["responses"][200]["content"]["application/json; a=\\"b\\""]`,
        uses: ["operations"],
      },
    ],
    ["that nothing describes", { given: { 307: { description: "" } }, want: "unknown", uses: [] }],
  ])("%s", (_, { given, want, uses }) => {
    const { operation, blueprint } = operationIn(
      documentWith({ operationId: "post", responses: given }),
    );
    const [response] = operation.success;
    const spelled = response && payloadType(operation, response, blueprint);
    expect(spelled?.text).toBe(want);
    expect(spelled?.uses.map(({ name }) => name)).toEqual(uses);
  });
});
