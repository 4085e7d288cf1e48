import { describe, expect, it } from "vitest";
import { modelsFile } from "../../../generator/plan/sdk/models-file.js";
import type { JsonObject } from "../../../generator/read/document/document.js";
import { blueprintOf, json } from "../blueprint.js";

function viewOf(document: JsonObject) {
  const file = modelsFile(blueprintOf(document));
  if (file.template !== "sdk/models") throw new Error(file.template);
  return file.view;
}

const line = (text: string, margin = "") => ({ margin, doc: "", text });

describe("the models", () => {
  it("of an API without schemas are none", () => {
    expect(viewOf({})).toEqual({ imports: [], models: [], constants: [], isEmpty: true });
  });

  it("are one for each named schema: an interface for an object, else a type", () => {
    const { imports, models, isEmpty } = viewOf({
      components: {
        schemas: {
          Pet: {
            description: "A pet.",
            deprecated: true,
            properties: { name: { type: "string", description: "Its name." } },
          },
          'a "b"': {},
          Clerk: { type: "string", format: "uuid" },
        },
      },
    });
    expect(isEmpty).toBe(false);
    expect(models).toEqual([
      {
        doc: "A pet.\n\n@deprecated",
        lines: [
          line("export interface Pet {"),
          { margin: "  ", doc: "Its name.", text: "" },
          line("name?: string | undefined;", "  "),
          line("}"),
        ],
      },
      { doc: "", lines: [line("export type AB = unknown;")] },
      { doc: "format: uuid", lines: [line("export type ClerkModel = string;")] },
    ]);
    expect(imports).toEqual([]);
  });

  it("include the payloads of failures that have no name", () => {
    const words = json({ type: "string", description: "Words." });
    const { models } = viewOf({
      paths: {
        "/a": {
          get: { operationId: "getA", responses: { 200: {}, "4XX": words, default: words } },
          put: { responses: { 400: words } },
        },
      },
    });
    expect(models).toEqual([
      { doc: "Words.", lines: [line("export type GetA4XXErrorBody = string;")] },
      { doc: "Words.", lines: [line("export type GetADefaultErrorBody = string;")] },
      { doc: "Words.", lines: [line("export type PutA400ErrorBody = string;")] },
    ]);
  });

  it("import the type of files if a form has one", () => {
    const file = { type: "object", properties: { file: { type: "string", format: "binary" } } };
    const content = { "multipart/form-data": { schema: { $ref: "#/components/schemas/Upload" } } };
    const { imports } = viewOf({
      paths: { "/a": { put: { requestBody: { content }, responses: { 204: {} } } } },
      components: { schemas: { Upload: file } },
    });
    expect(imports).toMatchObject([
      { module: "./runtime/body-multipart.js", isTypeOnly: true, names: [{ name: "FileInput" }] },
    ]);
  });

  it("export the values of an enum that have names", () => {
    const Level = {
      enum: [1, "two"],
      "x-enum-varnames": ["One", "Two"],
      "x-enumDescriptions": ["A."],
    };
    const { constants } = viewOf({ components: { schemas: { Level, Plain: { enum: ["a"] } } } });
    expect(constants).toEqual([
      {
        name: "Level",
        members: [
          { key: "One", doc: "A.", bare: "1", text: null },
          { key: "Two", doc: "", bare: null, text: "two" },
        ],
      },
    ]);
  });
});
