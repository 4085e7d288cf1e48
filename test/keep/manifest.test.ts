import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { keptManifestProblems } from "../../generator/keep/manifest.js";
import { sdkwright } from "../command.js";
import { root } from "../imports.js";
import { temporaryFolder } from "../temporary-folder.js";

const ours = {
  type: "module",
  sideEffects: false,
  exports: {
    ".": { types: "./dist/index.d.ts", default: "./dist/index.js" },
    "./operations/pets": { default: "./dist/operations/pets.js" },
    "./package.json": "./package.json",
  },
  dependencies: { "openapi-fetch": "^0.17.0" },
};

async function problemsOf(kept: string | object, ignore = "package.json\n") {
  const folder = temporaryFolder();
  const text = typeof kept === "string" ? kept : JSON.stringify(kept, null, 2);
  writeFileSync(join(folder, ".sdkwrightignore"), ignore);
  writeFileSync(join(folder, "package.json"), text);
  const files = [{ path: "package.json", text: JSON.stringify(ours) }];
  const problems = await keptManifestProblems(folder, files);
  return problems.map(({ line, severity, message }) => `${line} ${severity} ${message}`);
}

describe("a package.json that a person keeps", () => {
  it("lacks nothing if it has what the files need", async () => {
    expect(await problemsOf(ours)).toEqual([]);
    const peers = { dependencies: {}, peerDependencies: { "openapi-fetch": "*" } };
    expect(await problemsOf({ ...ours, ...peers })).toEqual([]);
  });

  it("has a warning for each missing entry point, with what to add", async () => {
    expect(await problemsOf({ ...ours, exports: { "./package.json": "./package.json" } })).toEqual([
      '4 warning exports lacks ".", which programs import: add ".": {"types":"./dist/index.d.ts","default":"./dist/index.js"}',
      '4 warning exports lacks "./operations/pets", which programs import: add "./operations/pets": {"default":"./dist/operations/pets.js"}',
    ]);
  });

  it.each([
    ["patterns", { ".": "./a.js", "./operations/*": "./b/*.js", "./*.json": "./*.json" }, 0],
    ["the conditions of the package itself", { import: "./a.js" }, 2],
    ["one target", "./a.js", 2],
    ["a pattern for another folder", { ".": "./a.js", "./models/*": "./b/*.js" }, 2],
  ])("may have %s as exports", async (_, exports, lacking) => {
    expect(await problemsOf({ ...ours, exports })).toHaveLength(lacking);
  });

  it("has a warning for each other field that the files need", async () => {
    expect(await problemsOf({ exports: ours.exports })).toEqual([
      '1 warning dependencies lacks openapi-fetch, which src/ imports: add "openapi-fetch": "^0.17.0"',
      '1 warning type should be "module": src/ has ES modules',
      "1 warning sideEffects should be false: else bundles keep unused operations",
    ]);
  });

  it("has a warning if it isn't a manifest", async () => {
    const want = ["1 warning this should be a JSON object, the manifest of the package"];
    expect(await problemsOf("{")).toEqual(want);
    expect(await problemsOf("[]")).toEqual(want);
  });

  it("is ours without .sdkwrightignore", async () => {
    expect(await problemsOf("{", "other.json\n")).toEqual([]);
  });

  it("is reported by a run with its line, and by --strict as an error", async () => {
    const folder = temporaryFolder();
    const document = join(root, "spec/domains.openapi.yaml");
    const args = ["generate", document, "-o", "."];
    expect(await sdkwright(folder, args)).toMatchObject({ code: 0, stderr: "" });
    const path = join(folder, "package.json");
    const manifest = JSON.parse(readFileSync(path, "utf8"));
    const { "./testing": _, ...exports } = manifest.exports;
    writeFileSync(path, JSON.stringify({ ...manifest, exports }, null, 2));
    writeFileSync(join(folder, ".sdkwrightignore"), "package.json\n");
    const want =
      /^package\.json:\d+:3 warning exports lacks "\.\/testing", which programs import: .*\n$/;
    const run = await sdkwright(folder, args);
    expect(run).toMatchObject({ code: 0, stderr: expect.stringMatching(want) });
    expect(await sdkwright(folder, args)).toEqual({ ...run, stdout: ". is up to date\n" });
    expect(await sdkwright(folder, [...args, "--strict"])).toMatchObject({ code: 1 });
  });
});
