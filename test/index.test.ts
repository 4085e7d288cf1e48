import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { diff, type GenerateSettings, generate } from "../generator/index.js";
import { compilers, output } from "./generated/compilers.js";
import { root } from "./imports.js";
import { startHost } from "./references/host.js";
import { temporaryFolder } from "./temporary-folder.js";

/** A document with one operation for each name. */
function pets(...operations: readonly string[]) {
  return {
    openapi: "3.1.0",
    info: { title: "Pets", version: "1.2.0" },
    paths: Object.fromEntries(
      operations.map((operationId) => [
        `/${operationId}`,
        { get: { operationId, tags: ["pets"], responses: { 204: { description: "Done" } } } },
      ]),
    ),
  };
}

function written(document: object): string {
  const file = join(temporaryFolder(), "pets.json");
  writeFileSync(file, JSON.stringify(document));
  return file;
}

describe("generate", () => {
  it("returns the files that the command writes, byte for byte", async () => {
    const settings = JSON.parse(readFileSync(join(root, "sdkwright.json"), "utf8"));
    const { output: _, ...others } = settings;
    const input = join(root, settings.input);
    const { problems, files } = await generate({ ...others, input });
    expect(problems).toEqual([]);
    const differing = (files ?? []).filter(
      ({ path, text }) => readFileSync(join(root, "generated", path), "utf8") !== text,
    );
    expect(differing.map(({ path }) => path)).toEqual([]);
    expect(files?.map(({ path }) => path)).toEqual(
      expect.arrayContaining(["package.json", "src/index.ts", ".sdkwright.json"]),
    );
  });

  it("takes the document itself", async () => {
    const { files } = await generate({ input: pets("listPets"), packageName: "acme" });
    const manifest = files?.find(({ path }) => path === "package.json");
    expect(JSON.parse(manifest?.text ?? "")).toMatchObject({ name: "acme", version: "1.2.0" });
  });

  it("returns the problems of a document with their places", async () => {
    const input = written({ ...pets("listPets"), info: 5 });
    expect(await generate({ input })).toMatchObject({
      problems: [{ file: input, line: 1, severity: "error", pointer: "/info" }],
      files: null,
    });
  });

  it.each<[name: string, settings: object, want: string]>([
    ["an unknown setting", { packagename: "a" }, 'did you mean "packageName"?'],
    ["a wrong value", { className: "my-class" }, "className should be a name such as Clerk"],
    ["no input", { input: undefined }, "input should be the path or URL"],
  ])("rejects %s", async (_, settings, want) => {
    // The types refuse these, and JavaScript doesn't.
    const wrong = { input: "pets.yaml", ...settings } as GenerateSettings;
    await expect(generate(wrong)).rejects.toThrow(TypeError);
    await expect(generate(wrong)).rejects.toThrow(want);
  });
});

describe("diff", () => {
  it("returns the changes for users, the most severe first, and the next version", async () => {
    const old = written(pets("listPets", "countPets"));
    const next = written(pets("listPets", "feedPets"));
    expect(await diff(old, next)).toEqual({
      problems: [],
      changes: [
        {
          verdict: "breaking",
          kind: "operation",
          name: "pets.count",
          message: "is removed: programs that use it no longer compile",
        },
        { verdict: "additive", kind: "operation", name: "pets.feed", message: "is new" },
      ],
      nextVersion: "2.0.0",
    });
  });

  it("applies its settings to both documents", async () => {
    const [old, next] = [written(pets("listPets", "countPets")), written(pets("listPets"))];
    const exclude = ["operation:countPets"];
    expect(await diff(old, next, { exclude })).toEqual({
      problems: [],
      changes: [],
      nextVersion: null,
    });
  });

  it("returns no changes if a document can't be used", async () => {
    const missing = join(temporaryFolder(), "missing.yaml");
    expect(await diff(missing, written(pets()))).toMatchObject({
      problems: [{ file: missing, severity: "error" }],
      changes: null,
      nextVersion: null,
    });
  });
});

describe("headers", () => {
  const secret = "s3cr3t-token";

  it("are sent to the origin of the document only, and no message repeats them", async () => {
    const [host, other] = [await startHost(), await startHost()];
    const headers = { Authorization: `Bearer ${secret}` };
    host.answers["/pets.json"] = pets("listPets");
    host.redirects["/moved.json"] = `${other.url}/${secret}.json`;
    const allowRemoteRefs = true;
    const read = await generate({ input: `${host.url}/pets.json`, headers });
    expect(read.problems).toEqual([]);
    const moved = await generate({ input: `${host.url}/moved.json`, headers, allowRemoteRefs });
    expect(moved.files).toBe(null);
    expect(JSON.stringify(moved.problems)).not.toContain(secret);
    const compared = await diff(written(pets()), `${host.url}/pets.json`, { headers });
    expect(compared.changes?.map(({ message }) => message)).toEqual([
      "is new",
      `requests go to "${host.url}"`,
    ]);
    const sent = (from: typeof host) => from.headers.map(({ authorization }) => authorization);
    expect(sent(host)).toEqual(Array(3).fill(`Bearer ${secret}`));
    expect(sent(other)).toEqual([undefined]);
  });

  it.each<[name: string, settings: GenerateSettings, want: string]>([
    ["a file", { input: "pets.yaml" }, "headers are for a document with a URL"],
    ["a document", { input: {} }, "headers are for a document with a URL"],
    [
      "two origins",
      { input: ["https://a.example/a.yaml", "https://b.example/b.yaml"] },
      "headers are sent to one origin, not to both https://a.example and https://b.example",
    ],
  ])("are refused for %s", async (_, settings, want) => {
    await expect(generate({ ...settings, headers: { "X-Key": secret } })).rejects.toThrow(
      new TypeError(want),
    );
  });

  it("are refused without their values if one is invalid", async () => {
    const headers = { "X-Key": `${secret}\nHost: b` };
    await expect(generate({ input: "https://a.example/a.yaml", headers })).rejects.toThrow(
      new TypeError("headers has an invalid name or value"),
    );
  });
});

it("is imported by the name of the package", async () => {
  const program = `
    import { diff, generate } from "sdkwright";
    const { files } = await generate({ input: ${JSON.stringify(pets("listPets"))} });
    console.log(files.some(({ path }) => path === "src/operations/pets.ts"), typeof diff);`;
  const args = ["--input-type=module", "--eval", program];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root });
  expect(stdout).toBe("true function\n");
});

it.each(compilers)("is typed under %s, without the types of Node", async (_, compiler) => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(root, join(folder, "node_modules/sdkwright"));
  const program = `
    import { diff, generate } from "sdkwright";
    const { files } = await generate({ input: ["pets.yaml", "events.yaml"] });
    export const first: string | undefined = files?.[0]?.path;
    // @ts-expect-error changes are null if a document can't be used
    export const count = (await diff("old.yaml", "new.yaml")).changes.length;`;
  const compilerOptions = {
    ...{ module: "nodenext", target: "es2022", lib: ["es2023"], types: [] },
    ...{ strict: true, noEmit: true, skipLibCheck: false, preserveSymlinks: true },
  };
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  writeFileSync(join(folder, "a.ts"), program);
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({ compilerOptions, files: ["a.ts"] }),
  );
  expect(await output(compiler, "-p", folder)).toBe("");
});

it("joins the documents of a list", async () => {
  const input = [written(pets("listPets")), written(pets("feedPets"))];
  const { files, problems } = await generate({ input });
  expect(problems).toEqual([]);
  const operations = files?.find(({ path }) => path === "src/operations/pets.ts")?.text ?? "";
  expect([...operations.matchAll(/^export function (\w+)/gm)].map(([, name]) => name)).toEqual([
    "listPets",
    "feedPets",
  ]);
});
