import { describe, expect, it } from "vitest";
import { render } from "../../../generator/emit/render.js";
import { packageFiles } from "../../../generator/plan/package/package.js";
import type { PackageFields } from "../../../generator/plan/package-fields.js";
import type { JsonObject } from "../../../generator/read/document/document.js";
import { blueprintOf } from "../blueprint.js";

function manifestOf(document: JsonObject, packageFields: PackageFields = {}): JsonObject {
  const blueprint = { ...blueprintOf(document), features: { packageFields } };
  const files = packageFiles(blueprint, {
    dependencies: { "openapi-fetch": "^1.0.0" },
    entries: { ".": "index", "./operations/pets": "operations/pets" },
  });
  const file = files.find(({ path }) => path === "package.json");
  if (file?.from !== "text") throw new Error("package.json is not planned as text");
  expect(file.text.endsWith("}\n")).toBe(true);
  return JSON.parse(file.text) as JsonObject;
}

describe("the published package", () => {
  const blueprint = blueprintOf({});
  const files = (features: typeof blueprint.features) =>
    packageFiles({ ...blueprint, features }, { dependencies: {}, entries: {} }).flatMap((file) =>
      file.path === "package.json" && file.from === "text" ? JSON.parse(file.text).files : [],
    );

  it("contains the build and the sources", () => {
    expect(files({})).toEqual(["dist", "src"]);
  });

  it("contains the reference pages, but not their site, with the setting docsInPackage", () => {
    expect(files({ docsInPackage: true, changelog: true })).toEqual([
      "dist",
      "src",
      "CHANGELOG.md",
      "docs",
      "!docs/.vitepress",
      "!docs/package.json",
    ]);
  });
});

describe("two module formats", () => {
  const blueprint = { ...blueprintOf({}), features: { moduleFormats: ["esm", "cjs"] as const } };
  const files = packageFiles(blueprint, { dependencies: {}, entries: { ".": "index" } });

  it("are two builds, which an entry point has by condition", () => {
    const file = files.find(({ path }) => path === "package.json");
    expect(JSON.parse(file?.from === "text" ? file.text : "")).toMatchObject({
      type: "module",
      exports: {
        ".": {
          import: { types: "./dist/index.d.ts", default: "./dist/index.js" },
          require: { types: "./dist/cjs/index.d.ts", default: "./dist/cjs/index.js" },
        },
      },
      scripts: {
        build: `tsc && tsc -p tsconfig.cjs.json && node -e "fs.writeFileSync('dist/cjs/package.json', JSON.stringify({ type: 'commonjs' }))"`,
      },
    });
  });

  it("need settings for the second one", () => {
    expect(files.map(({ path }) => path)).toEqual([
      "package.json",
      "tsconfig.json",
      "tsconfig.cjs.json",
      ".gitignore",
      ".github/workflows/release.yml",
    ]);
  });
});

describe("the manifest", () => {
  it("has the description of the package and its entries", () => {
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
        "docs:dev": "npm --prefix docs run dev",
        "docs:build": "npm --prefix docs run build",
        "docs:preview": "npm --prefix docs run preview",
      },
      dependencies: { "openapi-fetch": "^1.0.0" },
      devDependencies: { typescript: "^5.9.3" },
    });
  });

  it("has optional peers, which the build needs", () => {
    const part = { dependencies: {}, optionalPeers: { msw: ">=2.0.0" }, entries: {} };
    const file = packageFiles(blueprintOf({}), part).find(({ path }) => path === "package.json");
    expect(JSON.parse(file?.from === "text" ? file.text : "")).toMatchObject({
      peerDependencies: { msw: ">=2.0.0" },
      peerDependenciesMeta: { msw: { optional: true } },
      devDependencies: { msw: ">=2.0.0" },
    });
  });

  it("has no license if the document has none", () => {
    expect(manifestOf({})).not.toHaveProperty("license");
  });
});

const acme = { contact: { name: "Acme" }, title: "Pets", version: "1" };

function licenseOf(info: JsonObject, packageFields: PackageFields = {}) {
  const blueprint = { ...blueprintOf({ info }), features: { packageFields } };
  const files = packageFiles(blueprint, { dependencies: {}, entries: {} });
  const [text] = render(files).flatMap((file) => (file.path === "LICENSE" ? file.text : []));
  return text?.split("\n", 3).map((line) => line.trim());
}

describe("package metadata of the document", () => {
  it("is its author, homepage and license, by the SPDX identifier", () => {
    const info = {
      ...acme,
      contact: { name: "Acme", email: "sdk@acme.com", url: "https://acme.com" },
      license: { name: "Apache 2.0" },
    };
    expect(manifestOf({ info, externalDocs: { url: "https://acme.com/docs" } })).toMatchObject({
      license: "Apache-2.0",
      author: { name: "Acme", email: "sdk@acme.com", url: "https://acme.com" },
      homepage: "https://acme.com/docs",
    });
  });
});

describe("the setting package", () => {
  it("merges its fields over ours: objects by key, files as one list", () => {
    const packageFields = {
      license: "ISC",
      keywords: ["pets"],
      exports: { "./extra": "./extra.js", "./package.json": null },
      files: ["extra.js", "src"],
      scripts: { build: "tsc -b" },
      jest: { verbose: true },
    };
    const info = { ...acme, license: { name: "MIT" } };
    const manifest = manifestOf({ info }, packageFields);
    expect(manifest).toMatchObject({
      name: "clerk",
      license: "ISC",
      keywords: ["pets"],
      files: ["dist", "src", "extra.js"],
      scripts: { build: "tsc -b", prepack: "npm run build" },
      jest: { verbose: true },
    });
    expect(manifest["exports"]).toEqual({
      ".": { types: "./dist/index.d.ts", default: "./dist/index.js" },
      "./operations/pets": {
        types: "./dist/operations/pets.d.ts",
        default: "./dist/operations/pets.js",
      },
      "./package.json": null,
      "./extra": "./extra.js",
    });
  });
});

describe("LICENSE", () => {
  it.each<[name: string, fields: PackageFields, want: string[] | undefined]>([
    ["MIT License", {}, ["MIT License", "", "Copyright (c) Acme"]],
    ["ISC", {}, ["ISC License", "", "Copyright (c) Acme"]],
    ["BSD 2-Clause", {}, ["BSD 2-Clause License", "", "Copyright (c) Acme"]],
    ["BSD-3-Clause", {}, ["BSD 3-Clause License", "", "Copyright (c) Acme"]],
    ["Proprietary", {}, undefined],
    ["MIT", { license: "UNLICENSED" }, undefined],
    ["MIT", { author: "Pets Inc. <a@b.c>" }, ["MIT License", "", "Copyright (c) Pets Inc."]],
    ["MIT", { author: { name: "Pets" } }, ["MIT License", "", "Copyright (c) Pets"]],
  ])("of %s with %j", (name, fields, want) => {
    expect(licenseOf({ ...acme, license: { name } }, fields)).toEqual(want);
  });

  it("of Apache names no copyright holder", () => {
    expect(licenseOf({ ...acme, license: { identifier: "Apache-2.0" } })).toContain(
      "Apache License",
    );
  });
});

describe("the package", () => {
  it("has the files that make a folder a package", () => {
    const files = packageFiles(blueprintOf({}), { dependencies: {}, entries: {} });
    expect(files.map(({ path }) => path)).toEqual([
      "package.json",
      "tsconfig.json",
      ".gitignore",
      ".github/workflows/release.yml",
    ]);
  });
});
