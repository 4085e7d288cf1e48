import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cell, fence, markdownLine } from "../generator/emit/escape/escape.js";
import { blockMarkdown, inlineMarkdown } from "../generator/emit/escape/markdown.js";
import { deadLinks } from "../generator/emit/links.js";
import { fenceFrom } from "../generator/fence.js";
import { methodNamesIn } from "../generator/model/operation-names.js";
import { repositoryUrl } from "../generator/plan/docs/repository-url.js";
import { productWords } from "../generator/plan/names/product-words.js";
import { wordsOf } from "../generator/plan/names/words.js";
import { packageFiles } from "../generator/plan/package/package.js";
import type { PackageFields } from "../generator/plan/package-fields.js";
import { sampleFile } from "../generator/plan/samples/scalar-sample.js";
import { withJoinedFlows } from "../generator/read/parse/yaml-faults.js";
import { read } from "../generator/read/read.js";
import { printable, withoutTrailingSlashes } from "../generator/text.js";
import { sdkwright } from "./command.js";
import { blueprintOf, json, ref } from "./plan/blueprint.js";
import { temporaryFolder } from "./temporary-folder.js";

/** One operation that takes and gives a schema. */
function documentOf(root: string, schemas: Readonly<Record<string, object>>): string {
  return JSON.stringify({
    openapi: "3.1.0",
    info: { title: "Big", version: "1" },
    paths: {
      "/a": {
        post: {
          operationId: "go",
          requestBody: { required: true, ...json(ref(root)) },
          responses: { "200": json(ref(root)), "400": json(ref(root)) },
        },
      },
    },
    components: { schemas },
  });
}

/** Levels each of which mentions the one below several times: written out, they are 2 to the power of 24, and more. */
function doubling(level: (below: object) => object): string {
  const levels = Array.from({ length: 24 }, (_, index) => [
    `L${index + 1}`,
    level(ref(`L${index}`)),
  ]);
  const lowest = { type: "object", properties: { a: { type: "string" } } };
  return documentOf("L24", { L0: lowest, ...Object.fromEntries(levels) });
}

const ten = Array.from({ length: 10 }, (_, index) => `field${index}`);
const misfit = { example: { other: 1 }, default: 2 };

function tenOf(below: object): object {
  return Object.fromEntries(ten.map((name) => [name, below]));
}

async function generated(document: string, ...more: readonly string[]) {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "api.json"), document);
  const run = await sdkwright(folder, ["generate", "api.json", "--output", "sdk", ...more]);
  return { ...run, text: (path: string) => readFileSync(join(folder, "sdk", path), "utf8") };
}

describe("schemas that double with each level are generated in time", () => {
  it.each([
    ["allOf", doubling((below) => ({ allOf: [below, below] }))],
    ["oneOf", doubling((below) => ({ oneOf: [below, below] }))],
    [
      "required fields",
      doubling((below) => ({
        type: "object",
        required: ["a", "b"],
        properties: { a: below, b: below },
      })),
    ],
    [
      "ten required fields",
      doubling((below) => ({ type: "object", required: ten, properties: tenOf(below) })),
    ],
  ])("%s", async (_, document) => {
    const { code, stderr } = await generated(document);
    expect([code, stderr]).toEqual([0, ""]);
  });

  it.each([
    ["allOf", doubling((below) => ({ ...misfit, allOf: [below, below] }))],
    ["oneOf", doubling((below) => ({ ...misfit, oneOf: [below, below] }))],
  ])("%s with examples and defaults that don't match", async (_, document) => {
    const { code, stderr } = await generated(document);
    expect(code).toBe(0);
    expect(stderr.trimEnd().split("\n")).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/warning the default doesn't match its schema/),
      ]),
    );
  });
});

it("fifty thousand operations are refused with one problem, and a filter of them becomes a package", async () => {
  const paths = Array.from({ length: 50_000 }, (_, index) => [
    `/${index % 100}/${index}`,
    { get: { responses: { "204": { description: "Done." } } } },
  ]);
  const info = { title: "Big", version: "1" };
  const document = JSON.stringify({ openapi: "3.1.0", info, paths: Object.fromEntries(paths) });
  const refused = await generated(document);
  expect(refused.code).toBe(1);
  expect(refused.stderr).toBe(
    "api.json:1:57 error the document has 50000 operations, and a package can have at most 10000: select some with --include or --exclude\n",
  );
  expect(await generated(document, "--include", "path:/7/*7")).toMatchObject({ code: 0 });
});

it("cycles of references that describe nothing are reported", async () => {
  const { code, stderr } = await generated(documentOf("A", { A: ref("B"), B: ref("A") }));
  expect(code).toBe(1);
  expect(stderr).toMatch(/^api\.json:1:\d+ error circular reference: .*\n$/);
});

it("cycles that describe something become types", async () => {
  const { code } = await generated(
    documentOf("List", {
      List: { type: "array", items: ref("List") },
      Map: { additionalProperties: ref("Map") },
      All: { allOf: [ref("One")] },
      One: { oneOf: [ref("All"), { type: "string" }] },
    }),
  );
  expect(code).toBe(0);
});

it.each(["%FF", "%00", "%2F"])("a name that ends with %s stays a name", async (ending) => {
  const pet = { type: "object", properties: { id: { type: "string", readOnly: true } } };
  const pets = {
    type: "object",
    properties: { list: { type: "array", items: ref(encodeURIComponent(`a${ending}`)) } },
  };
  const { code, stderr, text } = await generated(
    documentOf(encodeURIComponent(`b${ending}`), { [`a${ending}`]: pet, [`b${ending}`]: pets }),
  );
  expect([code, stderr]).toEqual([0, ""]);
  expect(text("src/operations/a.ts")).toContain(`list?: A${ending.slice(1)}Input[] | undefined;`);
});

it("names of JavaScript's own members are data", async () => {
  const names = ["__proto__", "constructor", "prototype"];
  const properties = Object.fromEntries(names.map((name) => [name, { type: "string" }]));
  const schemas = Object.fromEntries(names.map((name) => [name, { type: "object", properties }]));
  const { code, stderr, text } = await generated(documentOf("__proto__", schemas));
  expect([code, stderr]).toEqual([0, ""]);
  const report = text("api-report.md");
  for (const name of names) expect(report).toContain(`argument ${name}?: string`);
  expect(text("src/models.ts").match(/__proto__\?: string/g)).toHaveLength(3);
});

describe("nesting", () => {
  const levels = Array.from({ length: 1_000 }, (_, index) => index);
  const nested = (around: (inner: object) => object, depth = levels.length) =>
    levels.slice(0, depth).reduce<object>(around, { type: "string" });

  it.each([
    ["five hundred optional objects", nested((inner) => ({ properties: { inner } }), 500)],
    [
      "a thousand required objects",
      nested((inner) => ({ required: ["inner"], properties: { inner } })),
    ],
    ["an example of a thousand objects", { example: nested((inner) => ({ inner })) }],
  ])("as %s is a package", async (_, schema) => {
    const { code, stderr } = await generated(documentOf("A", { A: schema }));
    expect([code, stderr]).toEqual([0, ""]);
  });

  it("in an example is printed without growing indentation", async () => {
    const example = `${"[".repeat(1500)}1${"]".repeat(1500)}`;
    const document = documentOf("A", { A: {} }).replace('"A":{}', `"A":{"example":${example}}`);
    const { code, text } = await generated(document);
    expect(code).toBe(0);
    expect(text("docs/llms-full.txt").length).toBeLessThan(3_000_000);
  });

  it("deeper than the stack is refused with one problem", async () => {
    const schema = nested((inner) => ({ oneOf: [{ type: "integer" }, inner] }));
    const { code, stderr } = await generated(documentOf("A", { A: schema }));
    expect(code).toBe(1);
    expect(stderr).toBe(
      "sdkwright: the document is nested too deeply: move nested schemas to `components`\n",
    );
  });
});

it("schemas that all refer to one another are generated in time", async () => {
  const names = Array.from({ length: 200 }, (_, index) => `D${index}`);
  const fields = Object.fromEntries(names.map((name) => [name, ref(name)]));
  const schema = { type: "object", properties: fields };
  const document = documentOf("D0", Object.fromEntries(names.map((name) => [name, schema])));
  const { code, stderr } = await generated(document);
  expect([code, stderr]).toEqual([0, ""]);
});

it("a chain of a thousand schemas in each other's `allOf` is a type", async () => {
  const names = Array.from({ length: 1_000 }, (_, index) => `L${index}`);
  const schemas = names.map((name, index) => [
    name,
    { allOf: [ref(names[index + 1] ?? "End"), { properties: { [name]: { type: "string" } } }] },
  ]);
  const { code, stderr } = await generated(
    documentOf("L0", { ...Object.fromEntries(schemas), End: { type: "object" } }),
  );
  expect([code, stderr]).toEqual([0, ""]);
});

it("places that refer to one another in a schema without names are generated in time", async () => {
  const places = Array.from({ length: 24 }, (_, index): [string, object] => [
    `q${index}`,
    index === 0 ? { type: "string" } : { properties: { x: place(index), y: place(index) } },
  ]);
  const schema = { type: "object", properties: Object.fromEntries(places) };
  const { code, stderr } = await generated(documentOf("A", { A: schema }));
  expect([code, stderr]).toEqual([0, ""]);
});

it("places without names that each refer to another one ten times are generated once", async () => {
  const places = Array.from({ length: 200 }, (_, index): [string, object] => [
    `q${index}`,
    { type: "object", properties: index === 0 ? {} : tenOf(place(index)) },
  ]);
  const schema = { type: "object", properties: Object.fromEntries(places) };
  const { code, stderr, text } = await generated(documentOf("A", { A: schema }));
  expect([code, stderr]).toEqual([0, ""]);
  expect(text("src/models.ts")).toContain("field9?: AQ0 | undefined;");
});

it("accepts any number of alternatives side by side", async () => {
  const anyOf = Array.from({ length: 150_000 }, (_, index) => ({
    type: "string",
    maxLength: index + 1,
  }));
  const { code, stderr } = await generated(documentOf("A", { A: { anyOf } }));
  expect([code, stderr]).toEqual([0, ""]);
});

it("a description of 20 MB is cut, with a warning", async () => {
  const marked = "<p>a <b>b</b> `c` [d](https://example.com)</p>\n\n";
  const description = marked.repeat(20_000_000 / marked.length);
  const document = documentOf("A", { A: { type: "object", description } });
  const { code, stderr } = await generated(document);
  expect(code).toBe(0);
  expect(stderr).toBe(
    `api.json:1:${document.indexOf('"description":"<p>') + 1} warning this description has ${description.length} characters: only the first 500000 are read\n`,
  );
});

function place(index: number): object {
  return ref(`A/properties/q${index - 1}`);
}

describe("a description that a regular expression could be slow on is read in time", () => {
  const long = (text: string) => text.repeat(100_000 / text.length);
  const marks = Array.from({ length: 450 }, (_, index) => "`".repeat(index + 1)).join(" ");

  it.each([
    ["the address of a link", `[](${long("a")}`],
    ["space before the address of a link", `[](${long(" ")}`],
    ["images in the label of a link", `[${long("![a]")}`],
    ["links in the label of a link", `[${long("[a](b)")}`],
    ["space between tags", `<b>a</b>${long(" ")}`],
    ["space in a tag", `<b>a${long(" ")}b</b>`],
    ["empty lines between tags", `<p>a${long(" \n")}`],
    ["attributes", `<a ${long("href=x")}`],
    ["space in a heading", `# a${long(" ")}`],
    ["empty lines in a fence", `~~~\n${long("\n")}`],
    ["breaks", `${long("<br>")}`],
    ["space in a line", `a${long(" ")}b`],
    ["space in front of a line", `a\n${long(" ")}b`],
    ["lines that begin like a link", `${long("[a\n")}`],
    ["marks of a fence in a line", `<b>a</b>\n${long("`")}`],
    ["marks of code that none ends", `a ${marks}`],
    ["code that looks like the cells of a table", long("`|")],
  ])("%s", (_, start) => {
    expect(blockMarkdown(`${start}end`)).toContain("end");
    expect(inlineMarkdown(`${start}end`)).toContain("end");
    expect(cell(`${start}end`)).toContain("end");
    expect(markdownLine(`${start}end`)).toContain("end");
    expect(deadLinks([{ path: "a.md", text: blockMarkdown(start) }])).toEqual([]);
  });
});

describe("a text of 300,000 characters that a regular expression could be slow on is read in time", () => {
  const long = (text: string) => text.repeat(300_000 / text.length);

  it.each<[string, read: () => unknown, want: unknown]>([
    ["capitals in a name", () => wordsOf(long("A")), [long("A")]],
    ["brackets in a title", () => productWords(`${long("(")} API`), []],
    ["full stops in a title", () => productWords(`${long("!")}a`), []],
    ["dashes in a name", () => sampleFile(`${long("-")}a`, null), "a.bin"],
    ["space in a message", () => printable(`a${long(" ")}`), `a${long(" ")}`],
    [
      "slashes in the folder of a repository",
      () => repositoryUrl({ url: "a/b", directory: `a${long("/")}b` }),
      `https://github.com/a/b/blob/HEAD/a${long("/")}b/`,
    ],
    [
      "number signs in the URL of a repository",
      () => repositoryUrl(`https://github.com/a/b${long("#")}\n`),
      "https://github.com/a/b/blob/HEAD/",
    ],
    [
      "space in the name of an author",
      () => licenseOf({ license: "MIT", author: `a${long(" ")}b` }),
      "Copyright (c) a b",
    ],
    ["slashes in a path", () => withoutTrailingSlashes(`${long("/")}a//`), `${long("/")}a`],
    ["the language of a fence", () => fenceFrom(`~~~a${long("-vue")}x`)?.language.length, 300_002],
    ["space in YAML", () => withJoinedFlows(`${long(" ")}x`), `${long(" ")}x`],
    ["dashes in YAML", () => withJoinedFlows(`${long("- ")}x`), `${long("- ")}x`],
    ["quotation marks in YAML", () => withJoinedFlows(`- [ ${long('"\\')}`), `- [ ${long('"\\')}`],
  ])("%s", (_, read, want) => {
    expect(read()).toEqual(want);
  });

  it("backticks in code", () => {
    expect(fence("json", long("` "))).toContain(long("` ").trim());
  });
});

/** The line of the license that names its holder. */
function licenseOf(packageFields: PackageFields): string | undefined {
  const blueprint = { ...blueprintOf({}), features: { packageFields } };
  const files = packageFiles(blueprint, { dependencies: {}, entries: {} });
  const license = files.find(({ path }) => path === "LICENSE");
  return license?.from === "text" ? license.text.split("\n")[2] : undefined;
}

it("ten thousand names are tried with rules of names in time", () => {
  const rules = [{ operationId: "a*a*a*b", methodNameOverride: "list" }];
  const nameOf = methodNamesIn({ "x-speakeasy-name-override": rules });
  const ids = Array.from({ length: 10_000 }, (_, index) => "a".repeat(190) + index);
  expect(ids.map((id) => nameOf({}, id)).filter((name) => name !== null)).toEqual([]);
});

describe("lists that are longer than a call may have arguments", () => {
  const many = <Item>(item: Item) => Array.from({ length: 150_000 }, () => item);

  async function readWith(schema: object) {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "api.json"), documentOf("Big", { Big: schema }));
    return read(join(folder, "api.json"));
  }

  it("items of an example that are of another type", async () => {
    const list = (type: string) => ({ type: "array", items: { type } });
    const schema = { oneOf: [list("string"), list("boolean")], example: many(0) };
    const { ok } = await readWith(schema);
    expect(ok).toBe(true);
  });
});
