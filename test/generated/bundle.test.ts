import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { build } from "esbuild-wasm";
import { beforeAll, describe, expect, test } from "vitest";

/** What a program costs the people who load it. */
interface Bundle {
  /** The runtime's modules in it. */
  readonly modules: readonly string[];
  readonly minified: number;
  readonly gzipped: number;
}

/** Programs that a user of the package could write. */
const programs = {
  "one GET by its function": `
    import { ClerkCore } from "./core.js";
    import { listDomains } from "./operations/domains.js";
    console.log(await listDomains(new ClerkCore({ bearerAuth: "sk" })).result());`,
  "one PATCH by its function": `
    import { ClerkCore } from "./core.js";
    import { updateDomain } from "./operations/domains.js";
    console.log(await updateDomain(new ClerkCore({ bearerAuth: "sk" }), { domain_id: "a" }).result());`,
  "the client class with all of it": `
    import { Clerk } from "./index.js";
    console.log(await new Clerk({ bearerAuth: "sk" }).domains.list().result());`,
};

async function bundled(program: string): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: program, loader: "ts", resolveDir: "generated/src" },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    metafile: true,
    write: false,
    logLevel: "error",
    nodePaths: ["node_modules"],
  });
  const code = outputFiles[0]?.contents ?? new Uint8Array();
  const inputs = Object.values(metafile.outputs)[0]?.inputs ?? {};
  const modules = Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => {
    const [, module] = /\/runtime\/([\w-]+)\.ts$/.exec(path) ?? [];
    return module === undefined || bytesInOutput === 0 ? [] : [module];
  });
  const gzipped = gzipSync(code, { level: 9 }).length;
  return { modules: modules.sort(), minified: code.length, gzipped };
}

describe("a bundle", () => {
  const bundles = new Map<string, Bundle>();

  beforeAll(async () => {
    for (const [name, program] of Object.entries(programs))
      bundles.set(name, await bundled(program));
  });

  test("of one GET holds what every call needs, and its own reader and credential", () => {
    expect(bundles.get("one GET by its function")?.modules).toEqual([
      "api-promise",
      "bearer",
      "call",
      "client-core",
      "clock",
      "deadline",
      "discard",
      "draft",
      "environment",
      "errors",
      "exchange",
      "fetch",
      "hooks",
      "json",
      "match",
      "on-abort",
      "retry",
      "security",
      "send",
      "status",
    ]);
  });

  test("of one PATCH holds its parameter and its body besides, and nothing else", () => {
    const get = bundles.get("one GET by its function")?.modules ?? [];
    const patch = bundles.get("one PATCH by its function")?.modules ?? [];
    expect(patch.filter((module) => !get.includes(module))).toEqual([
      "body",
      "body-json",
      "call-with",
      "encode",
      "in-path",
      "style",
      "style-simple",
    ]);
  });

  test.each([
    { name: "one GET by its function", most: 4500 },
    { name: "the client class with all of it", most: 6000 },
  ])("of $name is no larger than promised, openapi-fetch included", ({ name, most }) => {
    expect(bundles.get(name)?.gzipped).toBeLessThanOrEqual(most);
  });

  test("costs what is recorded", async () => {
    const rows = [...bundles].map(
      ([name, { minified, gzipped }]) =>
        `${name}: ${minified} bytes, ${(gzipped / 1000).toFixed(1)} kB gzipped`,
    );
    const { version } = JSON.parse(readFileSync("node_modules/esbuild-wasm/package.json", "utf8"));
    const table = [`esbuild ${version}, minified, ESM`, ...rows, ""].join("\n");
    process.stdout.write(`${table}\n`);
    await expect(table).toMatchFileSnapshot("__snapshots__/bundle-sizes.txt");
  });
});
