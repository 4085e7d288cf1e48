import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "js-yaml";
import { describe, expect, it, vi } from "vitest";
import { generate } from "../generator/generate.js";
import { treeAt } from "./emit/tree.js";
import { root } from "./imports.js";
import { startSdkwright } from "./process.js";
import { temporaryFolder } from "./temporary-folder.js";

const text = readFileSync(join(root, "test/fixtures/everything.openapi.yaml"), "utf8");

/** What the command makes of a document, byte by byte, except for places in the document. */
async function emitted(
  document: string,
  { name = "api.yaml", folder = temporaryFolder(), environment = {} } = {},
) {
  writeFileSync(join(folder, name), document);
  const run = await startSdkwright(folder, ["generate", name, "--output", "out"], "", environment);
  expect(run.code).toBe(0);
  const manifest = readFileSync(join(folder, "out/.sdkwright.json"), "utf8");
  const { "docs/manifest.json": map = "", ...tree } = treeAt(join(folder, "out"));
  return { ...tree, manifest: withoutDigestOfMap(manifest), map: withoutPlaces(map) };
}

/** What of an output is made from the document alone: the changelog also has what earlier runs wrote. */
function emittedAt(output: string) {
  const { "CHANGELOG.md": _, ...tree } = treeAt(output);
  return tree;
}

/** The manifest has a digest of each file; the map's differs as its lines do. */
function withoutDigestOfMap(manifest: string): string {
  return manifest.replace(/"docs\/manifest\.json": "[^"]*"/, "");
}

/** The manifest has the document's name and lines, which differ for another file. */
function withoutPlaces(map: string): string {
  return map.replace(/"document": "[^"]*"/, "").replace(/"line": \d+/g, "");
}

/** The same document with its keys reversed, except where their order has a meaning. */
function reversed(value: unknown, isMap = false): unknown {
  if (Array.isArray(value)) return value.map((item) => reversed(item));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [
    key,
    reversed(inner, key === "properties" || key === "schemas"),
  ]);
  const isUnordered =
    !isMap && entries.some(([key]) => /^(operationId|title|type|in)$/.test(String(key)));
  return Object.fromEntries(isUnordered ? entries.reverse() : entries);
}

// Each of these starts the command several times.
vi.setConfig({ testTimeout: 180_000 });

it("the same document becomes the same bytes, regardless of its location and format", async () => {
  const want = await emitted(text);
  const zone = { TZ: "Pacific/Kiritimati", LANG: "C", HOME: "/nowhere", TERM: "dumb" };
  expect(await emitted(text, { environment: zone })).toEqual(want);
  const turkish = { LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8", LANGUAGE: "tr" };
  expect(await emitted(text, { environment: turkish })).toEqual(want);
  const folder = join(temporaryFolder(), "ä b");
  mkdirSync(folder);
  expect(await emitted(text, { folder, name: "copy.yml" })).toEqual(want);
  const other = JSON.stringify(reversed(load(text)));
  expect(other).not.toBe(JSON.stringify(load(text)));
  expect(await emitted(other, { name: "api.json" })).toEqual(want);
});

const parts = readFileSync(join(root, "test/fixtures/parts.openapi.yaml"), "utf8");

/** A document of several files, that are written one after the other. */
function scattered(folder: string, names: readonly string[]): void {
  const files: Readonly<Record<string, string>> = {
    "api.yaml": `openapi: 3.1.0
info: { title: Pets, version: "1" }
paths:
  /a: { get: { responses: { "200": { description: A, content: { application/json: { schema: { $ref: a/pet.yaml } } } } } } }
  /b: { get: { responses: { "200": { description: B, content: { application/json: { schema: { $ref: b/pet.yaml } } } } } } }
`,
    "a/pet.yaml":
      "{ type: object, properties: { other: { $ref: ../b/pet.yaml }, third: { $ref: ../pet.yaml } } }",
    "b/pet.yaml": "{ type: object, properties: { other: { $ref: ../a/pet.yaml } } }",
    "pet.yaml": "{ type: string }",
  };
  for (const name of ["a", "b"]) mkdirSync(join(folder, name));
  for (const name of names) writeFileSync(join(folder, name), files[name] ?? "");
}

/** The command in a shell whose files only the user can read. */
function guarded(folder: string, ...args: readonly string[]): number | null {
  const command = [process.execPath, join(root, "dist/cli.js"), "generate", ...args];
  const quoted = command.map((word) => `'${word}'`).join(" ");
  return spawnSync("sh", ["-c", `umask 077; exec ${quoted}`], { cwd: folder }).status;
}

describe("the same bytes are written", () => {
  it("from any folder, to a new one or one written from another document", async () => {
    const folder = temporaryFolder();
    const [input, output] = [join(folder, "api.yaml"), join(folder, "out")];
    writeFileSync(input, parts);
    const relative = ["generate", "api.yaml", "--output", "out"];
    expect(await startSdkwright(folder, relative)).toMatchObject({ code: 0 });
    const want = emittedAt(output);
    expect(await startSdkwright(folder, relative)).toMatchObject({ stdout: "out is up to date\n" });
    expect(await startSdkwright("/", ["generate", input, "--output", output])).toMatchObject({
      stdout: `${output} is up to date\n`,
    });
    writeFileSync(input, parts.replaceAll("Pet", "Cat"));
    expect(await startSdkwright(folder, relative)).toMatchObject({ code: 0 });
    expect(emittedAt(output)).not.toEqual(want);
    writeFileSync(input, parts);
    expect(await startSdkwright(folder, relative)).toMatchObject({ code: 0 });
    expect(emittedAt(output)).toEqual(want);
  });

  it("with any line ends, from standard input, and with any file permissions", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "api.yaml"), parts);
    writeFileSync(join(folder, "windows.yaml"), `\ufeff${parts.replaceAll("\n", "\r\n")}`);
    expect(
      await startSdkwright(folder, ["generate", "api.yaml", "--output", "want"]),
    ).toMatchObject({
      code: 0,
    });
    expect(
      await startSdkwright(folder, ["generate", "windows.yaml", "--output", "windows"]),
    ).toMatchObject({ code: 0 });
    expect(
      await startSdkwright(folder, ["generate", "-", "--output", "piped"], parts),
    ).toMatchObject({
      code: 0,
    });
    expect(guarded(folder, "api.yaml", "--output", "guarded")).toBe(0);
    const named = (name: string) => {
      const { "docs/manifest.json": map = "", ...tree } = treeAt(join(folder, name));
      return { ...tree, map: map.replace(/"document": "[^"]*"/, "") };
    };
    const want = named("want");
    for (const name of ["windows", "piped", "guarded"]) expect(named(name)).toEqual(want);
  });

  it("from files that a disk lists in another order", async () => {
    const names = ["api.yaml", "a/pet.yaml", "b/pet.yaml", "pet.yaml"];
    const trees = [];
    for (const order of [names, [...names].reverse()]) {
      const folder = temporaryFolder();
      scattered(folder, order);
      expect(
        await startSdkwright(folder, ["generate", "api.yaml", "--output", "out"]),
      ).toMatchObject({
        code: 0,
      });
      trees.push(treeAt(join(folder, "out")));
    }
    expect(trees[1]).toEqual(trees[0]);
  });
});

it("every file that can hold a comment begins with the header, and none records the document", async () => {
  const { files, provenance } = await generate(
    join(root, "test/fixtures/everything.openapi.yaml"),
    {},
  );
  const firstLines = (files ?? []).map(({ path, text }) => [path, text.split("\n", 1)[0] ?? ""]);
  const unmarked = firstLines.filter(
    ([, line]) => !line?.includes("Code generated by sdkwright. DO NOT EDIT."),
  );
  // JSON has no comments, and files for machines are plain text.
  expect(
    unmarked
      .map(([path]) => path)
      .filter((path) => !/\.json$|^docs\/llms[\w-]*\.txt$/.test(path ?? "")),
  ).toEqual([]);
  expect(unmarked.length).toBeLessThan(10);
  const digest = provenance?.document.slice(0, 12) ?? "";
  expect(digest).toMatch(/^[0-9a-f]{12}$/);
  expect((files ?? []).filter(({ text }) => text.includes(digest))).toEqual([]);
});
