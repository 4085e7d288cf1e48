import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { type Bundle, bundled } from "./bundled.js";

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

describe("a bundle", () => {
  const bundles = new Map<string, Bundle>();

  beforeAll(async () => {
    for (const [name, program] of Object.entries(programs))
      bundles.set(name, await bundled(program, "generated/src"));
  });

  test("of one GET has only what every call needs, its reader and its credential", () => {
    expect(bundles.get("one GET by its function")?.modules).toEqual([
      "api-promise",
      "bearer",
      "bytes",
      "call",
      "charset",
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
      "mask",
      "match",
      "on-abort",
      "operation",
      "retry",
      "safe-cause",
      "security",
      "send",
      "status",
    ]);
  });

  test("of one PATCH also has only its parameter and its body", () => {
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

  test("has nothing of shared limits unless it imports them", async () => {
    const without = bundles.get("the client class with all of it")?.modules ?? [];
    const { modules } = await bundled(
      `import { Clerk } from "./index.js";
       import { limits } from "./limits.js";
       console.log(await new Clerk({ limits: limits() }).domains.list().result());`,
      "generated/src",
    );
    expect(without).toContain("send");
    expect(modules.filter((module) => !without.includes(module))).toEqual([
      "limit-account",
      "limit-bucket",
      "limits",
      "operation-of",
      "rate-limit",
    ]);
  });

  test.each([
    { name: "one GET by its function", most: 6700 },
    { name: "the client class with all of it", most: 8150 },
  ])("of $name is no larger than promised", ({ name, most }) => {
    expect(bundles.get(name)?.gzipped).toBeLessThanOrEqual(most);
  });

  test("has the recorded size", async () => {
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
