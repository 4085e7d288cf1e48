import { describe, expect, it } from "vitest";
import type { BodyFormat } from "../../../generator/model/api.js";
import { argumentsOf } from "../../../generator/plan/call/arguments.js";
import { argumentType, resultType } from "../../../generator/plan/call/payload-types.js";
import { schemaFinder } from "../../../generator/plan/find-schema.js";
import { modelOf, operationOf } from "../../model/documents.js";
import { json, text } from "../docs/fixture.js";

const bytes = { type: "string", format: "binary" };
const form = {
  type: "object",
  properties: {
    file: bytes,
    files: { type: "array", items: bytes },
    named: { $ref: "#/components/schemas/Files" },
    title: { type: "string" },
  },
};
const components = { schemas: { Files: { type: "array", items: bytes } } };

/** The types of a call's arguments, by what these are called. */
function typesOf(contentType: string) {
  const document = {
    components,
    paths: {
      "/a": {
        post: {
          parameters: [{ in: "query", name: "page", schema: bytes }],
          requestBody: { content: { [contentType]: { schema: form } } },
        },
      },
    },
  };
  const { schemas } = modelOf(document);
  const operation = operationOf(document);
  const given = argumentsOf(operation, { schemas });
  const types = given.fields.map((field) => [
    field.key,
    argumentType(field, operation, given, schemaFinder(schemas)),
  ]);
  return Object.fromEntries(types);
}

describe("what an argument is, where its schema doesn't say it", () => {
  it.each([
    ["application/json", { page: null, file: null, files: null, named: null, title: null }],
    ["text/plain", { page: null, body: "string" }],
    ["image/png", { page: null, body: "BinaryInput" }],
    [
      "multipart/form-data",
      { page: null, file: "FileInput", files: "FileInput[]", named: "FileInput[]", title: null },
    ],
  ])("of %s", (contentType, want) => {
    expect(typesOf(contentType)).toEqual(want);
  });
});

describe("what a success gives, where its schema doesn't say it", () => {
  it.each<[BodyFormat, string | null]>([
    ["json", null],
    ["text", "string"],
    ["form", "string"],
    ["multipart", "string"],
    ["binary", "Blob"],
  ])("as %s is %s", (format, want) => {
    expect(resultType({ ...json(text()), format })).toBe(want);
  });
});
