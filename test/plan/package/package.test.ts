import { describe, expect, it } from "vitest";
import { packageFiles } from "../../../generator/plan/package/package.js";
import type { JsonObject } from "../../../generator/read/document/document.js";
import { blueprintOf } from "../blueprint.js";

function manifestOf(document: JsonObject): JsonObject {
  const files = packageFiles(blueprintOf(document), {
    dependencies: { "openapi-fetch": "^1.0.0" },
    entries: { ".": "index", "./operations/pets": "operations/pets" },
  });
  const file = files.find(({ path }) => path === "package.json");
  if (file?.from !== "text") throw new Error("package.json is not planned as text");
  expect(file.text.endsWith("}\n")).toBe(true);
  return JSON.parse(file.text) as JsonObject;
}

describe("the manifest", () => {
  it("says what the package is, and where its entries are", () => {
    const info = { title: 'Pets "API"\n', version: "1", license: { name: "MIT" } };
    expect(manifestOf({ info })).toEqual({
      name: "clerk",
      version: "1.0.0",
      description: 'TypeScript SDK of the Pets "API"',
      license: "MIT",
      type: "module",
      sideEffects: false,
      exports: {
        ".": { types: "./dist/index.d.ts", default: "./dist/index.js" },
        "./operations/pets": {
          types: "./dist/operations/pets.d.ts",
          default: "./dist/operations/pets.js",
        },
        "./package.json": "./package.json",
      },
      files: ["dist", "src"],
      engines: { node: ">=20.19" },
      scripts: {
        build: "tsc",
        prepack: "npm run build",
        "docs:dev": "vitepress dev docs",
        "docs:build": "vitepress build docs",
        "docs:preview": "vitepress preview docs",
      },
      dependencies: { "openapi-fetch": "^1.0.0" },
      devDependencies: { typescript: "^5.9.3", vitepress: "^1.6.4" },
    });
  });

  it("has no licence if the document has none", () => {
    expect(manifestOf({})).not.toHaveProperty("license");
  });
});

describe("the package", () => {
  it("holds what makes a folder of files one", () => {
    const files = packageFiles(blueprintOf({}), { dependencies: {}, entries: {} });
    expect(files.map(({ path }) => path)).toEqual(["package.json", "tsconfig.json", ".gitignore"]);
  });
});
