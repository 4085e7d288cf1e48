import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { fetchText, type Limits } from "../../generator/read/input/fetch-text.js";
import { type Reading, read } from "../../generator/read/read.js";
import { noChanges } from "../../generator/read/source.js";
import { temporaryFolder } from "../temporary-folder.js";

function stdin(text: string): Promise<Reading> {
  return read("-", Readable.from([Buffer.from(text)]));
}

/** `line:column severity message` of each problem. */
async function lines(text: string): Promise<string[]> {
  const reading = await stdin(text);
  const problems = reading.ok ? [] : reading.problems;
  return problems.map((p) => `${p.line}:${p.column} ${p.severity} ${p.message}`);
}

const head = "openapi: 3.0.3\ninfo: {title: Pets, version: '1'}\n";

describe("a document that can be used", () => {
  it("is returned upgraded to OpenAPI 3.1", async () => {
    const file = join(temporaryFolder(), "api.yaml");
    const text = `${head}paths: {}\ncomponents: {schemas: {A: {type: string, nullable: true}}}\n`;
    writeFileSync(file, text);
    const document = {
      openapi: "3.1.0",
      info: { title: "Pets", version: "1" },
      paths: {},
      components: { schemas: { A: { type: ["string", "null"] } } },
    };
    const reading = await read(file);
    expect(reading).toMatchObject({ ok: true, source: { document }, warnings: [] });
    const written = reading.ok ? reading.source.trace("/paths") : null;
    expect(written).toMatchObject({ source: { file, text }, pointer: "/paths" });
  });

  it("comes with what is odd about it", async () => {
    expect(await stdin("openapi: 3.1.0\ninfo: {title: Pets}\npaths: {}")).toMatchObject({
      ok: true,
      warnings: [{ severity: "warning", file: "<stdin>", line: 2, column: 1 }],
    });
  });
});

describe("a document that can't be used", () => {
  it("is told all its problems, each with its place", async () => {
    const text = `${head}servers: x\npaths:\n  /a:\n    get: oops\n  /b:\n    $ref: '#/gone'\n`;
    expect(await lines(text)).toEqual([
      "3:1 error `servers` is not a list: write a list of objects with a `url`",
      '6:5 error the operation get of "/a" is not an object: describe it',
      '8:5 error `$ref` has no target: the document has no "#/gone"; add it or correct the reference',
    ]);
  });

  it("may not even be syntax", async () => {
    expect(await lines("a: 1\na: 2")).toEqual([
      "2:1 error this is not valid YAML: duplicated mapping key near `a: 2`: a key may occur once in an object; rename or remove one of them",
    ]);
  });

  it("may not be there", async () => {
    const file = join(temporaryFolder(), "gone.yaml");
    expect(await read(file)).toMatchObject({ ok: false, problems: [{ file, line: 1, column: 1 }] });
  });

  it("of another version is not searched for more", async () => {
    expect(await lines("swagger: '1.2'\npaths: {/a: {$ref: '#/gone'}}")).toEqual([
      `1:1 error version "1.2" isn't supported: use Swagger 2.0 or OpenAPI 3.0, 3.1 or 3.2`,
    ]);
  });
});

it("counts the bytes of all documents, references and overlays together", async () => {
  const folder = temporaryFolder();
  const texts = {
    "a.yaml": `${head}paths: {}\ncomponents: {schemas: {A: {$ref: schema.json}}}\n`,
    "b.yaml": `${head}paths: {}\n`,
    "schema.json": '{ "type": "string" }',
    "overlay.yaml": "overlay: 1.0.0\nactions: [{target: $.info, update: {title: Cats}}]\n",
  };
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text);
  const used = new Set<Limits | undefined>();
  const options = {
    ...noChanges,
    further: [join(folder, "b.yaml")],
    overlays: [join(folder, "overlay.yaml")],
  };
  await read(join(folder, "a.yaml"), Readable.from([]), options, (name, from, limits, refusal) => {
    used.add(limits);
    return fetchText(name, from, limits, refusal);
  });
  const total = Object.values(texts).join("").length;
  expect([...used].map((limits) => limits?.bytes.left)).toEqual([100_000_000 - total]);
});
