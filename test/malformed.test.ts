import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { sdkwright } from "./command.js";
import { temporaryFolder } from "./temporary-folder.js";

const pets = `openapi: 3.1.0
info: { title: Pets, version: "1" }
paths:
  /pets:
    get:
      operationId: listPets
      responses: { "200": { description: All. } }
`;
const json = '{"openapi":"3.1.0","info":{"title":"Pets","version":"1"},"paths":{}';
const png = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
const utf16 = Buffer.from(`\ufeff${pets}`, "utf16le");

const object = "an OpenAPI document is an object with `openapi`, `info`, …";
const utf8 = "1:1 error this is not UTF-8 text: save the document uncompressed, as UTF-8";

it.each<readonly [name: string, document: string | Uint8Array, want: readonly string[]]>([
  [
    "YAML that ends too soon",
    pets.slice(0, 35),
    [
      "2:21 error this is not valid YAML: unexpected end of the stream within a flow collection: close the bracket, and put commas between entries",
    ],
  ],
  [
    "JSON that ends too soon",
    json,
    [
      "1:68 error this is not valid JSON or YAML: unexpected end of the stream within a flow collection: close the bracket, and put commas between entries",
    ],
  ],
  ["Latin-1", Buffer.from(pets.replace("Pets", "P\u00e9ts"), "latin1"), [utf8]],
  ["UTF-16", utf16, [utf8]],
  ["a picture", png, [utf8]],
  [
    "tabs",
    pets.replace("  /pets", "\t/pets"),
    [
      "4:1 error this is not valid YAML: tab characters must not be used in indentation near `/pets:`: indent with spaces",
    ],
  ],
  [
    "a key twice",
    `${pets}info: {}\n`,
    [
      "8:1 error this is not valid YAML: duplicated mapping key near `info: {}`: a key may occur once in an object; rename or remove one of them",
    ],
  ],
  [
    "a key twice in JSON",
    `${json},"info":{}}`,
    [
      '1:70 error this is not valid JSON or YAML: duplicated mapping key near `info":{}}`: a key may occur once in an object; rename or remove one of them',
    ],
  ],
  [
    "YAML with a function",
    `${pets}x-a: !!js/function "function () {}"\n`,
    [
      '8:6 error this is not valid YAML: unknown scalar tag !<tag:yaml.org,2002:js/function> near `!!js/function "function () {}"`: remove the tag (`!…`)',
    ],
  ],
  [
    "YAML with an object of Python",
    `${pets}x-a: !!python/object/apply:os.system [ls]\n`,
    [
      "8:6 error this is not valid YAML: unknown sequence tag !<tag:yaml.org,2002:python/object/apply:os.system> near `!!python/object/apply:os.system [ls]`: remove the tag (`!…`)",
    ],
  ],
  [
    "YAML with a custom tag",
    `%TAG !e! tag:evil.example,2000:\n---\n${pets}x-a: !e!x 1\n`,
    [
      "10:6 error this is not valid YAML: unknown scalar tag !<tag:evil.example,2000:x> near `!e!x 1`: remove the tag (`!…`)",
    ],
  ],
  [
    "YAML with a NUL",
    pets.replace("Pets", "P\0ets"),
    [
      '2:17 error this is not valid YAML: null byte is not allowed in input near `\\u0000ets, version: "1" }`: remove the invisible character',
    ],
  ],
  [
    "YAML that merges without end",
    `${pets}x-0: &m {${Array.from({ length: 1000 }, (_, index) => `k${index}: 1`)}}\n${Array.from({ length: 300 }, (_, index) => `x-${index + 1}: { <<: *m }\n`).join("")}`,
    [
      "208:10 error this is not valid YAML: merge keys exceeded maxTotalMergeKeys (200000) near `<<: *m }`: write the keys out, or merge fewer",
    ],
  ],
  [
    "YAML with an alias that contains itself",
    `${pets}x-a: [1, &a [*a]]\n`,
    ["8:14 error this alias contains itself: write the value out in full"],
  ],
  [
    "YAML with an alias of nothing",
    `${pets}x-a: *nobody\n`,
    [
      '8:7 error this is not valid YAML: unidentified alias "nobody" near `nobody`: define the anchor (`&name`) above its use',
    ],
  ],
  [
    "two documents",
    `${pets}---\n${pets}`,
    [
      "8:1 error this is not valid YAML: expected a single document in the stream, but found more near `---`: keep one document; remove the others and their `---`",
    ],
  ],
  [
    "a list in the place of a key",
    `${pets}? [a, b]\n: 1\n`,
    [
      "8:3 error this is not valid YAML: object-based map does not support complex keys near `[a, b]`: use text as a key",
    ],
  ],
  ["UTF-16, the other way round", Buffer.from(utf16).swap16(), [utf8]],
  [
    "half a character",
    Buffer.concat([Buffer.from(pets), Buffer.from([0x23, 0xed, 0xa0, 0x80])]),
    [utf8],
  ],
  [
    "a schema that is a number, and a list of names that is one",
    `${pets}components:\n  schemas:\n    A: 1\n    B:\n      required: 1\n`,
    [
      '10:5 error "A" is a number: write an object',
      '12:7 warning "required" is a number: write a list',
    ],
  ],
  [
    "a web page",
    "<!DOCTYPE html><html></html>",
    ["1:1 error this looks like a web page: save the OpenAPI document itself, not a page"],
  ],
  ["nothing", "", [`1:1 error this is empty: ${object}`]],
  ["null", "null\n", [`1:1 error this is null: ${object}`]],
  ["a list", "[1, 2]", [`1:1 error this is an array: ${object}`]],
  ["a number", "42\n", [`1:1 error this is a number: ${object}`]],
  [
    "numbers where objects belong",
    "openapi: 3.1.0\ninfo: 1\npaths: 2\ncomponents: 3\n",
    [
      "2:1 error `info` is not an object: it is an object with `title` and `version`",
      "3:1 error `paths` is not an object: its keys are paths",
      '4:1 error "components" is a number: write an object',
    ],
  ],
  [
    "a number where a response belongs",
    pets.replace("{ description: All. }", "7"),
    ['7:20 error "200" is a number: write an object'],
  ],
  [
    "an unknown version",
    pets.replace("3.1.0", "9.9.9"),
    [`1:1 error version "9.9.9" isn't supported: use Swagger 2.0 or OpenAPI 3.0, 3.1 or 3.2`],
  ],
  [
    "no version",
    pets.replace("openapi: 3.1.0\n", ""),
    ['1:1 error `openapi` is missing: write a version, as in `openapi: "3.1.0"`'],
  ],
])(
  "a document that is %s is refused with its place, and nothing is written",
  async (_, document, want) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "api.yaml"), document);
    const { code, stdout, stderr } = await sdkwright(folder, ["generate", "api.yaml"]);
    expect(stderr.trimEnd().split("\n")).toEqual(want.map((line) => `api.yaml:${line}`));
    expect([code, stdout]).toEqual([1, "nothing was written\n"]);
    expect(readdirSync(folder)).toEqual(["api.yaml"]);
  },
);

it.each([
  ["an anchor that is set again", `${pets}x-a: &a 1\nx-b: &a 2\nx-c: *a\n`],
  ["a directive", `%YAML 1.2\n---\n${pets}`],
  ["an end", `${pets}...\n`],
  ["a line that is very long", `${pets}x-a: ${"y".repeat(1_000_000)}\n`],
  ["half a character, written as an escape", pets.replace("Pets", '"P\\ud800ets"')],
  [
    "a schema that is empty",
    `${pets}components:\n  schemas:\n    A:\n    B: { properties: { a: } }\n`,
    ['10:5 warning "A" is null: write an object', '11:24 warning "a" is null: write an object'],
  ],
  ["a date", `${pets}x-a: 2001-12-14t21:59:43.10-05:00\n`],
  [
    "names of the language's own",
    `${pets}__proto__: { polluted: true }\n`,
    [
      '8:1 warning unknown key "__proto__" in the document is ignored: remove it, or rename it to "x-__proto__"',
    ],
  ],
])("a document with %s is taken as it is", async (_, document, lines = []) => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "api.yaml"), document);
  const { code, stderr } = await sdkwright(folder, ["generate", "api.yaml"]);
  expect([code, stderr]).toEqual([0, lines.map((line) => `api.yaml:${line}\n`).join("")]);
});

it.each([
  ["YAML", pets],
  ["JSON", `${json}}`],
])("a byte order mark before %s is no fault", async (_, document) => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "api.yaml"), `\ufeff${document}`);
  const { code, stderr } = await sdkwright(folder, ["generate", "api.yaml"]);
  expect([code, stderr]).toEqual([0, ""]);
});
