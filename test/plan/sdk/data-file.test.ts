import { describe, expect, it } from "vitest";
import { dataFile } from "../../../generator/plan/sdk/data-file.js";
import type { JsonObject } from "../../../generator/read/document/document.js";
import { json, operationIn } from "../blueprint.js";

const securitySchemes = { token: { type: "http", scheme: "bearer" } };

function fileOf(operations: JsonObject) {
  const { blueprint, resource } = operationIn({
    paths: { "/pet-shops": operations },
    components: { securitySchemes },
  });
  const file = dataFile(resource, blueprint);
  if (file.template !== "sdk/data") throw new Error(file.template);
  return file;
}

describe("the module with the data of a resource's operations", () => {
  it("has each operation, in the document's order, and its imports", () => {
    const object = json({ type: "object" });
    const { path, view } = fileOf({
      put: { operationId: "b", requestBody: object, responses: { 200: object } },
      get: { operationId: "a", responses: { 200: object } },
    });
    expect(path).toBe("src/data/pet-shops.ts");
    expect(view.operations.map(({ data }) => data.name)).toEqual(["bOperation", "aOperation"]);
    expect(view.imports.map(({ module }) => module)).toEqual([
      "../runtime/body-json.js",
      "../runtime/json.js",
      "../runtime/operation.js",
    ]);
  });

  it.each<[name: string, row: { given: JsonObject[]; want: boolean }]>([
    ["no operation asks for them", { given: [], want: false }],
    ["an operation asks for them", { given: [{ token: [] }], want: true }],
    ["an operation may do without", { given: [{}, { token: [] }], want: true }],
    ["an operation only says that it does without", { given: [{}], want: false }],
  ])("imports the security schemes where %s: $want", (_, { given, want }) => {
    expect(fileOf({ get: { security: given }, put: {} }).view.hasSecurity).toBe(want);
  });
});
