import { execFile, spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it, onTestFinished } from "vitest";
import { root } from "../imports.js";
import { temporaryFolder } from "../temporary-folder.js";

const run = promisify(execFile);

function documentWith(...operations: readonly string[]): string {
  const responses = { 204: { description: "Done" } };
  const paths = operations.map((operationId) => [
    `/${operationId}`,
    { get: { operationId, tags: ["pets"], responses } },
  ]);
  const info = { title: "Pets", version: "1.0.0" };
  return JSON.stringify({ openapi: "3.1.0", info, paths: Object.fromEntries(paths) });
}

/** A repository with a document at its first commit, in which sdkwright is installed. */
async function repositoryWith(document: string) {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "node_modules/.bin"), { recursive: true });
  const program = `#!/bin/sh\nexec "${process.execPath}" "${join(root, "dist/cli.js")}" "$@"\n`;
  writeFileSync(join(folder, "node_modules/.bin/sdkwright"), program, { mode: 0o755 });
  writeFileSync(join(folder, ".gitignore"), "node_modules\n");
  writeFileSync(join(folder, "package.json"), "{}");
  writeFileSync(join(folder, "openapi.json"), document);
  const git = (...args: string[]) => run("git", args, { cwd: folder });
  await git("init", "--quiet");
  await git("add", ".");
  await git("-c", "user.name=a", "-c", "user.email=a@b.c", "commit", "--quiet", "-m", "First");
  const { stdout } = await git("rev-parse", "HEAD");
  return { folder, base: stdout.trim() };
}

/** Runs a script of the action as a step of a workflow. */
async function step(script: string, folder: string, env: Readonly<Record<string, string>>) {
  const files = temporaryFolder();
  const path = (name: string) => join(files, name);
  for (const name of ["output", "summary"]) writeFileSync(path(name), "");
  const child = spawn(process.execPath, [join(root, "generator/action", script)], {
    cwd: folder,
    env: {
      ...process.env,
      GITHUB_OUTPUT: path("output"),
      GITHUB_STEP_SUMMARY: path("summary"),
      RUNNER_TEMP: folder,
      ...env,
    },
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (text) => {
      printed += text;
    });
  }
  const code = await new Promise((resolve) => child.on("close", resolve));
  const [output, summary] = ["output", "summary"].map((name) => readFileSync(path(name), "utf8"));
  return { code, printed, output, summary };
}

/** The event of a pull request, in a file as GitHub writes it. */
function eventFile(base = ""): string {
  const path = join(temporaryFolder(), "event.json");
  writeFileSync(path, JSON.stringify({ pull_request: { number: 7, base: { sha: base } } }));
  return path;
}

describe("the first step", () => {
  it("generates, then finds the folder up to date or not", async () => {
    const { folder } = await repositoryWith(documentWith("listPets"));
    const env = { SDKWRIGHT_INPUT: "openapi.json", SDKWRIGHT_OUTPUT: "sdk" };
    const generate = await step("run.mjs", folder, { ...env, SDKWRIGHT_COMMAND: "generate" });
    expect(generate).toMatchObject({
      code: 0,
      printed: expect.stringMatching(/^sdk was written: /),
    });
    const check = { ...env, SDKWRIGHT_COMMAND: "check" };
    expect(await step("run.mjs", folder, check)).toMatchObject({
      code: 0,
      printed: "sdk is up to date\n",
    });
    writeFileSync(join(folder, "openapi.json"), documentWith("listPets", "feedPets"));
    const outdated = await step("run.mjs", folder, check);
    expect([outdated.code, outdated.printed]).toEqual([
      3,
      expect.stringContaining("  different src/operations/pets.ts\n"),
    ]);
  });

  it("compares the document with the base of the pull request", async () => {
    const { folder, base } = await repositoryWith(documentWith("listPets", "feedPets"));
    writeFileSync(join(folder, "openapi.json"), documentWith("listPets"));
    const compared = await step("run.mjs", folder, {
      SDKWRIGHT_COMMAND: "diff",
      SDKWRIGHT_INPUT: "openapi.json",
      GITHUB_EVENT_PATH: eventFile(base),
    });
    const comment = expect.stringMatching(/^\*\*1 breaking\*\* for users of `pets`: .*\n/);
    expect(compared).toEqual({
      code: 0,
      printed: comment,
      summary: comment,
      output: "breaking=true\n",
    });
    expect(readFileSync(join(folder, "sdkwright-diff.md"), "utf8")).toEqual(comment);
  });

  it.each<[Record<string, string>, string]>([
    [{ SDKWRIGHT_COMMAND: "publish" }, 'command should be generate, check or diff, not "publish"'],
    [{ SDKWRIGHT_VERSION: "1; id" }, 'version isn\'t one: "1; id"'],
    [
      { SDKWRIGHT_COMMAND: "diff", SDKWRIGHT_BASE: "--output=a" },
      'base isn\'t a git revision: "--output=a"',
    ],
    [
      { SDKWRIGHT_COMMAND: "diff" },
      "base should name a git revision: this event has no pull request",
    ],
    [
      { SDKWRIGHT_COMMAND: "diff", SDKWRIGHT_BASE: "v9" },
      "v9 isn't in the checkout: set fetch-depth: 0 for actions/checkout",
    ],
  ])("refuses wrong inputs: %j", async (env, want) => {
    const { folder } = await repositoryWith(documentWith("listPets"));
    const { code, printed } = await step("run.mjs", folder, { GITHUB_EVENT_PATH: "", ...env });
    expect([code, printed]).toEqual([1, `::error::${want}\n`]);
  });

  it("passes on a comparison of several megabytes", async () => {
    const { folder, base } = await repositoryWith(documentWith("listPets"));
    const program = `#!/usr/bin/env node\nprocess.stdout.write("a".repeat(3_000_000));\n`;
    writeFileSync(join(folder, "node_modules/.bin/sdkwright"), program);
    const env = { SDKWRIGHT_COMMAND: "diff", SDKWRIGHT_INPUT: "openapi.json" };
    const compared = await step("run.mjs", folder, { ...env, GITHUB_EVENT_PATH: eventFile(base) });
    expect([compared.code, compared.summary?.length]).toEqual([0, 3_000_000]);
  });

  it("asks for the folder if it can't read the settings", async () => {
    const { folder, base } = await repositoryWith(documentWith("listPets"));
    writeFileSync(join(folder, "sdkwright.json"), "input: openapi.json\n");
    const env = { SDKWRIGHT_COMMAND: "diff", GITHUB_EVENT_PATH: eventFile(base) };
    const { code, printed } = await step("run.mjs", folder, env);
    const want = `"sdkwright.json" isn't plain JSON: name the folder with the input output`;
    expect([code, printed]).toEqual([1, `::error::${want}\n`]);
  });

  it("gives a document's name to no shell", async () => {
    const { folder } = await repositoryWith(documentWith("listPets"));
    const env = {
      SDKWRIGHT_COMMAND: "check",
      SDKWRIGHT_INPUT: "a.json; touch pwned; $(touch pwned)",
    };
    const { code, printed } = await step("run.mjs", folder, env);
    expect([code, printed]).toEqual([1, expect.stringContaining("there is no such file")]);
    const { stdout } = await run("git", ["status", "--porcelain"], { cwd: folder });
    expect(stdout).toBe("");
  });
});

describe("the second step", () => {
  /** A server in the place of GitHub's API, with the comments of the pull request. */
  async function github(status: number, comments: readonly object[]) {
    const requests: { method: string; url: string; body: string; authorization: string }[] = [];
    const server = createServer(async (request, response) => {
      let body = "";
      for await (const chunk of request) body += chunk;
      const { method = "", url = "", headers } = request;
      requests.push({ method, url, body, authorization: headers.authorization ?? "" });
      response.statusCode = method === "GET" ? 200 : status;
      response.end(JSON.stringify(method === "GET" ? comments : {}));
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    // A server that listens on a port has an address with one.
    const { port } = server.address() as AddressInfo;
    return { url: `http://127.0.0.1:${port}`, requests };
  }

  function reportOn(api: string, env: Readonly<Record<string, string>> = {}) {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "sdkwright-diff.md"), "**1 breaking**\n");
    return step("report.mjs", folder, {
      GITHUB_API_URL: api,
      GITHUB_EVENT_PATH: eventFile(),
      GITHUB_REPOSITORY: "acme/pets",
      SDKWRIGHT_TOKEN: "s3cr3t",
      SDKWRIGHT_BREAKING: "true",
      ...env,
    });
  }

  const body = JSON.stringify({ body: "<!-- sdkwright diff -->\n**1 breaking**\n" });
  const authorization = "Bearer s3cr3t";

  it("comments on the pull request", async () => {
    const { url, requests } = await github(201, []);
    expect(await reportOn(url)).toMatchObject({ code: 0, printed: "" });
    expect(requests.at(-1)).toEqual({
      method: "POST",
      url: "/repos/acme/pets/issues/7/comments",
      body,
      authorization,
    });
  });

  it("updates its own comment, and nobody else's", async () => {
    const marked = "<!-- sdkwright diff -->\nolder";
    const { url, requests } = await github(200, [
      { id: 1, body: marked, user: { type: "User" } },
      { id: 2, body: "words", user: { type: "Bot" } },
      { id: 3, body: marked, user: { type: "Bot" } },
    ]);
    expect(await reportOn(url)).toMatchObject({ code: 0 });
    expect(requests.at(-1)).toEqual({
      method: "PATCH",
      url: "/repos/acme/pets/issues/comments/3",
      body,
      authorization,
    });
  });

  it("doesn't fail if the token may only read, and never prints it", async () => {
    const { url } = await github(403, []);
    const { code, printed } = await reportOn(url);
    expect([code, printed]).toEqual([0, expect.stringMatching(/^::notice::GitHub refused/)]);
    expect(printed).not.toContain("s3cr3t");
  });

  it("fails on a breaking change if it should, after the comment", async () => {
    const { url, requests } = await github(201, []);
    const failing = await reportOn(url, { SDKWRIGHT_FAIL_ON_BREAKING: "true" });
    expect(failing).toMatchObject({
      code: 1,
      printed: "::error::A change breaks users of the package.\n",
    });
    expect(requests).toHaveLength(2);
    const silent = { SDKWRIGHT_COMMENT: "false", SDKWRIGHT_BREAKING: "false" };
    expect(await reportOn(url, { ...silent, SDKWRIGHT_FAIL_ON_BREAKING: "true" })).toMatchObject({
      code: 0,
    });
    expect(requests).toHaveLength(2);
  });
});
