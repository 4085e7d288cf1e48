import { describe, expect, it } from "vitest";
import type { PlannedFile } from "../../generator/plan/file.js";
import { plan } from "../../generator/plan/plan.js";
import type { JsonObject } from "../../generator/read/document/document.js";
import { modelOf } from "../model/documents.js";

function planOf(document: JsonObject): PlannedFile[] {
  return plan(modelOf(document), {});
}

function textOf(files: readonly PlannedFile[], path: string): string {
  const file = files.find((each) => each.path === path);
  if (file?.from !== "text") throw new Error(`${path} is not planned as text`);
  return file.text;
}

const many = ["pets", "Pets!", "PETS", "日本", "東京", "api", "index", "con"];

const crowded = {
  paths: Object.fromEntries(
    many.map((tag, index) => [`/${index}`, { get: { tags: [tag], operationId: "get" } }]),
  ),
  components: { schemas: { pet: {}, Pet: {}, "pet-": {}, README: {}, readme: {} } },
};

describe("the plan", () => {
  it.each<[name: string, document: JsonObject]>([
    ["an API without operations", {}],
    ["names that come to the same", crowded],
  ])("has no two files with one path on any disk, with %s", (_, document) => {
    const paths = planOf(document).map(({ path }) => path.toLowerCase());
    expect(paths.length).toBeGreaterThan(25);
    expect(paths.filter((path, index) => paths.indexOf(path) !== index)).toEqual([]);
  });

  it("has a module for each resource", () => {
    const paths = planOf({ paths: { "/pets": { get: {} }, "/a b": { get: {} } } }).map(
      ({ path }) => path,
    );
    expect(paths.filter((path) => path.startsWith("src/operations/"))).toEqual([
      "src/operations/pets.ts",
      "src/operations/a-b.ts",
    ]);
    expect(paths.filter((path) => path.startsWith("src/resources/"))).toEqual([
      "src/resources/pets.ts",
      "src/resources/a-b.ts",
    ]);
  });

  it("merges the outputs' fields into one manifest", () => {
    const manifest = JSON.parse(
      textOf(planOf({ paths: { "/pets": { get: {} } } }), "package.json"),
    ) as JsonObject;
    expect(manifest["dependencies"]).toEqual({});
    expect(Object.keys(manifest["exports"] ?? {})).toEqual([
      ".",
      "./core",
      "./errors",
      "./models",
      "./limits",
      "./operations/pets",
      "./testing",
      "./package.json",
    ]);
  });

  it("uses the chosen names", () => {
    const files = plan(modelOf({}), { packageName: "@a/b", className: "Zoo", version: "3.0.0" });
    expect(JSON.parse(textOf(files, "package.json"))).toMatchObject({
      name: "@a/b",
      version: "3.0.0",
    });
    const index = files.find(({ path }) => path === "src/index.ts");
    expect(index).toMatchObject({ view: { class: "Zoo", core: "ZooCore", options: "ZooOptions" } });
  });
});
