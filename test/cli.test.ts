import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "./imports.js";
import { folderWith, pets } from "./pets.js";
import { startSdkwright } from "./process.js";
import { temporaryFolder } from "./temporary-folder.js";

// What only a process has: its streams, exit code, permissions and signals. The rest of the command
// is tested in command.test.ts.

describe("the process", () => {
  it("writes a package from standard input", async () => {
    const folder = temporaryFolder();
    const { code, stdout, stderr } = await startSdkwright(folder, ["generate", "-"], pets);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(
      /^generated was written: \d+ added, 0 changed, 0 removed\nnext: cd generated && npm install && npm run build\n$/,
    );
    expect(existsSync(join(folder, "generated/src/client.ts"))).toBe(true);
  });

  it.each([
    [1, ["generate", "none.yaml"]],
    [2, ["generate", "pets.yaml", "--fast"]],
    [3, ["generate", "pets.yaml", "--check"]],
  ])("exits with %i for %j", async (want, args) => {
    expect(await startSdkwright(folderWith(), args)).toMatchObject({ code: want });
  });

  it("prints the version of sdkwright in any folder", async () => {
    const folder = folderWith();
    writeFileSync(join(folder, "package.json"), '{ "name": "mine", "version": "9.9.9" }');
    const { code, stdout } = await startSdkwright(folder, ["--version"]);
    expect([code, stdout]).toEqual([0, "0.1.0\n"]);
  });

  it("speaks English in any locale", async () => {
    const environment = { LC_ALL: "de_DE.UTF-8" };
    const { stdout } = await startSdkwright(temporaryFolder(), ["--help"], "", environment);
    expect(stdout).toContain("\nOptions:\n");
  });

  it("ends silently if its reader closes the pipe", async () => {
    const folder = folderWith();
    const args = [join(root, "dist/cli.js"), "generate", "pets.yaml", "--check"];
    const child = spawn(process.execPath, args, { cwd: folder });
    child.stdout.destroy();
    let stderr = "";
    child.stderr.on("data", (text) => {
      stderr += text;
    });
    await once(child, "close");
    expect(stderr).toBe("");
  });
});

it("a mock server prints the warnings of the document, and ends when it is interrupted", async () => {
  const misspelled = pets.replace("{ title: Pets API", "{ sumary: Pets, title: Pets API");
  const args = [join(root, "dist/cli.js"), "mock", "pets.yaml", "--port", "0"];
  const child = spawn(process.execPath, args, { cwd: folderWith(misspelled) });
  let stderr = "";
  child.stderr.on("data", (text) => {
    stderr += text;
  });
  const [line] = await once(child.stdout, "data");
  expect(String(line)).toMatch(/^sdkwright mock listens on http:\/\/127\.0\.0\.1:\d+; /);
  child.kill("SIGINT");
  const [code] = await once(child, "close");
  expect([code, stderr]).toEqual([
    0,
    'pets.yaml:2:9 warning unknown key "sumary" in `info` is ignored: did you mean "summary"?\n',
  ]);
});

it("works without a second thread if none is allowed", async () => {
  const folder = folderWith();
  const flag = "--permission";
  const denying = process.allowedNodeEnvironmentFlags.has(flag)
    ? flag
    : "--experimental-permission";
  const environment = { NODE_OPTIONS: `${denying} --allow-fs-read=* --allow-fs-write=*` };
  const { code, stdout } = await startSdkwright(folder, ["generate", "pets.yaml"], "", environment);
  expect(stdout).toMatch(
    /^generated was written: \d+ added, 0 changed, 0 removed\nnext: cd generated && npm install && npm run build\n$/,
  );
  expect(code).toBe(0);
});
