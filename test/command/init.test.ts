import { existsSync, lstatSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
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
