import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { sdkwright } from "../command.js";
import { temporaryFolder } from "../temporary-folder.js";

/** A folder with these files. */
function folderWith(...files: readonly string[]): string {
  const folder = temporaryFolder();
  for (const file of files) writeFileSync(join(folder, file), "{}");
  return folder;
}

const settingsOf = (folder: string) =>
  JSON.parse(readFileSync(join(folder, "sdkwright.json"), "utf8"));

describe("sdkwright init", () => {
  it("writes settings for the given document, and prints the next step", async () => {
    const folder = folderWith("pets.yaml");
    expect(await sdkwright(folder, ["init", "pets.yaml"])).toEqual({
      code: 0,
      stdout: "Wrote sdkwright.json. Next, run: npx sdkwright generate\n",
      stderr: "",
    });
    expect(settingsOf(folder)).toEqual({
      $schema: "./node_modules/sdkwright/generator/settings.schema.json",
      input: "pets.yaml",
      output: "generated",
    });
  });

  it("finds a document with a usual name", async () => {
    const folder = folderWith("openapi.json");
    await sdkwright(folder, ["init"]);
    expect(settingsOf(folder)).toMatchObject({ input: "openapi.json" });
  });

  it("keeps existing settings unless it is forced", async () => {
    const folder = folderWith("openapi.yaml", "sdkwright.json");
    expect(await sdkwright(folder, ["init"])).toEqual({
      code: 1,
      stdout: "",
      stderr: "sdkwright: sdkwright.json already exists; use --force to replace it\n",
    });
    expect((await sdkwright(folder, ["init", "--force"])).code).toBe(0);
    expect(settingsOf(folder)).toMatchObject({ input: "openapi.yaml" });
  });

  it("writes nothing through a symbolic link, wherever that leads", async () => {
    const folder = folderWith("openapi.yaml");
    const target = join(temporaryFolder(), "target");
    symlinkSync(target, join(folder, "sdkwright.json"));
    expect((await sdkwright(folder, ["init"])).stderr).toContain("already exists");
    expect(existsSync(target)).toBe(false);
    writeFileSync(target, "theirs");
    expect((await sdkwright(folder, ["init", "--force"])).code).toBe(0);
    expect(readFileSync(target, "utf8")).toBe("theirs");
    expect(lstatSync(join(folder, "sdkwright.json")).isFile()).toBe(true);
  });

  it("writes nothing without a document", async () => {
    const folder = folderWith();
    const { code, stderr } = await sdkwright(folder, ["init"]);
    expect([code, stderr]).toEqual([
      1,
      "sdkwright: there is no document openapi.yaml; name it: sdkwright init path/to/openapi.yaml\n",
    ]);
    expect(existsSync(join(folder, "sdkwright.json"))).toBe(false);
  });
});

describe("sdkwright init --from", () => {
  const document = {
    openapi: "3.1.0",
    info: { title: "Pets", version: "1.0.0" },
    paths: {
      "/pets": { get: { operationId: "fetch", responses: { 204: { description: "Done" } } } },
    },
  };
  const stainless = `organization: { name: pets }
targets: { node: { package_name: pets } }
resources:
  all_pets:
    methods: { list: get /pets }
readme: {}
`;

  function folderOf(files: Readonly<Record<string, string>>): string {
    const folder = temporaryFolder();
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return folder;
  }

  it("stainless writes settings and names that a generation uses", async () => {
    const openapi = JSON.stringify(document);
    const folder = folderOf({ "openapi.json": openapi, "stainless.yml": stainless });
    expect(await sdkwright(folder, ["init", "--from", "stainless"])).toEqual({
      code: 0,
      stdout: `Wrote sdkwright.json and names.overlay.yaml from stainless.yml. Next, run: npx sdkwright generate
Not carried over:
  readme: mark the first call with x-speakeasy-usage-example
`,
      stderr: "",
    });
    expect(await sdkwright(folder, ["generate"])).toMatchObject({ code: 0, stderr: "" });
    const report = readFileSync(join(folder, "generated/api-report.md"), "utf8");
    expect(report).toContain("allPets.list");
  });

  it("stainless finds the document that its workspace names", async () => {
    const folder = folderOf({
      "api/pets.json": JSON.stringify(document),
      "stainless/stainless.yml": stainless,
      "stainless/workspace.json": '{ "openapi_spec": "../api/pets.json" }',
    });
    expect((await sdkwright(folder, ["init", "--from", "stainless"])).code).toBe(0);
    expect(settingsOf(folder)).toMatchObject({
      input: "api/pets.json",
      overlays: ["names.overlay.yaml"],
    });
  });

  it("speakeasy writes settings that a generation uses", async () => {
    const folder = folderOf({
      "api.json": JSON.stringify(document),
      ".speakeasy/gen.yaml":
        "generation: { sdkClassName: Zoo }\ntypescript: { packageName: zoo }\n",
      ".speakeasy/workflow.yaml": "sources: { pets: { inputs: [{ location: ./api.json }] } }\n",
    });
    expect(await sdkwright(folder, ["init", "--from", "speakeasy"])).toEqual({
      code: 0,
      stdout:
        "Wrote sdkwright.json from .speakeasy/gen.yaml and .speakeasy/workflow.yaml. Next, run: npx sdkwright generate\n",
      stderr: "",
    });
    expect(await sdkwright(folder, ["generate"])).toMatchObject({ code: 0, stderr: "" });
    const client = readFileSync(join(folder, "generated/src/client.ts"), "utf8");
    expect(client).toContain("export class Zoo ");
  });

  it.each<[string, string, Record<string, string>, string]>([
    ["settings", "speakeasy", {}, "there is no .speakeasy/gen.yaml or gen.yaml"],
    ["settings", "stainless", {}, "there is no stainless.yml or openapi.stainless.yml"],
    [
      "a document",
      "stainless",
      { "stainless.yml": stainless },
      "there is no document: name it, as in sdkwright init openapi.yaml",
    ],
    [
      "an overwritten file",
      "stainless",
      { "stainless.yml": stainless, "openapi.json": "{}", "names.overlay.yaml": "" },
      "names.overlay.yaml already exists; use --force to replace it",
    ],
  ])("says that it lacks %s, and writes nothing: %s", async (_, from, files, want) => {
    const folder = folderOf(files);
    expect(await sdkwright(folder, ["init", "--from", from])).toEqual({
      code: 1,
      stdout: "",
      stderr: `sdkwright: ${want}\n`,
    });
    expect(existsSync(join(folder, "sdkwright.json"))).toBe(false);
  });

  it("reports settings that aren't YAML with their place", async () => {
    const folder = folderOf({ "gen.yaml": "a: [\n" });
    expect(await sdkwright(folder, ["init", "--from", "speakeasy"])).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^gen\.yaml:\d+:\d+ error /),
    });
  });
});
