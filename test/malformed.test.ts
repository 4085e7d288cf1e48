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
const utf8 = "1:1 error this is not UTF-8 text: save the document as UTF-8, and not compressed";

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
      "8:1 error this is not valid YAML: duplicated mapping key near `info: {}`: a key may stand once in an object; rename or remove one of them",
    ],
  ],
  [
    "a key twice in JSON",
    `${json},"info":{}}`,
    [
      '1:70 error this is not valid JSON or YAML: duplicated mapping key near `info":{}}`: a key may stand once in an object; rename or remove one of them',
    ],
  ],
  [
    "a web page",
    "<!DOCTYPE html><html></html>",
    ["1:1 error this looks like a web page: save the OpenAPI document itself, not a page"],
  ],
  ["nothing", "", [`1:1 error this is empty: ${object}`]],
  ["null", "null\n", [`1:1 error this holds null: ${object}`]],
  ["a list", "[1, 2]", [`1:1 error this holds an array: ${object}`]],
  ["a number", "42\n", [`1:1 error this holds a number: ${object}`]],
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
    ['1:1 error version "9.9.9" is not read: Swagger 2.0 and OpenAPI 3.0, 3.1 and 3.2 are read'],
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
    expect([code, stdout]).toEqual([1, "nothing is written\n"]);
    expect(readdirSync(folder)).toEqual(["api.yaml"]);
  },
);

it.each([
  ["YAML", pets],
  ["JSON", `${json}}`],
])("a byte order mark before %s is no fault", async (_, document) => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "api.yaml"), `\ufeff${document}`);
  const { code, stderr } = await sdkwright(folder, ["generate", "api.yaml"]);
  expect([code, stderr]).toEqual([0, ""]);
});
