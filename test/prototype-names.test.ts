import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { generate } from "../generator/generate.js";
import { temporaryFolder } from "./temporary-folder.js";

const words = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty"];

/** A document that calls everything that has a name by the same one. */
function documentOf(word: string): object {
  const text = { type: "string" };
  const ref = { $ref: `#/components/schemas/${word}` };
  const content = {
    "application/json": { schema: ref, examples: { [word]: { value: { [word]: "a" } } } },
  };
  const told = { allOf: [ref], properties: { kind: { type: "string" } }, required: ["kind"] };
  return {
    openapi: "3.1.0",
    info: { title: "A", version: "1", [`x-${word}`]: word },
    tags: [{ name: word, description: `Of ${word}.` }],
    servers: [{ url: `https://{${word}}.example.com`, variables: { [word]: { default: "api" } } }],
    security: [{ [word]: [] }],
    paths: {
      [`/${word}/{${word}}`]: {
        post: {
          operationId: word,
          tags: [word],
          parameters: [
            { in: "path", name: word, required: true, schema: text },
            { in: "query", name: word, schema: { type: "string", enum: [word, "other"] } },
            { in: "header", name: word, schema: text },
            { in: "cookie", name: word, schema: text },
          ],
          requestBody: { required: true, content },
          responses: {
            200: {
              description: "Done.",
              headers: { [word]: { schema: text } },
              content,
              links: { [word]: { operationId: word } },
            },
            404: {
              description: "None.",
              content: { "application/json": { schema: { $ref: "#/components/schemas/Told" } } },
            },
          },
          callbacks: { [word]: { [`{$request.body#/${word}}`]: { post: { responses: {} } } } },
        },
      },
    },
    components: {
      schemas: {
        [word]: {
          type: "object",
          properties: { [word]: text },
          required: [word],
          additionalProperties: ref,
        },
        Told: {
          oneOf: [{ $ref: "#/components/schemas/One" }],
          discriminator: { propertyName: "kind", mapping: { [word]: "#/components/schemas/One" } },
        },
        One: told,
      },
      securitySchemes: { [word]: { type: "apiKey", in: "header", name: word } },
      examples: { [word]: { value: word } },
    },
  };
}

/** What programs can depend on. */
function linesWith(word: string): string[] {
  return [
    `  server: "https://{${word}}.example.com"`,
    `  argument ${word}: string`,
    `  argument query_${word}?: "${word}" | "other"`,
    `  argument header_${word}?: string`,
    `  argument cookie_${word}?: string`,
    `  header ${word.toLowerCase()}?: string; with: [200]`,
    `  field ${word}: string`,
    `  field kind: "${word}"`,
  ];
}

const before = Object.getOwnPropertyNames(Object.prototype).sort();

afterEach(() => {
  expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(before);
  expect(({} as { kind?: unknown }).kind).toBeUndefined();
});

describe("names of members of every object are data", () => {
  it.each(words)("%s", async (word) => {
    const input = join(temporaryFolder(), "api.json");
    writeFileSync(input, JSON.stringify(documentOf(word)));
    const { files, problems } = await generate(input, {});
    expect(problems).toEqual([]);
    const textOf = (path: RegExp) =>
      (files ?? []).flatMap((file) => (path.test(file.path) ? [file.text] : [])).join("\n");
    const report = textOf(/^api-report\.md$/).split("\n");
    expect(report).toEqual(expect.arrayContaining(linesWith(word)));
    // The path parameter of the request, and the property of each model.
    const types = textOf(/^src\/(models|operations\/.*)\.ts$/);
    expect(types).toMatch(new RegExp(`^ *${word}: string;$`, "m"));
    expect(textOf(/^docs\/sdks\//)).toContain(`Of ${word}.`);
  });
});
