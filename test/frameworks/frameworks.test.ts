import { execFile, spawn } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { sdkwright } from "../command.js";
import { type DomainsServer, secretKey, startDomainsServer } from "../generated/domains-server.js";
import { root } from "../imports.js";

const run = promisify(execFile);
const here = join(root, "test/frameworks");
const bin = (name: string) => join(here, "node_modules/.bin", name);

let folder: string;
let server: DomainsServer;

/** Packs an emitted package, and unpacks the tarball where the apps find it. */
beforeAll(async () => {
  server = await startDomainsServer();
  folder = await mkdtemp(join(tmpdir(), "sdkwright-frameworks-"));
  const settings = {
    input: join(root, "spec/domains.openapi.yaml"),
    output: "sdk",
    className: "Clerk",
  };
  await writeFile(join(folder, "sdkwright.json"), JSON.stringify(settings));
  expect(await sdkwright(folder, ["generate"])).toMatchObject({ code: 0, stderr: "" });
  const sdk = join(folder, "sdk");
  await mkdir(join(sdk, "node_modules/.bin"), { recursive: true });
  await symlink(join(root, "node_modules/typescript/bin/tsc"), join(sdk, "node_modules/.bin/tsc"));
  const { stdout } = await run("npm", ["pack", "--silent"], { cwd: sdk });
  const installed = join(here, "node_modules/clerk-domains");
  await rm(installed, { recursive: true, force: true });
  await mkdir(installed);
  const tarball = stdout.trim().split("\n").at(-1) ?? "";
  await run("tar", ["-xzf", tarball, "-C", installed, "--strip-components=1"], { cwd: sdk });
});

afterAll(async () => {
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

it("Vite bundles the operation that an app calls, and no other", async () => {
  const app = join(here, "vite");
  await run(bin("vite"), ["build", "--logLevel", "error"], { cwd: app });
  const assets = join(app, "dist/assets");
  const [script = ""] = (await readdir(assets)).filter((name) => name.endsWith(".js"));
  const text = await readFile(join(assets, script), "utf8");
  expect(text).toContain("UpdateDomain");
  expect(text).not.toMatch(/ListDomains|AddDomain|DeleteDomain/);
  const globals = `globalThis.serverURL = ${JSON.stringify(server.url)};
    globalThis.secretKey = ${JSON.stringify(secretKey)};`;
  await writeFile(join(folder, "bundle.mjs"), `${globals}\n${text}\nconsole.log(answer);`);
  const { stdout } = await run(process.execPath, [join(folder, "bundle.mjs")]);
  expect(stdout).toBe("404\n");
});

it("Next.js builds pages, client components and routes with it, and serves them", async () => {
  const app = join(here, "next");
  const env = {
    ...process.env,
    NEXT_TELEMETRY_DISABLED: "1",
    SERVER_URL: server.url,
    CLERK_BEARER_AUTH: secretKey,
  };
  await run(bin("next"), ["build"], { cwd: app, env });
  const next = spawn(bin("next"), ["start", "--port", "0"], { cwd: app, env, timeout: 120_000 });
  try {
    const url = await new Promise<string>((resolve, reject) => {
      let printed = "";
      next.stdout.on("data", (text) => {
        printed += text;
        const [found] = /http:\/\/localhost:[1-9]\d*/.exec(printed) ?? [];
        if (found !== undefined && /ready/i.test(printed)) resolve(found);
      });
      next.on("close", () => reject(new Error(`Next.js ended: ${printed}`)));
    });
    expect(await (await fetch(url)).text()).toContain("<p>primary.example</p>");
    expect(await (await fetch(`${url}/domains`)).json()).toBe(1);
  } finally {
    next.kill();
  }
});
