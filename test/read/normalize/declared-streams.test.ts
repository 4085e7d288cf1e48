import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../../generator/read/document/document.js";
import { withDeclaredStreams } from "../../../generator/read/normalize/declared-streams.js";

const answer = { $ref: "#/components/schemas/Answer" };
const chunk = { $ref: "#/components/schemas/Chunk" };
const json = { "application/json": { schema: answer, example: { text: "Hello" } } };

/** The content of the operation's 200 afterwards. */
function contentOf(extension: JsonObject, content: JsonObject): Json {
  const operation = { ...extension, responses: { 200: { content }, 400: { content: json } } };
  const { paths } = withDeclaredStreams({ paths: { "/chat": { post: operation } } }) as {
    paths: { "/chat": { post: { responses: { 200: { content: Json }; 400: unknown } } } };
  };
  const { responses } = paths["/chat"].post;
  expect(responses[400]).toEqual({ content: json });
  return responses[200].content;
}

const fern = (value: Json) => ({ "x-fern-streaming": value });
const scalar = (value: Json) => ({ "x-scalar-streaming": value });
const choice = { "stream-condition": "$request.stream" };

describe("the content of an operation", () => {
  it.each<[name: string, extension: JsonObject, content: JsonObject, want: JsonObject]>([
    [
      "x-fern-streaming: true: the JSON is that of a line",
      fern(true),
      json,
      { "application/jsonl": { itemSchema: answer, example: { text: "Hello" } } },
    ],
    [
      "events: the JSON is that of an event",
      fern({ format: "sse", terminator: "[DONE]" }),
      { "application/json": { schema: chunk } },
      { "text/event-stream": { itemSchema: chunk, "x-speakeasy-sse-sentinel": "[DONE]" } },
    ],
    [
      "a choice, with a schema for each result",
      fern({ format: "sse", ...choice, response: answer, "response-stream": chunk }),
      { "application/json": { schema: {} } },
      { "application/json": { schema: answer }, "text/event-stream": { itemSchema: chunk } },
    ],
    [
      "a choice, with one schema for both",
      fern(choice),
      json,
      { ...json, "application/jsonl": { itemSchema: answer } },
    ],
    [
      "a documented stream keeps its media type",
      fern({ format: "sse", terminator: "END" }),
      { "application/x-ndjson": { schema: chunk } },
      { "application/x-ndjson": { schema: chunk, "x-speakeasy-sse-sentinel": "END" } },
    ],
    [
      "a documented stream has the items of the extension, and gets the other result",
      fern({ format: "sse", ...choice, response: answer, "response-stream": chunk }),
      { "text/event-stream": { schema: { type: "string" } } },
      { "application/json": { schema: answer }, "text/event-stream": { itemSchema: chunk } },
    ],
    ["x-fern-streaming: false", fern(false), json, json],
    ["a media type without JSON", fern(true), { "text/csv": {} }, { "text/csv": {} }],
    [
      "x-scalar-streaming: sse",
      scalar("sse"),
      { "application/json": { schema: chunk } },
      { "text/event-stream": { itemSchema: chunk } },
    ],
    [
      "x-scalar-streaming: jsonl",
      scalar("jsonl"),
      { "application/json": { schema: chunk } },
      { "application/jsonl": { itemSchema: chunk } },
    ],
    ["x-scalar-streaming with another value", scalar("xml"), json, json],
  ])("%s", (_, extension, content, want) => {
    expect(contentOf(extension, content)).toEqual(want);
  });
});

it("a referenced response is rewritten for this operation alone", () => {
  const components = { responses: { Ok: { content: json } } };
  const responses = { default: { $ref: "#/components/responses/Ok" } };
  const paths = { "/a": { get: { ...fern(true), responses }, post: { responses } } };
  const streamed = {
    content: { "application/jsonl": { itemSchema: answer, example: { text: "Hello" } } },
  };
  expect(withDeclaredStreams({ paths, components })).toEqual({
    components,
    paths: {
      "/a": { get: { ...fern(true), responses: { default: streamed } }, post: { responses } },
    },
  });
});

it("a response can declare its stream", () => {
  const stream = { ...scalar("sse"), content: { "application/json": { schema: chunk } } };
  const document = { components: { responses: { Ok: stream } } };
  expect(withDeclaredStreams(document)).toEqual({
    components: {
      responses: {
        Ok: { ...scalar("sse"), content: { "text/event-stream": { itemSchema: chunk } } },
      },
    },
  });
});

it("a path item among the components can declare streams", () => {
  const operation = (content: JsonObject) => ({
    ...fern(true),
    responses: { 200: { content } },
  });
  const pathItems = (content: JsonObject) => ({ A: { get: operation(content) } });
  const document = {
    components: { pathItems: pathItems({ "application/json": { schema: chunk } }) },
  };
  expect(withDeclaredStreams(document)).toEqual({
    components: { pathItems: pathItems({ "application/jsonl": { itemSchema: chunk } }) },
  });
});

it("a document without declarations is the same object", () => {
  const document = { paths: { "/a": { get: { responses: { 200: { content: json } } } } } };
  expect(withDeclaredStreams(document)).toBe(document);
});
