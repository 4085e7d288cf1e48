import { describe, expect, it } from "vitest";
import { modelsFile } from "../../../generator/plan/sdk/models-file.js";
import type { JsonObject } from "../../../generator/read/document/document.js";
import { blueprintOf, json } from "../blueprint.js";

function viewOf(document: JsonObject) {
  const file = modelsFile(blueprintOf(document));
  if (file.template !== "sdk/models") throw new Error(file.template);
  return file.view;
}

describe("the models", () => {
  it("of an API without schemas are none", () => {
    expect(viewOf({})).toEqual({ imports: [], models: [], constants: [], isEmpty: true });
  });

  it("are one for each named schema", () => {
    const { imports, models, isEmpty } = viewOf({
      components: {
        schemas: {
          Pet: { description: "A pet.", deprecated: true },
          'a "b"': {},
          Clerk: { type: "string" },
        },
      },
    });
    expect(isEmpty).toBe(false);
    expect(models).toEqual([
      {
        doc: "A pet.\n\n@deprecated",
        text: 'export type Pet = components["schemas"]["Pet"];',
      },
      { doc: "", text: 'export type AB = components["schemas"]["a \\"b\\""];' },
      { doc: "", text: 'export type ClerkModel = components["schemas"]["Clerk"];' },
    ]);
    expect(imports).toMatchObject([
      { module: "./schema/components.js", names: [{ name: "components" }] },
    ]);
  });

  it("hold the payloads of failures that have no name, where they are first documented", () => {
    const words = json({ type: "string", description: "Words." });
    const { imports, models } = viewOf({
      paths: {
        "/a": {
          get: { operationId: "getA", responses: { 200: {}, "4XX": words, default: words } },
          put: { responses: { 400: words } },
        },
      },
    });
    expect(models).toEqual([
      {
        doc: "Words.",
        text: 'export type GetA4XXErrorBody =\n  aOperations["getA"]["responses"]["4XX"]["content"]["application/json"];',
      },
      {
        doc: "Words.",
        text: 'export type GetADefaultErrorBody =\n  aOperations["getA"]["responses"]["default"]["content"]["application/json"];',
      },
      {
        doc: "Words.",
        text: 'export type PutA400ErrorBody = paths["/a"]["put"]["responses"][400]["content"]["application/json"];',
      },
    ]);
    expect(imports).toMatchObject([
      { module: "./schema.js", names: [{ name: "paths" }] },
      { module: "./schema/operations/a.js", names: [{ name: "operations as aOperations" }] },
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
