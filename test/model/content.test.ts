import { describe, expect, it } from "vitest";
import type { BodyFormat, ItemStream } from "../../generator/model/api/payload.js";
import type { Example } from "../../generator/model/api/schema.js";
import {
  contentIn,
  contentsIn,
  exampleIn,
  examplesIn,
  isJson,
} from "../../generator/model/content.js";
import type { Json, JsonObject } from "../../generator/read/document/document.js";
import { anything, operationOf, readingOf, schema, text } from "./documents.js";

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

const named = (name: string) => schema({ kind: "named", name });

/** The stream of an operation's only success. */
function streamIn(contentType: string, media: JsonObject, schemas: JsonObject = {}) {
  const { success } = operationOf({
    components: { schemas },
    paths: {
      "/chat": {
        post: { responses: { 200: { description: "", content: { [contentType]: media } } } },
      },
    },
  });
  return success[0]?.content?.stream ?? null;
}

const delta = { type: "object", properties: { text: { type: "string" } } };
const chunk = { $ref: "#/components/schemas/Chunk" };
const schemas = { Chunk: delta };

describe("the format of a stream", () => {
  it.each<[contentType: string, format: ItemStream["format"] | undefined]>([
    ["text/event-stream", "events"],
    ["Text/Event-Stream; charset=utf-8", "events"],
    ["application/jsonl", "jsonLines"],
    ["application/x-ndjson", "jsonLines"],
    ["application/ndjson", "jsonLines"],
    ["application/x-jsonlines", "jsonLines"],
    ["application/vnd.acme.log+jsonl", "jsonLines"],
    ["application/json-lines", "jsonLines"],
    ["text/jsonl", "jsonLines"],
    ["application/stream+json", "jsonLines"],
    ["application/x-json-stream", "jsonLines"],
    ["application/json-seq", "jsonSequence"],
    ["application/geo+json-seq", "jsonSequence"],
    ["application/json", undefined],
    ["application/hal+json", undefined],
    ["text/plain", undefined],
    ["multipart/mixed", undefined],
  ])("%s: %s", (contentType, format) => {
    expect(streamIn(contentType, {})?.format).toBe(format);
  });

  it("of bytes is none", () => {
    const media = { schema: { type: "string", format: "binary" } };
    expect(streamIn("text/event-stream", media)).toBeNull();
  });
});

describe("the item of a line", () => {
  it.each<[name: string, media: JsonObject]>([
    ["itemSchema", { itemSchema: chunk }],
    ["itemSchema beside the schema of the whole", { itemSchema: chunk, schema: { type: "array" } }],
    ["the items of a list", { schema: { type: "array", items: chunk } }],
    ["the schema", { schema: chunk }],
  ])("is %s", (_, media) => {
    expect(streamIn("application/jsonl", media, schemas)?.item).toEqual(named("Chunk"));
  });

  it("is any value if the document describes a text", () => {
    const stream = streamIn("application/jsonl", { schema: { type: "string" } });
    expect(stream?.item).toEqual(schema({ kind: "unknown" }));
  });
});

/** The fields of an event, in the order of the document. */
function fieldsOf(stream: ItemStream | null) {
  const { item } = stream ?? {};
  return item?.kind === "object"
    ? item.fields.map(({ name, required, schema: type }) => [
        required ? name : `${name}?`,
        type.kind === "named" ? type.name : type.kind,
      ])
    : item?.kind;
}

describe("an event of which the data is described", () => {
  const inSchema = (data: Json) => streamIn("text/event-stream", { schema: data }, schemas);

  it("has the four fields", () => {
    expect(fieldsOf(inSchema(chunk))).toEqual([
      ["data", "Chunk"],
      ["event?", "scalar"],
      ["id?", "scalar"],
      ["retry?", "scalar"],
    ]);
  });

  it.each<[data: Json, format: ItemStream["events"][number]["data"]]>([
    [chunk, "json"],
    [{ type: "string" }, "text"],
    [{ type: "integer" }, "json"],
    [{ type: ["string", "object"] }, "any"],
    [{ enum: ["a", "b"] }, "text"],
    [{ const: 1 }, "json"],
    [{ oneOf: [chunk, { type: "object" }] }, "json"],
    [{ oneOf: [chunk, { type: "string" }] }, "any"],
    [{ allOf: [chunk, { description: "A chunk." }] }, "json"],
    [{ type: "string", contentMediaType: "application/json" }, "json"],
    [{}, "any"],
  ])("%j is written as %s", (data, format) => {
    expect(inSchema(data)?.events).toEqual([{ name: null, data: format, isDataRequired: true }]);
  });

  it("can have a property that is named like a field, among others", () => {
    const data = { type: "object", properties: { data: { type: "string" }, total: {} } };
    expect(fieldsOf(inSchema(data))).toContainEqual(["data", "object"]);
  });

  it("is open to all names", () => {
    expect(inSchema(chunk)?.isOpen).toBe(false);
  });
});

describe("an event that the document describes itself", () => {
  const event = (name: string, data: Json) => ({
    type: "object",
    required: ["event", "data"],
    properties: { event: { const: name }, data },
  });

  it("is a named schema", () => {
    const stream = streamIn(
      "text/event-stream",
      { itemSchema: { $ref: "#/components/schemas/ChatEvent" } },
      {
        ...schemas,
        ChatEvent: { oneOf: [event("delta", chunk), event("note", { type: "string" })] },
      },
    );
    expect(stream?.item).toEqual(named("ChatEvent"));
    expect(stream?.events).toEqual([
      { name: "delta", data: "json", isDataRequired: true },
      { name: "note", data: "text", isDataRequired: true },
    ]);
    expect(stream?.isOpen).toBe(true);
  });

  it("can be closed", () => {
    const itemSchema = { ...event("delta", chunk), "x-speakeasy-unknown-values": "disallow" };
    expect(streamIn("text/event-stream", { itemSchema }, schemas)?.isOpen).toBe(false);
  });

  it("has the names of an enum", () => {
    const itemSchema = {
      type: "object",
      properties: { event: { enum: ["a", "b"] }, data: { type: "string" } },
    };
    expect(streamIn("text/event-stream", { itemSchema })?.events).toEqual([
      { name: "a", data: "text", isDataRequired: false },
      { name: "b", data: "text", isDataRequired: false },
    ]);
  });

  it("has JSON in a text, whose schema is that of the data", () => {
    const itemSchema = event("delta", {
      type: "string",
      contentMediaType: "application/json",
      contentSchema: chunk,
    });
    const stream = streamIn("text/event-stream", { itemSchema }, schemas);
    expect(fieldsOf(stream)).toEqual([
      ["event", "enum"],
      ["data", "Chunk"],
    ]);
    expect(stream?.events).toEqual([{ name: "delta", data: "json", isDataRequired: true }]);
  });

  it("has fields beside its alternatives (OpenAPI 3.2, 4.14.4)", () => {
    const itemSchema = {
      type: "object",
      required: ["event"],
      properties: {
        event: { type: "string" },
        data: { type: "string" },
        retry: { type: "integer" },
      },
      oneOf: [
        { properties: { event: { const: "addString" } } },
        {
          properties: {
            event: { const: "addJson" },
            data: { contentMediaType: "application/json", contentSchema: chunk },
          },
        },
      ],
    };
    const stream = streamIn("text/event-stream", { itemSchema }, schemas);
    const members = stream?.item.kind === "union" ? stream.item.members : [];
    expect(members.map((item) => stream && fieldsOf({ ...stream, item }))).toEqual([
      [
        ["event", "enum"],
        ["data?", "scalar"],
        ["retry?", "scalar"],
      ],
      [
        ["event", "enum"],
        ["data?", "Chunk"],
        ["retry?", "scalar"],
      ],
    ]);
    expect(stream?.events).toEqual([
      { name: "addString", data: "text", isDataRequired: false },
      { name: "addJson", data: "json", isDataRequired: false },
    ]);
  });
});

describe("the sentinel", () => {
  it("is that of x-speakeasy-sse-sentinel", () => {
    const media = { schema: chunk, "x-speakeasy-sse-sentinel": "[DONE]" };
    expect(streamIn("text/event-stream", media, schemas)?.sentinel).toBe("[DONE]");
    expect(streamIn("text/event-stream", { schema: chunk }, schemas)?.sentinel).toBeNull();
  });
});
