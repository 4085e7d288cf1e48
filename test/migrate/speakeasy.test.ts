import { expect, it } from "vitest";
import { fromSpeakeasy } from "../../generator/migrate/speakeasy.js";

const workflow = {
  sources: {
    other: { inputs: [{ location: "other.yaml" }] },
    pets: {
      inputs: [{ location: "openapi.yaml" }],
      overlays: [{ location: "fixes.overlay.yaml" }],
    },
  },
  targets: {
    go: { target: "go", source: "other" },
    pets: { target: "typescript", source: "pets", output: "sdk" },
  },
};

it("reads the document, overlays and names of the target for TypeScript", () => {
  const gen = {
    generation: { sdkClassName: "Pets" },
    typescript: {
      version: "1.2.0",
      packageName: "@acme/pets",
      author: "Acme",
      moduleFormat: "dual",
      additionalPackageJSON: { license: "MIT", name: "other", packageManager: "pnpm@10.0.0" },
      templateVersion: "v2",
    },
  };
  expect(fromSpeakeasy(gen, workflow)).toEqual({
    settings: {
      input: "openapi.yaml",
      output: "sdk",
      packageName: "@acme/pets",
      packageVersion: "1.2.0",
      className: "Pets",
      methodNames: "full",
      overlays: ["fixes.overlay.yaml"],
      package: { author: "Acme", license: "MIT" },
      moduleFormats: ["esm", "cjs"],
    },
    overlay: null,
    notes: [],
  });
});

it("takes several documents, and no location that can't be read", () => {
  const sources = {
    pets: {
      inputs: [
        { location: "https://pets.example/openapi.json" },
        { location: "events.yaml" },
        { location: "registry.speakeasyapi.dev/acme/pets" },
        { location: "$DOCUMENT" },
      ],
      overlays: [{ speakeasyTransforms: {} }],
    },
  };
  expect(fromSpeakeasy({}, { sources })).toEqual({
    settings: {
      input: ["https://pets.example/openapi.json", "events.yaml"],
      methodNames: "full",
    },
    overlay: null,
    notes: [
      "registry.speakeasyapi.dev/acme/pets: download it and name the file instead",
      "$DOCUMENT: download it and name the file instead",
      "overlays without a location (1): write them as OpenAPI Overlays",
    ],
  });
});

it("doesn't carry over scripts, and says so", () => {
  const scripts = { postinstall: "node steal.js", test: "vitest" };
  const typescript = { additionalPackageJSON: { license: "MIT", scripts } };
  const { settings, notes } = fromSpeakeasy({ typescript }, {});
  expect(settings.package).toEqual({ license: "MIT" });
  expect(notes).toEqual([
    "additionalPackageJSON.scripts (postinstall, test): read them, because some run when a package is installed or built, and add them to the setting package",
  ]);
});

it("names the settings that it doesn't carry over", () => {
  const typescript = { maxMethodParams: 4, zodVersion: "v4", laxMode: "strict" };
  expect(fromSpeakeasy({ typescript }, {}).notes).toEqual([
    "maxMethodParams: calls take one object",
    "zodVersion, laxMode: no equivalent",
  ]);
});
