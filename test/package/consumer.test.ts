import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type DomainsServer, secretKey, startDomainsServer } from "../generated/domains-server.js";
import { root } from "../imports.js";
import { findingsOf, packed, projectWith, run } from "./packages.js";

let folder: string;
let project: string;
let tarball: string;
let server: DomainsServer;

/** Packs the emitted package as its publisher would, and installs the tarball into an empty project. */
beforeAll(async () => {
  server = await startDomainsServer();
  folder = await mkdtemp(join(tmpdir(), "sdkwright-package-"));
  const source = join(folder, "source");
  await cp(join(root, "generated"), source, { recursive: true });
  await run("npm", ["install", "--no-audit", "--no-fund"], { cwd: source });
  tarball = await packed(source, folder);
  project = await projectWith(join(folder, "project"), [tarball]);
});

afterAll(async () => {
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

async function inProject(file: string, text: string): Promise<string> {
  await writeFile(join(project, file), text);
  const env = { ...process.env, SERVER_URL: server.url, CLERK_BEARER_AUTH: secretKey };
  const { stdout } = await run(process.execPath, ["--no-warnings", file], { cwd: project, env });
  return stdout.trim();
}

describe("the tarball", () => {
  it("contains the build and its sources, and nothing else", async () => {
    const installed = join(project, "node_modules/clerk-domains");
    expect((await readdir(installed)).sort()).toEqual([
      "LICENSE",
      "README.md",
      "dist",
      "package.json",
      "src",
    ]);
    expect(await readdir(join(installed, "dist"))).toEqual(
      expect.arrayContaining(["index.js", "index.d.ts", "index.js.map"]),
    );
  });

  it("has nothing that publint or attw find", async () => {
    expect(await findingsOf(tarball)).toBe("");
  });

  it("brings openapi-fetch, for the client by path, and no other package", async () => {
    const manifest: unknown = JSON.parse(
      await readFile(join(project, "node_modules/clerk-domains/package.json"), "utf8"),
    );
    expect(manifest).toMatchObject({
      type: "module",
      sideEffects: false,
      dependencies: { "openapi-fetch": expect.any(String) },
    });
    expect(Object.keys((manifest as { dependencies: object }).dependencies)).toEqual([
      "openapi-fetch",
    ]);
  });
});

describe("a consumer", () => {
  it("calls from ESM, through the class and through a function", async () => {
    const output = await inProject(
      "consumer.mjs",
      `import { Clerk, ClerkErrors } from "clerk-domains";
       import { ClerkCore } from "clerk-domains/core";
       import { updateDomain } from "clerk-domains/operations/domains";
       const options = { serverURL: process.env.SERVER_URL };
       const { total_count } = await new Clerk(options).domains.list();
       const result = await updateDomain(new ClerkCore(options), { domain_id: "dmn_9" }).result();
       console.log(total_count, result.ok, result.error instanceof ClerkErrors, result.error.status);`,
    );
    expect(output).toBe("1 false true 404");
  });

  it("calls from CommonJS", async () => {
    const output = await inProject(
      "consumer.cjs",
      `const { Clerk } = require("clerk-domains");
       new Clerk({ serverURL: process.env.SERVER_URL }).domains.list()
         .then(({ data }) => console.log(data[0].name));`,
    );
    expect(output).toBe("primary.example");
  });

  it.each([
    // TypeScript 5.8 is the first that lets CommonJS `require` an ES module.
    ["TypeScript 5.7", "test/package/node_modules/typescript-5.7/bin/tsc", "consumer.mts"],
    ["TypeScript 5.9", "node_modules/typescript/bin/tsc", "consumer.ts"],
    ["TypeScript 7", "node_modules/typescript-7/bin/tsc", "consumer.ts"],
  ])("type-checks under %s", async (_, compiler, file) => {
    await writeFile(
      join(project, file),
      `import { Clerk, type Domain } from "clerk-domains";
       import { ClerkCore } from "clerk-domains/core";
       import { ClerkErrors } from "clerk-domains/errors";
       import type { CNameTarget } from "clerk-domains/models";
       import { deleteDomain, type DeleteDomainError } from "clerk-domains/operations/domains";
       import type { components, operations, paths } from "clerk-domains/schema";
       export async function consume(): Promise<CNameTarget[]> {
         const domain: Domain = await new Clerk().domains.update({ domain_id: "dmn_1", name: null });
         const result = await deleteDomain(new ClerkCore(), { domain_id: domain.id }).result();
         const error: DeleteDomainError | null = result.ok ? null : result.error;
         if (error instanceof ClerkErrors && error.status === 404) error.body.errors[0]?.code;
         const deleting: operations["deleteDomain"] = null as never;
         const same: paths["/domains/{domain_id}"]["delete"] = deleting;
         const body: components["schemas"]["ClerkErrorsBody"] = same.responses[404].content["application/json"];
         console.log(body.errors.length);
         return domain.cname_targets ?? [];
       }`,
    );
    const config = {
      compilerOptions: {
        target: "ES2022",
        lib: ["ES2022", "DOM", "DOM.Iterable"],
        types: [],
        module: "NodeNext",
        noEmit: true,
        strict: true,
        noUncheckedIndexedAccess: true,
        exactOptionalPropertyTypes: true,
        noPropertyAccessFromIndexSignature: true,
        skipLibCheck: false,
      },
      files: [file],
    };
    await writeFile(join(project, "tsconfig.json"), JSON.stringify(config));
    const { stdout } = await run(process.execPath, [join(root, compiler)], { cwd: project }).catch(
      (error) => error,
    );
    expect(stdout).toBe("");
  });
});
