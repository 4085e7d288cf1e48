import { describe, expect, it } from "vitest";
import { sdk } from "../../../generator/plan/sdk/sdk.js";
import type { JsonObject } from "../../../generator/read/document/document.js";
import { blueprintOf } from "../blueprint.js";

function pathsOf(document: JsonObject): string[] {
  return sdk(blueprintOf(document)).files.map(({ path }) => path);
}

describe("the files of the SDK", () => {
  it("of an API without operations", () => {
    expect(pathsOf({})).toEqual([
      "src/index.ts",
      "src/client.ts",
      "src/core.ts",
      "src/errors.ts",
      "src/models.ts",
      "src/schema.ts",
      "src/schema/components.ts",
      "src/runtime",
    ]);
  });

  it("of an API with resources and security", () => {
    const securitySchemes = { token: { type: "http", scheme: "bearer" } };
    const paths = { "/pets": { get: { operationId: "listPets" } }, "/cats": { get: {} } };
    expect(pathsOf({ paths, components: { securitySchemes } })).toEqual([
      "src/index.ts",
      "src/client.ts",
      "src/core.ts",
      "src/security.ts",
      "src/resources/pets.ts",
      "src/resources/cats.ts",
      "src/operations/pets.ts",
      "src/operations/cats.ts",
      "src/errors.ts",
      "src/models.ts",
      "src/schema.ts",
      "src/schema/components.ts",
      "src/schema/operations/pets.ts",
      "src/runtime",
    ]);
  });
});

describe("what the SDK brings to the package", () => {
  it("is one dependency, and an entry for each resource", () => {
    const { dependencies, entries } = sdk(blueprintOf({ paths: { "/pet-shops": { get: {} } } }));
    expect(dependencies).toEqual({ "openapi-fetch": "^0.17.0" });
    expect(entries).toEqual({
      ".": "index",
      "./core": "core",
      "./errors": "errors",
      "./models": "models",
      "./schema": "schema",
      "./operations/pet-shops": "operations/pet-shops",
    });
  });
});
