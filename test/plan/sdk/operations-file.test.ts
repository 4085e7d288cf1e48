import { describe, expect, it } from "vitest";
import { operationsFile } from "../../../generator/plan/sdk/operations-file.js";
import type { JsonObject } from "../../../generator/read/document/document.js";
import { operationIn } from "../blueprint.js";

const securitySchemes = { token: { type: "http", scheme: "bearer" } };

function fileOf(operations: JsonObject) {
  const { blueprint, resource } = operationIn({
    paths: { "/pet-shops": operations },
    components: { securitySchemes },
  });
  const file = operationsFile(resource, blueprint);
  if (file.template !== "sdk/operations") throw new Error(file.template);
  return file;
}

describe("the module of a resource's functions", () => {
  it("has a section for each operation, in the document's order", () => {
    const { path, view } = fileOf({ put: { operationId: "b" }, get: { operationId: "a" } });
    expect(path).toBe("src/operations/pet-shops.ts");
    expect(view.operations.map(({ signature }) => signature.name)).toEqual(["b", "a"]);
  });

  it("imports each module once", () => {
    const { view } = fileOf({ put: {}, get: {} });
    const modules = view.imports.map(({ module }) => module);
    expect(modules).toEqual([...new Set(modules)]);
    expect(modules).toContain("../runtime/call.js");
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
