import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { headerProblem, withLogin } from "../../generator/command/header.js";
import { noChanges } from "../../generator/read/source.js";
import { sdkwright } from "../command.js";
import { startHost } from "../references/host.js";
import { temporaryFolder } from "../temporary-folder.js";

const url = "https://api.example.com/openapi.yaml";
const syntax = '--header should be "Name: value" or "Name: env:VARIABLE", in quotes';

describe("--header", () => {
  it.each([
    ["Authorization: Bearer abc", null],
    ["X-Key:abc", null],
    ["Authorization:", syntax],
    ["Authorization", syntax],
    ["Bearer abc", syntax],
    ["X Key: abc", syntax],
    ["X-Key: a\nHost: b", syntax],
    [": abc", syntax],
  ])("is a name and a value: %j", (text, want) => {
    expect(headerProblem({ header: [text], input: url })).toBe(want);
  });

  it.each([
    [{ input: "openapi.yaml" }, "--header is for a document with a URL"],
    [{ input: "-" }, "--header is for a document with a URL"],
    [{}, null],
    [{ old: "openapi.yaml", new: url }, null],
    [{ old: `${url}?v=1`, new: url }, null],
    [
      { old: "https://old.example.com/openapi.yaml", new: url },
      "--header is sent to one origin, not to both https://old.example.com and https://api.example.com",
    ],
  ])("is for one origin: %j", (inputs, want) => {
    expect(headerProblem({ header: ["X-Key: abc"], ...inputs })).toBe(want);
  });
});

describe("the login of a run", () => {
  const env = { TOKEN: " abc ", EMPTY: "", LINES: "a\nb" };

  it.each([
    ["X-Key: abc", ["X-Key", "abc"]],
    ["X-Key: env:TOKEN", ["X-Key", "abc"]],
    ["Authorization: Bearer env:TOKEN", ["Authorization", "Bearer abc"]],
    ["X-Key: xenv:TOKEN", ["X-Key", "xenv:TOKEN"]],
  ])("reads the environment: %j", (text, want) => {
    expect(withLogin(noChanges, { header: [text] }, [url], env)).toEqual({
      ...noChanges,
      login: { origin: "https://api.example.com", headers: [want] },
    });
  });

  it.each([
    ["X-Key: env:GONE", "the environment variable GONE of --header isn't set"],
    ["X-Key: env:EMPTY", "the environment variable EMPTY of --header isn't set"],
    ["X-Key: env:LINES", "the environment variable LINES can't be the value of a header"],
  ])("refuses a variable without a usable value: %j", (text, want) => {
    expect(() => withLogin(noChanges, { header: [text] }, [url], env)).toThrow(new Error(want));
  });

  it("needs the URL of a document", () => {
    expect(() => withLogin(noChanges, { header: ["X-Key: abc"] }, ["openapi.yaml"], env)).toThrow(
      new Error("--header is for a document with a URL"),
    );
    expect(withLogin(noChanges, { header: [] }, ["openapi.yaml"], env)).toEqual(noChanges);
  });
});

describe("a document behind a login", () => {
  const info = { title: "Pets API", version: "1.0.0" };
  const get = { operationId: "listPets", responses: { 200: { description: "All." } } };

  it("is generated, and no output, file or record contains the login", async () => {
    const [host, folder] = [await startHost(), temporaryFolder()];
    host.answers["/api.json"] = { openapi: "3.1.0", info, paths: { "/pets": { get } } };
    const args = ["generate", `${host.url}/api.json`, "-H", "Authorization: Bearer env:TOKEN"];
    const env = { TOKEN: "s3cr3t-token", XDG_CACHE_HOME: join(folder, "cache") };
    const { code, stdout, stderr } = await sdkwright(folder, args, "", env);
    expect([code, host.headers[0]?.authorization]).toEqual([0, "Bearer s3cr3t-token"]);
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"));
    expect(files.length).toBeGreaterThan(10);
    expect([stdout, stderr, ...files].join("\n")).not.toContain("s3cr3t");
  });

  it.each([
    [
      ["--header", "Authorization:", "Bearer", "s3cr3t-token"],
      'sdkwright: unexpected argument: put "Name: value" of --header in quotes; see sdkwright generate --help\n',
    ],
    [
      ["openapi.yaml", "--header", "X-Key: s3cr3t-token"],
      "sdkwright: --header is for a document with a URL; see sdkwright generate --help\n",
    ],
    [
      ["https://a.example/api.yaml", "--header", "s3cr3t-token"],
      `sdkwright: ${syntax}; see sdkwright generate --help\n`,
    ],
  ])("is refused without the login in the message: %j", async (args, stderr) => {
    const run = await sdkwright(temporaryFolder(), ["generate", ...args]);
    expect(run).toEqual({ code: 2, stdout: "", stderr });
  });
});
