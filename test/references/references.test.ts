import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { sdkwright } from "../command.js";
import { temporaryFolder } from "../temporary-folder.js";
import { type Host, startHost } from "./host.js";

const secret = JSON.stringify({ type: "object", properties: { stolen_zz: { type: "string" } } });

/** A folder with a document's own folder and somebody's secret beside it. */
function neighbours(): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "own"));
  writeFileSync(join(folder, "secret.json"), secret);
  return folder;
}

/** A document whose one answer is what is referred to. */
function documentOf($ref: string, more: object = {}): string {
  const content = { "application/json": { schema: { $ref } } };
  const paths = { "/a": { get: { responses: { "200": { description: "A", content } } } } };
  return JSON.stringify({ openapi: "3.1.0", info: { title: "A", version: "1" }, paths, ...more });
}

async function run(folder: string, input: string, ...more: readonly string[]) {
  const args = ["generate", input, "--output", "out", ...more];
  const { code, stderr } = await sdkwright(join(folder, "own"), args);
  return { code, lines: stderr.trimEnd().split("\n"), entries: readdirSync(join(folder, "own")) };
}

const outside = "this is outside the document's folder: allow it with --allow-refs-from DIR";
const otherHost = (host: string) =>
  `references to other hosts aren't followed: allow this one with --allow-remote-refs ${host}, or bundle the document`;
const otherComputer = "files of other computers are not read";

/** The reason in the one line that a run says. */
function reasonIn({ lines }: { readonly lines: readonly string[] }): string {
  expect(lines).toHaveLength(1);
  return (
    /^\S+:\d+:\d+ error `\$ref` refers to "[^"]*": (.*)$/.exec(lines[0] ?? "")?.[1] ?? String(lines)
  );
}

describe("a local document doesn't read a file next to its folder", () => {
  it.each<readonly [how: string, ref: (folder: string) => string, reason: string]>([
    ["by dots", () => "../secret.json", outside],
    ["by dots that are escaped", () => "%2e%2e/secret.json", outside],
    ["by dots, one of them escaped", () => "x/.%2E/%2e./secret.json", outside],
    ["by a path", (folder) => join(folder, "secret.json"), outside],
    ["by a URL", (folder) => pathToFileURL(join(folder, "secret.json")).href, outside],
    ["by a URL in capitals", (folder) => `FILE://${folder}/secret.json`, outside],
    ["by a URL of this host", (folder) => `file://localhost${folder}/secret.json`, outside],
    ["by backslashes", () => "..\\secret.json", outside],
    ["by a query", () => "../secret.json?a.json", outside],
    ["by a link to it", () => "link.json", outside],
    ["by a link to its folder", () => "up/secret.json", outside],
    ["by a slash that is escaped", () => "..%2fsecret.json", "this isn't a file path: correct it"],
    [
      "by a character that ends names",
      () => "../secret.json%00.json",
      "this isn't a file path: correct it",
    ],
    ["on another computer", () => "//host.example/secret.json", otherComputer],
    [
      "on another computer, by backslashes",
      () => "\\\\host.example\\c$\\secret.json",
      otherComputer,
    ],
    [
      "by its data",
      () => `data:application/json,${encodeURIComponent(secret)}`,
      "data: isn't supported: use a path, http: or https:",
    ],
  ])("%s", async (_, ref, reason) => {
    const folder = neighbours();
    symlinkSync("../secret.json", join(folder, "own/link.json"));
    symlinkSync("..", join(folder, "own/up"));
    writeFileSync(join(folder, "own/api.json"), documentOf(ref(folder)));
    const ran = await run(folder, "api.json");
    expect([ran.code, reasonIn(ran)]).toEqual([1, reason]);
    expect(ran.entries.sort()).toEqual(["api.json", "link.json", "up"]);
  });

  it("by a file that it may refer to", async () => {
    const folder = neighbours();
    writeFileSync(join(folder, "own/api.json"), documentOf("a.json"));
    writeFileSync(
      join(folder, "own/a.json"),
      JSON.stringify({ allOf: [{ $ref: "../secret.json" }] }),
    );
    const ran = await run(folder, "api.json");
    expect([ran.code, reasonIn(ran)]).toEqual([1, outside]);
  });

  it("by an overlay", async () => {
    const folder = neighbours();
    const update = { schema: { $ref: "../secret.json" } };
    const actions = [{ target: "$..content.*", update }];
    writeFileSync(
      join(folder, "own/api.json"),
      documentOf("#/components/schemas/A", { components: { schemas: { A: {} } } }),
    );
    writeFileSync(
      join(folder, "own/o.json"),
      JSON.stringify({ overlay: "1.0.0", info: {}, actions }),
    );
    const ran = await run(folder, "api.json", "--overlay", "o.json");
    expect([ran.code, reasonIn(ran)]).toEqual([1, outside]);
  });

  it("by a base of its own", async () => {
    const folder = neighbours();
    const $id = `${pathToFileURL(folder).href}/own/a/../../x.json`;
    const schemas = { A: { $id, allOf: [{ $ref: "secret.json" }] } };
    writeFileSync(
      join(folder, "own/api.json"),
      documentOf("#/components/schemas/A", { components: { schemas } }),
    );
    const ran = await run(folder, "api.json");
    expect([ran.code, reasonIn(ran)]).toEqual([1, outside]);
  });

  it("unless its folder is allowed", async () => {
    const folder = neighbours();
    writeFileSync(join(folder, "own/api.json"), documentOf("../secret.json"));
    expect(await run(folder, "api.json", "--allow-refs-from", "..")).toMatchObject({ code: 0 });
  });
});

describe("a local document sends no request", () => {
  it.each<readonly [how: string, ref: (host: Host) => string, reason: (host: Host) => string]>([
    ["by a URL", ({ url }) => `${url}/a.json`, ({ host }) => otherHost(host)],
    [
      "with a password",
      ({ host }) => `http://me:secret@${host}/a.json`,
      ({ host }) => otherHost(host),
    ],
    ["by slashes", ({ host }) => `//${host}/a.json`, () => "this isn't a URL: correct it"],
    ["by backslashes", ({ host }) => `http:\\\\${host}\\a.json`, ({ host }) => otherHost(host)],
  ])("%s", async (_, ref, reason) => {
    const host = await startHost();
    const folder = neighbours();
    writeFileSync(join(folder, "own/api.json"), documentOf(ref(host)));
    const ran = await run(folder, "api.json");
    expect([ran.code, reasonIn(ran)]).toEqual([1, reason(host)]);
    expect(host.asked).toEqual([]);
  });

  it("in any of the places that name one", async () => {
    const host = await startHost();
    const at = (path: string) => `${host.url}/${path}`;
    const folder = neighbours();
    const document = {
      jsonSchemaDialect: at("dialect"),
      $schema: at("schema"),
      servers: [{ url: host.url }],
      externalDocs: { url: at("docs") },
      components: {
        schemas: {
          A: {
            $schema: at("meta"),
            $id: at("id.json"),
            type: "object",
            properties: { kind: { type: "string" } },
            externalDocs: { url: at("docs") },
            discriminator: { propertyName: "kind", mapping: { a: at("mapping.json") } },
            oneOf: [{ type: "object", properties: { kind: { type: "string" } } }],
          },
        },
        examples: { a: { externalValue: at("example") } },
        links: { a: { operationRef: at("api.json#/paths/~1a/get") } },
        securitySchemes: { a: { type: "openIdConnect", openIdConnectUrl: at("open-id") } },
      },
    };
    writeFileSync(join(folder, "own/api.json"), documentOf("#/components/schemas/A", document));
    const overlay = { overlay: "1.0.0", info: {}, extends: at("extended.json"), actions: [] };
    writeFileSync(join(folder, "own/o.json"), JSON.stringify(overlay));
    expect(await run(folder, "api.json", "--overlay", "o.json")).toMatchObject({ code: 0 });
    expect(host.asked).toEqual([]);
  });

  it.each(["*", "*.example.com", "http://127.0.0.1", "127.0.0.1:*", "me@127.0.0.1"])(
    "by a pattern of hosts: %s",
    async (pattern) => {
      const folder = neighbours();
      writeFileSync(join(folder, "own/api.json"), documentOf("#"));
      expect(await run(folder, "api.json", "--allow-remote-refs", pattern)).toMatchObject({
        code: 2,
      });
    },
  );
});

describe("hosts that are allowed", () => {
  it("are those with the same port", async () => {
    const [allowed, other] = [await startHost(), await startHost()];
    allowed.answers["/a.json"] = { properties: { b: { $ref: `${other.url}/b.json` } } };
    const folder = neighbours();
    writeFileSync(join(folder, "own/api.json"), documentOf(`${allowed.url}/a.json`));
    const ran = await run(folder, "api.json", "--allow-remote-refs", allowed.host);
    expect([ran.code, reasonIn(ran)]).toEqual([1, otherHost(other.host)]);
    expect([allowed.asked, other.asked]).toEqual([["/a.json"], []]);
  });

  it.each<readonly [what: string, ref: (folder: string) => string]>([
    ["a file beside the document", (folder) => pathToFileURL(join(folder, "own/b.json")).href],
    [
      "the document itself",
      (folder) => `${pathToFileURL(join(folder, "own/api.json")).href}#/info`,
    ],
    ["any other file", () => "file:///etc/passwd"],
  ])("have no files that lead back to those of this machine: to %s", async (_, ref) => {
    const host = await startHost();
    const folder = neighbours();
    host.answers["/a.json"] = { properties: { b: { $ref: ref(folder) } } };
    writeFileSync(join(folder, "own/b.json"), secret);
    writeFileSync(join(folder, "own/api.json"), documentOf(`${host.url}/a.json`));
    const ran = await run(folder, "api.json", "--allow-remote-refs", host.host);
    expect([ran.code, reasonIn(ran)]).toEqual([
      1,
      "a document from the network may not refer to files",
    ]);
  });

  it("get no credentials", async () => {
    const host = await startHost();
    host.answers["/a.json"] = { type: "object" };
    const folder = neighbours();
    writeFileSync(
      join(folder, "own/api.json"),
      documentOf(`http://me:pass_zz@${host.host}/a.json`),
    );
    const ran = await run(folder, "api.json", "--allow-remote-refs", host.host);
    expect([ran.code, reasonIn(ran)]).toEqual([
      1,
      "a URL with a user name or password is not fetched: download the document first",
    ]);
    expect(String(ran.lines)).not.toContain("pass_zz");
    expect(host.asked).toEqual([]);
  });
});

describe("a document from a URL", () => {
  it.each<
    readonly [how: string, ref: (own: Host, other: Host) => string, reason: (other: Host) => string]
  >([
    ["on another port", (_, other) => `${other.url}/a.json`, ({ host }) => otherHost(host)],
    ["by slashes", (_, other) => `//${other.host}/a.json`, ({ host }) => otherHost(host)],
    ["by a redirect", () => "/redirected.json", ({ host }) => otherHost(host)],
    [
      "by a redirect to a file",
      () => "/to-file.json",
      () => "the server responded with 302 Found: check the URL",
    ],
    [
      "by redirects without end",
      () => "/endless.json",
      () => "the server redirects more than 5 times: check the URL",
    ],
    [
      "by a redirect with a password",
      () => "/to-password.json",
      () => "a URL with a user name or password is not fetched: download the document first",
    ],
    [
      "by a file",
      () => "file:///etc/passwd",
      () => "a document from the network may not refer to files",
    ],
  ])("gets nothing from elsewhere %s", async (_, ref, reason) => {
    const [own, other] = [await startHost(), await startHost()];
    own.answers["/api.json"] = JSON.parse(documentOf(ref(own, other)));
    own.redirects["/redirected.json"] = `${other.url}/a.json`;
    own.redirects["/to-file.json"] = "file:///etc/passwd";
    own.redirects["/to-password.json"] = `http://me:secret@${own.host}/a.json`;
    own.redirects["/endless.json"] = "/endless.json";
    const ran = await run(neighbours(), `${own.url}/api.json`);
    expect([ran.code, reasonIn(ran)]).toEqual([1, reason(other)]);
    expect(other.asked).toEqual([]);
  });

  it("with a password is not fetched, and the password isn't printed", async () => {
    const host = await startHost();
    const ran = await run(neighbours(), `http://me:pass_zz@${host.host}/api.json`);
    expect(ran).toMatchObject({
      code: 1,
      lines: [
        `${host.url}/api.json:1:1 error a URL with a user name or password is not fetched: download the document first`,
      ],
    });
    expect(host.asked).toEqual([]);
  });
});

it("requests send no data of the user", async () => {
  const host = await startHost();
  host.answers["/api.json"] = JSON.parse(documentOf("/a.json"));
  host.answers["/a.json"] = { type: "object" };
  expect(await run(neighbours(), `${host.url}/api.json`)).toMatchObject({ code: 0 });
  expect(host.asked).toEqual(["/api.json", "/a.json"]);
  const named = host.headers.flatMap((headers) => Object.keys(headers));
  expect([...new Set(named)].sort()).toEqual([
    "accept",
    "accept-encoding",
    "accept-language",
    "connection",
    "host",
    "sec-fetch-mode",
    "user-agent",
  ]);
});
