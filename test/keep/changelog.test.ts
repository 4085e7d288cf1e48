import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { backupFolder } from "../../generator/emit/disk/temp-folders.js";
import { sdkwright } from "../command.js";
import { temporaryFolder } from "../temporary-folder.js";

function writeDocument(folder: string, version: string, ...operations: readonly string[]) {
  const responses = { 204: { description: "Done" } };
  const document = {
    openapi: "3.1.0",
    info: { title: "Pets", version },
    paths: Object.fromEntries(
      operations.map((operationId) => [
        `/${operationId}`,
        { get: { operationId, tags: ["pets"], responses } },
      ]),
    ),
  };
  writeFileSync(join(folder, "openapi.json"), JSON.stringify(document));
}

async function generateIn(folder: string, ...args: readonly string[]): Promise<void> {
  const run = await sdkwright(folder, ["generate", "openapi.json", "-o", "sdk", ...args]);
  expect(run).toMatchObject({ code: 0, stderr: "" });
}

describe("the changelog of a package", () => {
  it("gets what changes for users, under the version of the package", async () => {
    const folder = temporaryFolder();
    const changelog = join(folder, "sdk/CHANGELOG.md");
    writeDocument(folder, "1.0.0", "listPets");
    await generateIn(folder);
    expect(existsSync(changelog)).toBe(false);
    writeDocument(folder, "1.1.0", "listPets", "feedPets");
    await generateIn(folder);
    const first = "## 1.1.0\n\n### Added\n\n- operation `pets.feed` is new\n";
    expect(readFileSync(changelog, "utf8")).toBe(`# Changelog\n\n${first}`);
    await generateIn(folder, "--no-cache");
    await generateIn(folder, "--check");
    expect(readFileSync(changelog, "utf8")).toBe(`# Changelog\n\n${first}`);
    writeFileSync(changelog, `# Ours\n\n${first}\nThanks, Ann!\n`);
    writeDocument(folder, "2.0.0", "listPets");
    await generateIn(folder);
    const removed = "operation `pets.feed` is removed: programs that use it no longer compile";
    expect(readFileSync(changelog, "utf8")).toBe(
      `# Ours\n\n## 2.0.0\n\n### Breaking\n\n- ${removed}\n\n${first}\nThanks, Ann!\n`,
    );
    const manifest = JSON.parse(readFileSync(join(folder, "sdk/package.json"), "utf8"));
    expect(manifest.files).toEqual(["dist", "src", "CHANGELOG.md"]);
  });

  it.each<[string, Record<string, string>, readonly string[]]>([
    ["the setting", { "a.json": '{ "changelog": false }' }, ["--config", "a.json"]],
    [".sdkwrightignore", { "sdk/.sdkwrightignore": "CHANGELOG.md\n" }, []],
  ])("is a person's own by %s", async (_, files, args) => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "sdk"));
    for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
    writeDocument(folder, "1.0.0", "listPets");
    await generateIn(folder, ...args);
    writeDocument(folder, "1.1.0", "listPets", "feedPets");
    await generateIn(folder, ...args);
    expect(existsSync(join(folder, "sdk/CHANGELOG.md"))).toBe(false);
  });

  it.each([
    ["its new output", "1.1.0"],
    ["another one", "1.2.0"],
  ])("has the changes of a run that was killed before it wrote them, after %s", async (_, next) => {
    const folder = temporaryFolder();
    const output = join(folder, "sdk");
    writeDocument(folder, "1.0.0", "listPets");
    await generateIn(folder);
    writeFileSync(join(output, "CHANGELOG.md"), "# Ours\n");
    const backup = backupFolder(output);
    renameSync(output, backup);
    writeDocument(folder, "1.1.0", "listPets", "feedPets");
    renameSync(backup, join(folder, "old"));
    await generateIn(folder);
    renameSync(join(folder, "old"), backup);
    writeDocument(folder, next, "listPets", "feedPets");
    const run = await sdkwright(folder, ["generate", "openapi.json", "-o", "sdk"]);
    expect(run).toMatchObject({ code: 0, stderr: expect.stringContaining("a run was killed") });
    expect(readFileSync(join(output, "CHANGELOG.md"), "utf8")).toBe(
      "# Ours\n\n## 1.1.0\n\n### Added\n\n- operation `pets.feed` is new\n",
    );
    expect(readdirSync(folder).sort()).toEqual(["openapi.json", "sdk"]);
  });

  it("is not written through a link, and then nothing is", async () => {
    const folder = temporaryFolder();
    writeDocument(folder, "1.0.0", "listPets");
    await generateIn(folder);
    const before = readFileSync(join(folder, "sdk/api-report.json"), "utf8");
    writeFileSync(join(folder, "other.md"), "theirs\n");
    symlinkSync(join(folder, "other.md"), join(folder, "sdk/CHANGELOG.md"));
    writeDocument(folder, "1.1.0", "listPets", "feedPets");
    const run = await sdkwright(folder, ["generate", "openapi.json", "-o", "sdk"]);
    expect(run).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/sdk\/CHANGELOG\.md isn't a regular file: replace it with one/),
    });
    expect(readFileSync(join(folder, "other.md"), "utf8")).toBe("theirs\n");
    expect(readFileSync(join(folder, "sdk/api-report.json"), "utf8")).toBe(before);
  });
});
