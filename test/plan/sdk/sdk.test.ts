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
      "src/limits.ts",
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
      "src/data/pets.ts",
      "src/data/cats.ts",
      "src/errors.ts",
      "src/models.ts",
      "src/limits.ts",
    ]);
  });
});

describe("what the SDK adds to the package", () => {
  it("is an entry for each resource, and no dependency", () => {
    const { dependencies, entries } = sdk(blueprintOf({ paths: { "/pet-shops": { get: {} } } }));
    expect(dependencies).toEqual({});
    expect(entries).toEqual({
      ".": "index",
      "./core": "core",
      "./errors": "errors",
      "./models": "models",
      "./limits": "limits",
      "./operations/pet-shops": "operations/pet-shops",
    });
  });
});

describe("the setting fetchClient", () => {
  const blueprint = blueprintOf({ paths: { "/pets": { get: { operationId: "listPets" } } } });
  const { files, dependencies, entries } = sdk({ ...blueprint, features: { fetchClient: true } });

  it("adds the client and the types by path", () => {
    const without = sdk(blueprint).files.map(({ path }) => path);
    const added = files.map(({ path }) => path).filter((path) => !without.includes(path));
    expect(added).toEqual(["src/schema.ts", "src/fetch.ts"]);
    expect(files.find(({ path }) => path === "src/schema.ts")?.from).toBe("openapi-typescript");
  });

  it("adds the one dependency, and two entries", () => {
    expect(dependencies).toEqual({ "openapi-fetch": "^0.17.0" });
    expect(entries).toMatchObject({ "./fetch": "fetch", "./schema": "schema" });
  });
});
