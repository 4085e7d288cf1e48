import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "js-yaml";
import { expect, it } from "vitest";
import { sdkwright } from "./command.js";
import { treeAt } from "./emit/tree.js";
import { root } from "./imports.js";
import { temporaryFolder } from "./temporary-folder.js";

const text = readFileSync(join(root, "test/fixtures/everything.openapi.yaml"), "utf8");

/** What the command makes of a document, byte by byte, but for where in it things stand. */
async function emitted(
  document: string,
  { name = "api.yaml", folder = temporaryFolder(), environment = {} } = {},
) {
  writeFileSync(join(folder, name), document);
  const run = await sdkwright(folder, ["generate", name, "--output", "out"], "", environment);
  expect(run.code).toBe(0);
  const manifest = readFileSync(join(folder, "out/.sdkwright.json"), "utf8");
  const { "docs/manifest.json": map = "", ...tree } = treeAt(join(folder, "out"));
  return { ...tree, manifest, map: withoutPlaces(map) };
}

/** The map of the reference says the document's name and lines, which are another file's. */
function withoutPlaces(map: string): string {
  return map.replace(/"document": "[^"]*"/, "").replace(/"line": \d+/g, "");
}

/** The same document with its keys the other way round, where their order says nothing. */
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

it("the same document becomes the same bytes, wherever and however it is written", async () => {
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
