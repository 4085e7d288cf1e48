import { copyFile, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "../imports.js";
import { findingsOf, packagesOf, packed, projectWith, run } from "./packages.js";

let folder: string;
let tarball: string;
let project: string;

/** Packs sdkwright and installs it in an empty project, beside a document. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sdkwright-generator-"));
  tarball = await packed(root, folder);
  project = await projectWith(join(folder, "project"), [tarball]);
  await copyFile(join(root, "spec/domains.openapi.yaml"), join(project, "openapi.yaml"));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** The commands of the first block of shell in a page, without comments. */
async function commandsIn(page: string, marker: string): Promise<string[]> {
  const text = await readFile(join(root, page), "utf8");
  const [, after = ""] = text.split(marker);
  const [, block = ""] = /```sh\n(.*?)```/s.exec(after) ?? [];
  return block.split("\n").flatMap((line) => line.replace(/\s*#.*$/, "").trim() || []);
}

async function inShell(command: string, cwd: string) {
  return run("sh", ["-c", command], { cwd, env: { ...process.env, npm_config_offline: "" } });
}

describe("the tarball of sdkwright", () => {
  it("is small to install", async () => {
    const packages = await packagesOf(project);
    expect(packages).toEqual(["sdkwright"]);
    const files = await readdir(join(project, "node_modules"), {
      recursive: true,
      withFileTypes: true,
    });
    const sizes = files
      .filter((entry) => entry.isFile())
      .map(async (entry) => {
        return (await stat(join(entry.parentPath, entry.name))).size;
      });
    const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    expect(bytes).toBeLessThan(5_000_000);
  });

  it("has nothing that publint or attw find", async () => {
    expect(await findingsOf(tarball)).toBe("");
  });

  it("has the licenses of the packages that it contains", async () => {
    const dist = join(project, "node_modules/sdkwright/dist");
    const maps = (await readdir(dist)).filter((name) => name.endsWith(".map"));
    const contents = await Promise.all(maps.map((name) => readFile(join(dist, name), "utf8")));
    const sources = contents
      .join()
      .matchAll(/node_modules\/((?:@[\w-]+\/)?[\w-]+)\/(?!node_modules)/g);
    const bundled = new Set([...sources].map(([, name]) => name));
    expect([...bundled]).toEqual(expect.arrayContaining(["yargs", "js-yaml", "json-p3", "ignore"]));
    const text = await readFile(join(dist, "THIRD-PARTY-LICENSES"), "utf8");
    const licenses = text.split(`\n\n`).flatMap((part) => (/^[@/\w-]+$/.test(part) ? part : []));
    expect(text.match(/^Copyright/gm)?.length).toBeGreaterThanOrEqual(bundled.size);
    expect(licenses.filter((line) => !/^-+$/.test(line))).toEqual([...bundled].sort());
  });

  it("has few modules, each with a source map", async () => {
    const names = await readdir(join(project, "node_modules/sdkwright/dist"));
    const modules = names.filter((name) => name.endsWith(".js"));
    expect(modules).toEqual(expect.arrayContaining(["cli.js", "index.js"]));
    expect(modules.length).toBeLessThan(100);
    expect(modules.filter((name) => !names.includes(`${name}.map`))).toEqual([]);
  });

  it("generates for programs too, and its stack traces lead to the sources", async () => {
    await writeFile(
      join(project, "generates.mjs"),
      `import { generate } from "sdkwright";
       const { files } = await generate({ input: "openapi.yaml" });
       console.log(files.find(({ path }) => path === "src/operations/domains.ts").text);
       await generate({ input: {}, clas: "Pets" }).catch(({ stack }) => console.error(stack));`,
    );
    const args = ["--enable-source-maps", "generates.mjs"];
    const { stdout, stderr } = await run(process.execPath, args, { cwd: project });
    const emitted = await readFile(join(root, "generated/src/operations/domains.ts"), "utf8");
    expect(stdout).toBe(`${emitted}\n`);
    expect(stderr).toMatch(/at checkedOptions .*generator\/index\.ts:\d+:\d+/);
  });

  it.each([
    ["TypeScript 5.9", "node_modules/typescript/bin/tsc"],
    ["TypeScript 7", "node_modules/typescript-7/bin/tsc"],
  ])("has types for programs that check under %s", async (_, compiler) => {
    await writeFile(
      join(project, "program.mts"),
      `import { diff, generate } from "sdkwright";
       const { files }: { files: readonly { path: string }[] | null } = await generate({ input: {} });
       const { nextVersion } = await diff("a", "b");
       export const all: readonly unknown[] = [files, nextVersion];`,
    );
    const flags = ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2022"];
    const args = [join(root, compiler), ...flags, "--skipLibCheck", "false", "program.mts"];
    const { stdout } = await run(process.execPath, args, { cwd: project }).catch((error) => error);
    expect(stdout).toBe("");
  });
});
describe("from the first command to the last", () => {
  it("the README's first command works, and what it writes can be published", async () => {
    const [generate = ""] = await commandsIn("README.md", "# sdkwright");
    expect(generate).toBe("npx sdkwright generate openapi.yaml");
    const { stdout } = await inShell(generate, project);
    expect(stdout).toMatch(
      /^generated was written: \d+ added, 0 changed, 0 removed\nnext: cd generated && npm install && npm run build\n$/,
    );
    const commands = await commandsIn("generator/docs/publishing.md", "## The package");
    expect(commands).toEqual(["cd generated", "npm install", "npm publish"]);
    const published = await inShell(`${commands.join(" && ")} --dry-run`, project);
    expect(published.stdout).toContain("+ clerk-domains@2025.4.10");
  });

  it("fetchClient names the packages that it needs, and works with them", async () => {
    const command = "npx sdkwright generate openapi.yaml -o by-path --fetch-client";
    const missing = await inShell(command, project).catch((error) => error);
    const install = "npm install --save-dev openapi-typescript@7 typescript@5";
    expect(missing).toMatchObject({
      code: 1,
      stderr: `sdkwright: fetchClient needs two more packages: ${install}\n`,
    });
    await inShell(`${install} --no-audit --no-fund`, project);
    const { stdout } = await inShell(command, project);
    expect(stdout).toMatch(/^by-path was written: /);
    expect(await readFile(join(project, "by-path/src/schema.ts"), "utf8")).toContain(
      "export interface paths {",
    );
  });
});
