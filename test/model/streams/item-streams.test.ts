import { describe, expect, it } from "vitest";
import type { ItemStream } from "../../../generator/model/api/payload.js";
import type { Json, JsonObject } from "../../../generator/read/document/document.js";
import { operationOf, schema } from "../documents.js";

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

  it("has fields next to its alternatives (OpenAPI 3.2, 4.14.4)", () => {
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
