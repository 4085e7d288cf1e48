import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { sdkwright } from "../command.js";
import { root } from "../imports.js";
import { findingsOf, packed, projectWith, run } from "./packages.js";

let folder: string;
let tarball: string;
let project: string;

/** Generates a package in both module formats, builds it, and installs its tarball. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sdkwright-commonjs-"));
  const settings = {
    input: join(root, "spec/domains.openapi.yaml"),
    output: "sdk",
    className: "Clerk",
    moduleFormats: ["esm", "cjs"],
  };
  await writeFile(join(folder, "sdkwright.json"), JSON.stringify(settings));
  expect(await sdkwright(folder, ["generate"])).toMatchObject({ code: 0, stderr: "" });
  const bin = join(folder, "sdk/node_modules/.bin");
  await mkdir(bin, { recursive: true });
  await symlink(join(root, "node_modules/typescript/bin/tsc"), join(bin, "tsc"));
  tarball = await packed(join(folder, "sdk"), folder);
  project = await projectWith(join(folder, "project"), [tarball]);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const program = `
  const { Clerk } = require("clerk-domains");
  const { updateDomain } = require("clerk-domains/operations/domains");
  const { double } = require("clerk-domains/testing");`;

it("has nothing that publint or attw find, for require too", async () => {
  // Only `node10` is left out.
  expect(await findingsOf(tarball, "node16")).toBe("");
});

it("is one build for require, and another for import", async () => {
  await writeFile(
    join(project, "both.cjs"),
    `const { Clerk } = require("clerk-domains");
     import("clerk-domains").then((esm) => console.log(
       require.resolve("clerk-domains").endsWith("/dist/cjs/index.js"), Clerk === esm.Clerk));`,
  );
  const { stdout } = await run(process.execPath, ["--no-experimental-require-module", "both.cjs"], {
    cwd: project,
  });
  expect(stdout).toBe("true false\n");
});

it("works in Jest as it comes", async () => {
  await writeFile(
    join(project, "sdk.test.js"),
    `${program}
     test("calls", async () => {
       const api = double();
       api.on(updateDomain).fails(404, { errors: [] });
       const clerk = new Clerk({ bearerAuth: "test", ...api.options });
       const result = await clerk.domains.update({ domain_id: "dmn_1" }).result();
       expect(result).toMatchObject({ ok: false, error: { status: 404 } });
     });`,
  );
  const jest = join(root, "test/package/node_modules/jest/bin/jest.js");
  const { stderr } = await run(process.execPath, [jest, "--rootDir", project], { cwd: project });
  expect(stderr).toContain("Tests:       1 passed, 1 total");
});

it.each([
  ["TypeScript 5.7", "test/package/node_modules/typescript-5.7/bin/tsc"],
  ["TypeScript 5.9", "node_modules/typescript/bin/tsc"],
  ["TypeScript 7", "node_modules/typescript-7/bin/tsc"],
])("type-checks from CommonJS with node16 under %s", async (_, compiler) => {
  await writeFile(
    join(project, "consumer.cts"),
    `import { Clerk, type Domain } from "clerk-domains";
     import { updateDomain } from "clerk-domains/operations/domains";
     export async function consume(): Promise<Domain | number> {
       const clerk = new Clerk({ bearerAuth: "test" });
       const result = await updateDomain(clerk, { domain_id: "dmn_1" }).result();
       return result.ok ? result.value : (result.error.status ?? 0);
     }`,
  );
  const flags = ["--noEmit", "--strict", "--target", "es2022", "--lib", "es2022,dom,dom.iterable"];
  const args = [...flags, "--module", "node16", "--skipLibCheck", "false", "consumer.cts"];
  const { stdout } = await run(process.execPath, [join(root, compiler), ...args], {
    cwd: project,
  }).catch((error) => error);
  expect(stdout).toBe("");
});
