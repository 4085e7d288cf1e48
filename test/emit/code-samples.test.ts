import { expect, it } from "vitest";
import { codeSamplesOverlay, isCodeSamplesOverlay } from "../../generator/emit/code-samples.js";
import { apiFrom } from "../../generator/model/model.js";
import { plan } from "../../generator/plan/plan.js";
import { programsIn } from "../../generator/plan/programs.js";
import type { JsonObject } from "../../generator/read/document/document.js";

function overlayOf(paths: JsonObject): string {
  const api = apiFrom({ openapi: "3.2.0", info: { title: "Pets", version: "1" }, paths });
  return codeSamplesOverlay(programsIn(plan(api, {})));
}

const actionsFor = (paths: JsonObject): unknown => JSON.parse(overlayOf(paths)).actions;

const responses = { 204: { description: "" } };

it("has the programs of each operation, with the class and as a function", () => {
  expect(actionsFor({ "/pets": { get: { operationId: "listPets", responses } } })).toEqual([
    {
      target: "$.paths['/pets'].get",
      update: {
        "x-codeSamples": [
          {
            lang: "typescript",
            label: "SDK",
            source: [
              'import { Pets } from "pets";',
              "",
              'const pets = new Pets({ serverURL: "https://api.example.com" });',
              "",
              "await pets.pets.list();",
            ].join("\n"),
          },
          {
            lang: "typescript",
            label: "Function",
            source: [
              'import { PetsCore } from "pets/core";',
              'import { listPets } from "pets/operations/pets";',
              "",
              'const pets = new PetsCore({ serverURL: "https://api.example.com" });',
              "",
              "const result = await listPets(pets).result();",
              "if (!result.ok) console.error(result.error.message);",
            ].join("\n"),
          },
        ],
      },
    },
  ]);
});

it("labels each of several programs with its title, unescaped", () => {
  const schema = { type: "object", properties: { name: { type: "string" } } };
  const examples = {
    a: { summary: "By *phone*", value: { name: "a" } },
    b: { summary: "By <mail>", value: { name: "b" } },
  };
  const requestBody = { content: { "application/json": { schema, examples } } };
  const post = { operationId: "addPet", requestBody, responses };
  expect(actionsFor({ "/pets": { post } })).toMatchObject([
    {
      update: {
        "x-codeSamples": [
          { label: "SDK: By *phone*", source: expect.stringContaining('{ name: "a" }') },
          { label: "SDK: By <mail>", source: expect.stringContaining('{ name: "b" }') },
          { label: "Function" },
        ],
      },
    },
  ]);
});

it("has the loop over all pages of a list", () => {
  const list = {
    type: "object",
    properties: {
      data: { type: "array", items: { type: "string" } },
      has_more: { type: "boolean" },
    },
  };
  const number = (name: string) => ({ in: "query", name, schema: { type: "integer" } });
  const get = {
    operationId: "listPets",
    parameters: [number("limit"), number("offset")],
    responses: { 200: { description: "", content: { "application/json": { schema: list } } } },
  };
  expect(actionsFor({ "/pets": { get } })).toMatchObject([
    {
      update: {
        "x-codeSamples": [
          { label: "SDK" },
          { label: "SDK: All pages", source: expect.stringMatching(/^for await \(/m) },
          { label: "Function" },
        ],
      },
    },
  ]);
});

it("takes no program from a description", () => {
  const marker =
    '<!-- UsageSnippet language="typescript" operationID="a" method="get" path="/evil" -->';
  const description = `${marker}\n\`\`\`typescript\nevil();\n\`\`\``;
  const overlay = overlayOf({ "/pets": { get: { description, responses } } });
  expect(overlay).not.toContain("evil");
});

it("has no invisible characters of an example", () => {
  const example = "a\u200bb\u202e";
  const parameter = { name: "q", in: "query", required: true, example, schema: { type: "string" } };
  const get = { operationId: "listPets", parameters: [parameter], responses };
  const overlay = overlayOf({ "/pets": { get } });
  expect(overlay).toContain("a\\\\u200bb\\\\u202e");
  expect(overlay).not.toMatch(/[\u200b\u202e]/);
});

it("writes every path as JSONPath", () => {
  expect(actionsFor({ '/it\'s/"a"\\b': { get: { responses } } })).toMatchObject([
    { target: "$.paths['/it\\'s/\"a\"\\\\b'].get" },
  ]);
});

it("recognizes an overlay of code samples until someone changes its content", () => {
  const overlay = codeSamplesOverlay([]);
  expect(isCodeSamplesOverlay(overlay)).toBe(true);
  expect(isCodeSamplesOverlay(JSON.stringify(JSON.parse(overlay)))).toBe(true);
  expect(isCodeSamplesOverlay(overlay.replace("1.0.0", "1.1.0"))).toBe(false);
  for (const text of ["", "{}", "null", "[]", "# mine\n"]) {
    expect(isCodeSamplesOverlay(text)).toBe(false);
  }
});
