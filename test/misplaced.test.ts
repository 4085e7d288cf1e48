import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { load } from "js-yaml";
import { expect, it } from "vitest";
import { type Generation, generate } from "../generator/generate.js";
import { isObject, type Json } from "../generator/read/document/document.js";
import { complaintsInModule } from "./hostile/typescript.js";
import { root } from "./imports.js";
import { temporaryFolder } from "./temporary-folder.js";

const fixture = join(root, "test/fixtures/parts.openapi.yaml");
// The fixture is a YAML of this project, which holds what JSON can.
const document = load(readFileSync(fixture, "utf8")) as Json;

type Place = readonly string[];

/** Every place of a value, by the keys that lead there. */
function* placesIn(value: Json, place: Place = []): Generator<Place> {
  yield place;
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) yield* placesIn(inner, [...place, key]);
}

/** The value with another one at a place. */
function withStray(value: Json, [key, ...rest]: Place, stray: Json): Json {
  if (key === undefined) return stray;
  const inner = (each: Json) => withStray(each, rest, stray);
  if (Array.isArray(value))
    return value.map((item, at) => (String(at) === key ? inner(item) : item));
  if (!isObject(value)) return value;
  return { ...value, [key]: inner(value[key] ?? null) };
}

/** What is wrong with what came of a document that has a stray value at a place. */
function complaintsAbout({ files, problems }: Generation, place: Place): string[] {
  const lines = problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
  const isDeep = place.length > 1;
  const odd = lines.filter(
    (line) =>
      /openapi-typescript|is not a function|undefined/.test(line) || (isDeep && /^1:1 /.test(line)),
  );
  if (files === null) {
    return problems.some(({ severity }) => severity === "error")
      ? odd
      : [...odd, "nothing is said"];
  }
  const unspelled = files.filter(({ text }) => text.includes("[object Object]"));
  const modules = files.filter(({ path }) => /^src\/(?!runtime\/).*\.ts$/.test(path));
  return [
    ...odd,
    ...unspelled.map(({ path }) => `${path} spells an object`),
    ...modules.flatMap(({ path, text }) => complaintsInModule(path, text)),
  ];
}

const strays: readonly Json[] = [
  ...[null, true, 7, "text"],
  ...[[], [7], [null], ["text"], [[]]],
  ...[{}, { a: 7 }, { a: null }, { a: {} }, { $ref: 7 }],
];

it("any value in a wrong place becomes a package, or a problem with its place", async () => {
  const file = join(temporaryFolder(), "api.json");
  const place = fc.constantFrom(...placesIn(document));
  await fc.assert(
    fc.asyncProperty(place, fc.constantFrom(...strays), async (at, stray) => {
      writeFileSync(file, JSON.stringify(withStray(document, at, stray), null, 1));
      expect(complaintsAbout(await generate(file, {}), at)).toEqual([]);
    }),
    { seed: 4, numRuns: 80, endOnFailure: true },
  );
});
