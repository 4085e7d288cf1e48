import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sdkwright } from "./command.js";
import { temporaryFolder } from "./temporary-folder.js";

const pets = `openapi: 3.1.0
info: { title: Pets API, version: 1.2.0 }
paths:
  /pets:
    get:
      operationId: listPets
      tags: [pets]
      responses: { "200": { description: All. } }
`;
const cats = pets.replace("listPets", "listCats");
const renamed = `breaking  operation pets.list is renamed: pets.list → pets.listCats: calls no longer compile
breaking  operation pets.list: its function is renamed: listPets → listCats: imports no longer compile

2 breaking for users of pets: the next version after 1.2.0 is 2.0.0
`;

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

function gitIn(folder: string, ...args: string[]): void {
  const author = ["-c", "user.name=a", "-c", "user.email=a@example.com"];
  execFileSync("git", [...author, ...args], { cwd: folder, stdio: "pipe" });
}

describe("sdkwright diff", () => {
  it("compares documents", async () => {
    const folder = folderWith({ "old.yaml": pets, "new.yaml": cats });
    const run = await sdkwright(folder, ["diff", "old.yaml", "new.yaml"]);
    expect(run).toEqual({ code: 0, stdout: renamed, stderr: "" });
  });

  it("compares output folders", async () => {
    const folder = folderWith({ "old.yaml": pets, "new.yaml": cats });
    await sdkwright(folder, ["generate", "old.yaml", "--output", "sdk"]);
    const run = await sdkwright(folder, ["diff", "sdk", "new.yaml"]);
    expect(run).toEqual({ code: 0, stdout: renamed, stderr: "" });
  });

  it("compares revisions of documents and of output folders", async () => {
    const folder = folderWith({ "api.yaml": pets });
    await sdkwright(folder, ["generate", "api.yaml", "--output", "sdk"]);
    gitIn(folder, "init", "-q");
    gitIn(folder, "add", ".");
    gitIn(folder, "commit", "-qm", "Begin");
    writeFileSync(join(folder, "api.yaml"), cats);
    const document = await sdkwright(folder, ["diff", "HEAD:api.yaml", "api.yaml"]);
    expect(document).toEqual({ code: 0, stdout: renamed, stderr: "" });
    const output = await sdkwright(folder, ["diff", "HEAD:sdk", "api.yaml"]);
    expect(output).toEqual({ code: 0, stdout: renamed, stderr: "" });
    const missing = await sdkwright(folder, ["diff", "HEAD:other.yaml", "api.yaml"]);
    expect(missing.code).toBe(1);
    expect(missing.stderr).toMatch(
      /^HEAD:other\.yaml:1:1 error git can't show this: .*other\.yaml.*\n$/,
    );
  });

  it("accepts a filter that matches in one of the documents, and refuses one that matches in none", async () => {
    const folder = folderWith({ "old.yaml": pets, "new.yaml": cats });
    const compared = (filter: string) =>
      sdkwright(folder, ["diff", "old.yaml", "new.yaml", "--include", filter]);
    const { code, stdout } = await compared("operation:listCats");
    expect([code, stdout]).toEqual([0, expect.stringContaining("additive  operation pets.list")]);
    expect(await compared("operation:listCat")).toEqual({
      code: 1,
      stdout: "",
      stderr:
        'old.yaml:1:1 error no operation matches the filter "operation:listCat": correct or remove it\n' +
        'new.yaml:1:1 error no operation matches the filter "operation:listCat": did you mean "operation:listCats"?\n',
    });
  });

  it("compares a folder with a folder, and with a revision of it, by limits and headers too", async () => {
    const sized = (most: number, header: string): string =>
      pets.replace(
        'responses: { "200": { description: All. } }',
        `parameters: [{ name: size, in: query, schema: { type: integer, maximum: ${most}, default: 5 } }]
      responses: { "200": { description: All., headers: { ${header}: { schema: {} } } } }`,
      );
    const files = { "old.yaml": sized(50, "X-Total"), "new.yaml": sized(20, "X-Count") };
    const folder = folderWith(files);
    await sdkwright(folder, ["generate", "old.yaml", "--output", "sdk"]);
    await sdkwright(folder, ["generate", "new.yaml", "--output", "next"]);
    gitIn(folder, "init", "-q");
    gitIn(folder, "add", ".");
    gitIn(folder, "commit", "-qm", "Begin");
    const want = {
      code: 0,
      stderr: "",
      stdout: `breaking  operation pets.list: argument size has to meet maximum: 20 instead of maximum: 50: values passed before may be refused
breaking  operation pets.list: header x-total is removed: programs that read it get nothing
additive  operation pets.list: header x-count is new

2 breaking, 1 additive for users of pets: the next version after 1.2.0 is 2.0.0
`,
    };
    for (const old of ["old.yaml", "sdk", "HEAD:sdk", "HEAD:sdk/api-report.json"]) {
      for (const next of ["new.yaml", "next", "HEAD:next"]) {
        expect(await sdkwright(folder, ["diff", old, next])).toEqual(want);
      }
    }
  });

  it("reads all files of a document from its revision", async () => {
    const path = (name: string) => `get: { operationId: ${name}, tags: [pets], responses: {} }\n`;
    const folder = folderWith({
      "api.yaml": `openapi: 3.1.0
info: { title: Pets API, version: 1.2.0 }
paths: { /pets: { $ref: pets.yaml } }
`,
      "pets.yaml": path("listPets"),
    });
    gitIn(folder, "init", "-q");
    gitIn(folder, "add", ".");
    gitIn(folder, "commit", "-qm", "Begin");
    writeFileSync(join(folder, "pets.yaml"), path("listCats"));
    const want = { code: 0, stdout: renamed, stderr: "" };
    expect(await sdkwright(folder, ["diff", "HEAD:api.yaml", "api.yaml"])).toEqual(want);
    expect(await sdkwright(folder, ["diff", "HEAD:./api.yaml", "api.yaml"])).toEqual(want);
    gitIn(folder, "rm", "-q", "--cached", "pets.yaml");
    gitIn(folder, "commit", "-qm", "Forget");
    const { code, stderr } = await sdkwright(folder, ["diff", "HEAD:api.yaml", "api.yaml"]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^HEAD:api\.yaml:3:19 error .*pets\.yaml.*git can't show this: .*\n$/);
  });

  it("tells a program that asks by its exit status", async () => {
    const folder = folderWith({ "old.yaml": pets, "new.yaml": cats });
    const same = await sdkwright(folder, ["diff", "old.yaml", "old.yaml", "--exit-code"]);
    expect([same.code, same.stdout]).toEqual([0, "nothing changes for users of pets\n"]);
    const broken = await sdkwright(folder, ["diff", "old.yaml", "new.yaml", "--exit-code"]);
    expect(broken.code).toBe(3);
  });

  it("calls the package and its version what the configuration does", async () => {
    const config = JSON.stringify({ packageName: "zoo", packageVersion: "0.3.1" });
    const folder = folderWith({ "old.yaml": pets, "new.yaml": cats, "zoo.json": config });
    const run = await sdkwright(folder, [
      "diff",
      "old.yaml",
      "new.yaml",
      "--config",
      "zoo.json",
      "--json",
    ]);
    expect(JSON.parse(run.stdout)).toMatchObject({
      packageName: "zoo",
      version: "0.3.1",
      nextVersion: "0.4.0",
    });
  });

  const inner = `${pets}  /inner:
    get:
      operationId: peek
      tags: [inner]
      responses: { "200": { description: All. } }
`;
  const nothing = { code: 0, stdout: "nothing changes for users of pets\n", stderr: "" };

  it("compares what is left of documents by filters, of the command line or the configuration", async () => {
    const config = JSON.stringify({ exclude: ["tag:inner"] });
    const folder = folderWith({ "old.yaml": inner, "new.yaml": pets, "only.json": config });
    const sides = ["diff", "old.yaml", "new.yaml"];
    expect((await sdkwright(folder, sides)).stdout).toMatch(
      /^breaking {2}operation inner\.peek is removed: /,
    );
    expect(await sdkwright(folder, [...sides, "--exclude", "tag:inner"])).toEqual(nothing);
    expect(await sdkwright(folder, [...sides, "--include", "path:/pets"])).toEqual(nothing);
    expect(await sdkwright(folder, [...sides, "--config", "only.json"])).toEqual(nothing);
  });

  it("compares documents as overlays make them", async () => {
    const overlay = `overlay: 1.0.0
info: { title: A, version: "1" }
actions: [{ target: "$.paths['/pets'].get", update: { operationId: same } }]
`;
    const folder = folderWith({ "old.yaml": pets, "new.yaml": cats, "names.yaml": overlay });
    const args = ["diff", "old.yaml", "new.yaml", "--overlay", "names.yaml"];
    expect(await sdkwright(folder, args)).toEqual(nothing);
  });

  it("compares documents with what they may refer to", async () => {
    const shared = folderWith({ "all.yaml": "description: All.\n" });
    const ref = `{ $ref: "${join(shared, "all.yaml")}" }`;
    const folder = folderWith({ "new.yaml": pets.replace("{ description: All. }", ref) });
    const sides = ["diff", "new.yaml", "new.yaml"];
    expect((await sdkwright(folder, sides)).code).toBe(1);
    expect(await sdkwright(folder, [...sides, "--allow-refs-from", shared])).toEqual(nothing);
  });

  it("says what is wrong with either side", async () => {
    const folder = folderWith({ "old.yaml": "a: 1\n", "new.yaml": pets });
    const { code, stdout, stderr } = await sdkwright(folder, ["diff", "old.yaml", "none.yaml"]);
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(/^old\.yaml:1:1 error .*\n(.*\n)*none\.yaml:1:1 error .*\n$/);
  });

  it.each([
    ["a folder that holds no report", ["diff", ".", "new.yaml"], 1],
    ["one side alone", ["diff", "new.yaml"], 2],
    ["a format that there isn't", ["diff", "new.yaml", "new.yaml", "--format", "html"], 2],
  ])("refuses %s", async (_, args, code) => {
    const folder = folderWith({ "new.yaml": pets });
    const run = await sdkwright(folder, args);
    expect(run).toMatchObject({ code, stdout: "" });
    expect(run.stderr).toMatch(/^\S.*\n$/);
  });
});
