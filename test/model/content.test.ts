import { describe, expect, it } from "vitest";
import type { BodyFormat } from "../../generator/model/api/payload.js";
import type { Example } from "../../generator/model/api/schema.js";
import {
  contentIn,
  contentsIn,
  exampleIn,
  examplesIn,
  isJson,
} from "../../generator/model/content.js";
import type { Json, JsonObject } from "../../generator/read/document/document.js";
import { anything, readingOf, schema, text } from "./documents.js";

describe("a content type is JSON", () => {
  it.each([
    "application/json",
    "application/json; charset=utf-8",
    "Application/JSON;charset=utf-8",
    " application/json ",
    "application/problem+json",
    "application/vnd.api+json; version=1",
    "text/json",
    "*/*",
    "application/*",
  ])("%s", (contentType) => {
    expect(isJson(contentType)).toBe(true);
  });

  it.each([
    "application/jsonlines",
    "application/x-ndjson",
    "application/xml",
    "text/plain",
    "text/*",
    "multipart/form-data",
    "text/plain; profile=application/json",
    "text/plain;a=b+json",
    "",
  ])("and %j is not", (contentType) => {
    expect(isJson(contentType)).toBe(false);
  });
});

describe("how a content type is written and read", () => {
  it.each<[contentType: string, format: BodyFormat]>([
    ["application/json; charset=utf-8", "json"],
    ["application/merge-patch+json", "json"],
    ["application/x-www-form-urlencoded", "form"],
    ["Application/X-WWW-Form-Urlencoded; charset=utf-8", "form"],
    ["multipart/form-data", "multipart"],
    ["Multipart/Mixed; boundary=a", "multipart"],
    ["text/plain", "text"],
    [" Text/CSV; charset=utf-8", "text"],
    ["text/event-stream", "text"],
    ["application/xml", "text"],
    ["image/svg+xml", "text"],
    ["application/yaml", "text"],
    ["application/x-ndjson", "text"],
    ["application/jsonl", "text"],
    ["application/jwt", "text"],
    ["application/octet-stream", "binary"],
    ["application/pdf", "binary"],
    ["image/png", "binary"],
    ["image/*", "binary"],
    ["application/vnd.openxmlformats-officedocument.wordprocessingml.document", "binary"],
    ["application/thing", "binary"],
  ])("%s: %s", (contentType, format) => {
    const { reading, root } = readingOf({ content: { [contentType]: {} } });
    expect(contentIn(reading, root)?.format).toBe(format);
  });

  it.each<[contentType: string, schema: JsonObject, format: BodyFormat]>([
    ["*/*", { type: "object" }, "json"],
    ["*/*", { type: "string", format: "binary" }, "binary"],
    ["application/*", { type: "string", format: "binary" }, "binary"],
    ["application/json", { type: "string", format: "binary" }, "binary"],
    ["text/csv", { type: "string", format: "binary" }, "binary"],
    ["multipart/form-data", { type: "string", format: "binary" }, "multipart"],
  ])("%s of %j: %s", (contentType, given, format) => {
    const { reading, root } = readingOf({ content: { [contentType]: { schema: given } } });
    expect(contentIn(reading, root)?.format).toBe(format);
  });
});

const words = { schema: { type: "string" } };
const number = { schema: { type: "number" } };

describe("the contents that can be chosen, the default first, are", () => {
  it.each<[name: string, given: JsonObject, want: readonly string[]]>([
    [
      "each media type",
      { "image/png": {}, "text/csv": words, "application/json": words, "application/xml": words },
      ["application/json", "image/png", "text/csv", "application/xml"],
    ],
    [
      "JSON types of other names",
      { "application/json": words, "application/vnd.a+json": words },
      ["application/json", "application/vnd.a+json"],
    ],
    [
      "JSON once, however often it is offered for the same schema",
      {
        "text/json": words,
        "application/json": words,
        "application/*+json": words,
        "application/json;v=2": words,
      },
      ["application/json"],
    ],
    [
      "JSON of different schemas",
      { "application/json;v=1": words, "application/json;v=2": number, "text/json": number },
      ["application/json;v=1", "application/json;v=2"],
    ],
  ])("%s", (_, given, want) => {
    const { reading, root } = readingOf({ content: given });
    expect(contentsIn(reading, root).map(({ contentType }) => contentType)).toEqual(want);
  });

  it("bytes, if JSON refers to them", () => {
    const { reading } = readingOf({
      components: { schemas: { File: { type: "string", format: "binary" } } },
    });
    const schema = { $ref: "#/components/schemas/File" };
    const place = { node: { content: { "application/json": { schema } } }, pointer: "" };
    expect(contentIn(reading, place)?.format).toBe("binary");
  });
});

describe("the content that is chosen of several", () => {
  it.each<[name: string, row: { given: Json; want: string | null }]>([
    ["none", { given: {}, want: null }],
    ["nothing that is an object", { given: { "application/json": null }, want: null }],
    ["the only one", { given: { "text/csv": words }, want: "text/csv" }],
    ["JSON", { given: { "text/csv": words, "application/json": words }, want: "application/json" }],
    [
      "the first that is JSON",
      {
        given: { "text/csv": {}, "application/hal+json": {}, "application/json": {} },
        want: "application/hal+json",
      },
    ],
    ["text", { given: { "image/png": {}, "text/csv": words, "a/b": {} }, want: "text/csv" }],
    ["the first", { given: { "image/png": {}, "a/b": {} }, want: "image/png" }],
    ["no extension", { given: { "x-note": {}, "a/b": {} }, want: "a/b" }],
    [
      "as it is written",
      { given: { "Application/JSON; charset=utf-8": {} }, want: "Application/JSON; charset=utf-8" },
    ],
  ])("%s", (_, { given, want }) => {
    const { reading, root } = readingOf({ content: given });
    expect(contentIn(reading, root)?.contentType ?? null).toBe(want);
  });

  it("has a schema and an example", () => {
    const { reading, root } = readingOf({ content: { "text/plain": { ...words, example: "a" } } });
    expect(contentIn(reading, root)).toEqual({
      contentType: "text/plain",
      format: "text",
      schema: text,
      example: { value: "a" },
      examples: [],
      stream: null,
      place: { node: { ...words, example: "a" }, pointer: "/content/text~1plain" },
    });
  });

  it("takes its example from its schema if it has none", () => {
    const media = { schema: { type: "string", example: "a" } };
    const { reading, root } = readingOf({ content: { "text/plain": media } });
    const example = { value: "a" };
    expect(contentIn(reading, root)).toEqual({
      contentType: "text/plain",
      format: "text",
      schema: schema({ kind: "scalar", type: "string", format: null }, { example }),
      example,
      examples: [],
      stream: null,
      place: { node: media, pointer: "/content/text~1plain" },
    });
  });

  it("may be anything", () => {
    const { reading, root } = readingOf({ content: { "application/json": {} } });
    expect(contentIn(reading, root)?.schema).toEqual(anything);
  });
});

describe("an example", () => {
  it.each<[name: string, row: { given: JsonObject; want: Example | null }]>([
    ["is not given", { given: {}, want: null }],
    ["is given", { given: { example: [1] }, want: { value: [1] } }],
    ["is null", { given: { example: null }, want: { value: null } }],
    [
      "is the first of the named ones",
      { given: { examples: { a: { value: 1 }, b: { value: 2 } } }, want: { value: 1 } },
    ],
    [
      "is the first of the named ones that has a value",
      {
        given: { examples: { a: { externalValue: "https://a.example" }, b: { value: null } } },
        want: { value: null },
      },
    ],
    [
      "is a reference",
      { given: { examples: { a: { $ref: "#/components/examples/A" } } }, want: { value: "A" } },
    ],
    [
      "takes precedence over the named ones",
      { given: { example: 0, examples: { a: { value: 1 } } }, want: { value: 0 } },
    ],
  ])("%s", (_, { given, want }) => {
    const { reading } = readingOf({ components: { examples: { A: { value: "A" } } } });
    expect(exampleIn(reading, { node: given, pointer: "/p" })).toEqual(want);
  });
});

describe("named examples", () => {
  it("have their values if the document lists them", () => {
    const { reading } = readingOf({ components: { examples: { A: { dataValue: "A" } } } });
    const examples = {
      a: { $ref: "#/components/examples/A" },
      b: { externalValue: "https://a.example" },
      c: { summary: "Nothing", value: null },
    };
    expect(examplesIn(reading, { node: { examples }, pointer: "/p" })).toEqual([
      { name: "a", summary: null, value: "A" },
      { name: "c", summary: "Nothing", value: null },
    ]);
  });
});

describe("a sequence of items", () => {
  it.each<[contentType: string, format: BodyFormat]>([
    ["application/jsonl", "text"],
    ["text/event-stream", "text"],
    ["application/json-seq", "text"],
    ["application/vnd.things", "text"],
    ["multipart/mixed", "binary"],
  ])("%s is %s, and a list of them", (contentType, format) => {
    const { reading, root } = readingOf({
      content: { [contentType]: { itemSchema: { type: "string" } } },
    });
    expect(contentIn(reading, root)).toMatchObject({
      format,
      schema: schema({ kind: "array", items: text }),
    });
  });
});
