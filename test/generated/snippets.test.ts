import { execFile } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { root } from "../imports.js";
import { type DomainsServer, startDomainsServer } from "./domains-server.js";
import { snippets } from "./snippets.js";

const all = snippets();
const folder = join(root, "node_modules/.sdkwright-snippets");
const fileOf = (index: number) => join(folder, `snippet-${index}.ts`);

beforeAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  // An import or export makes a file a module, so that its top level may wait.
  await Promise.all(
    all.map(({ code }, index) => writeFile(fileOf(index), `${code}\nexport {};\n`)),
  );
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe("the programs on the pages", () => {
  it("are there for every operation, with the class and as a function", () => {
    const onReference = all.filter(({ name }) => name.startsWith("docs/sdks/"));
    expect(onReference.map(({ operationId, method, path }) => [operationId, method, path])).toEqual(
      [
        ["ListDomains", "get", "/domains"],
        ["ListDomains", "get", "/domains"],
        ["AddDomain", "post", "/domains"],
        ["AddDomain", "post", "/domains"],
        ["DeleteDomain", "delete", "/domains/{domain_id}"],
        ["DeleteDomain", "delete", "/domains/{domain_id}"],
        ["UpdateDomain", "patch", "/domains/{domain_id}"],
        ["UpdateDomain", "patch", "/domains/{domain_id}"],
      ],
    );
  });

  it("compile", async () => {
    const config = {
      extends: join(root, "generated/tsconfig.json"),
      compilerOptions: {
        rootDir: root,
        noEmit: true,
        declaration: false,
        declarationMap: false,
        sourceMap: false,
        paths: {
          "clerk-domains": [join(root, "generated/src/index.ts")],
          "clerk-domains/*": [join(root, "generated/src/*.ts")],
        },
      },
      include: ["*.ts"],
    };
    await writeFile(join(folder, "tsconfig.json"), JSON.stringify(config));
    const compiler = join(root, "node_modules/typescript/bin/tsc");
    const output = await new Promise<string>((resolve) => {
      execFile(process.execPath, [compiler, "-p", folder], (_, stdout) => resolve(stdout.trim()));
    });
    expect(output).toBe("");
  });
});

describe("the programs on the pages, run against the API,", () => {
  let server: DomainsServer;

  beforeAll(async () => {
    vi.spyOn(console, "log").mockImplementation(() => {});
    vi.stubEnv("CLERK_BEARER_AUTH", "<YOUR_BEARER_AUTH>");
  });

  afterAll(() => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
    vi.unstubAllGlobals();
  });

  const calling = all
    .map((snippet, index) => [snippet.name, snippet, index] as const)
    .filter(([, { operationId }]) => operationId !== null);

  it.each(calling)("send what they show: %s", async (_, { method, path }, index) => {
    server = await startDomainsServer("<YOUR_BEARER_AUTH>", "domain_12345");
    const failed = vi.spyOn(console, "error").mockImplementation(() => {});
    const send = globalThis.fetch;
    // The programs call the real API; here its address is that of the loopback server.
    vi.stubGlobal("fetch", (request: Request, init?: RequestInit) =>
      send(new Request(request.url.replace(/^https?:\/\/[^/]+\/v1/, server.url), request), init),
    );
    try {
      await import(/* @vite-ignore */ fileOf(index));
      const sent = `${method.toUpperCase()} /v1${path.replace("{domain_id}", "domain_12345")}`;
      expect(server.requests).toContain(sent);
      expect(failed).not.toHaveBeenCalled();
    } finally {
      vi.stubGlobal("fetch", send);
      await server.close();
    }
  });
});
