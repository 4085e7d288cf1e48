import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { generate } from "../generator/generate.js";
import { temporaryFolder } from "./temporary-folder.js";

function documentWith(text: string): string {
  const file = join(temporaryFolder(), "pets.yaml");
  writeFileSync(file, text);
  return file;
}

const pets = `openapi: 3.0.3
info: { title: Pets API, version: 1.2.3 }
paths:
  /pets:
    get:
      operationId: listPets
      responses:
        "200": { description: All. }
        6xx: { description: None. }
`;

describe("a document", () => {
  it("becomes the files of a package, and its problems are reported with their places", async () => {
    const input = documentWith(pets);
    const { problems, files } = await generate(input, {});
    expect(problems).toEqual([
      {
        severity: "warning",
        pointer: "/paths/~1pets/get/responses/6xx",
        kind: "unknown-status",
        message: `"6xx" isn't a status and is left out: write a code, a range such as 4XX, or default`,
        file: input,
        line: 9,
        column: 9,
      },
    ]);
    const texts = new Map(files?.map(({ path, text }) => [path, text]));
    expect(JSON.parse(texts.get("package.json") ?? "")).toMatchObject({
      name: "pets",
      version: "1.2.3",
    });
    expect(texts.get("src/client.ts")).toContain("export class Pets extends PetsCore {");
    expect(texts.get("src/operations/pets.ts")).toContain("export function listPets(");
    expect(texts.has("src/schema.ts")).toBe(false);
    expect(texts.has("src/runtime/call.ts")).toBe(true);
  });

  it("becomes a package with the chosen name", async () => {
    const { files } = await generate(documentWith(pets), { className: "Zoo", packageName: "zoo" });
    const texts = new Map(files?.map(({ path, text }) => [path, text]));
    expect(texts.get("src/client.ts")).toContain("export class Zoo extends ZooCore {");
    expect(JSON.parse(texts.get("package.json") ?? "")).toMatchObject({ name: "zoo" });
  });

  it("is deterministic", async () => {
    const input = documentWith(pets);
    expect(await generate(input, {})).toEqual(await generate(input, {}));
  });

  it("that can't be used becomes nothing but problems", async () => {
    const input = documentWith("openapi: 3.1.0\npaths: []\n");
    const { problems, files } = await generate(input, {});
    expect(files).toBeNull();
    expect(problems.map(({ line, severity }) => [line, severity])).toEqual([
      [1, "error"],
      [2, "error"],
    ]);
  });

  it("with unused places becomes files, and a warning names each of them", async () => {
    const input = documentWith(`openapi: 3.1.0
info: { title: Pets, version: "1" }
components: { schemas: { Pet: { type: object, properties: { name: null } } } }
`);
    const { problems, files } = await generate(input, {});
    expect(problems.map(({ message }) => message)).toEqual(['"name" is null: write an object']);
    const models = files?.find(({ path }) => path === "src/models.ts");
    expect(models?.text).toContain("  name?: unknown;");
  });
});

describe("progress", () => {
  it("is reported for each stage", async () => {
    const input = documentWith(pets);
    const told: string[] = [];
    await generate(input, {}, { onStage: (stage) => told.push(stage) });
    expect(told).toEqual(["reading the document", "modeling", "rendering files"]);
  });
});
