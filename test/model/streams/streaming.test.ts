import { describe, expect, it } from "vitest";
import { apiFrom } from "../../../generator/model/model.js";
import type { StreamingSetting } from "../../../generator/model/streams/settings.js";
import type { JsonObject } from "../../../generator/read/document/document.js";
import { schema } from "../documents.js";

const answer = { "application/json": { schema: { type: "object" } } };
const events = { "text/event-stream": { schema: { type: "string" } } };

/** The operation `chat` of a document, and the warnings about it. */
function chatOf(operation: JsonObject, streaming?: StreamingSetting, content: JsonObject = {}) {
  const field = (type: string) => ({ type });
  const properties = { stream: field("boolean"), live: field("boolean"), name: field("string") };
  const { operations, problems } = apiFrom(
    {
      openapi: "3.1.0",
      info: { title: "Chat", version: "1" },
      paths: {
        "/chat": {
          post: {
            operationId: "chat",
            requestBody: {
              content: { "application/json": { schema: { type: "object", properties } } },
            },
            responses: { 200: { description: "", content: { ...answer, ...events, ...content } } },
            ...operation,
          },
        },
      },
      components: { schemas: { Chunk: { type: "object" } } },
    },
    { streaming },
  );
  const chat = operations[0];
  const { content: first, alternatives = [] } = chat?.success[0] ?? {};
  const stream = alternatives.find((each) => each.stream)?.stream;
  const contents = [first, ...alternatives].map((each) => each?.contentType);
  return {
    contents,
    field: chat?.streamField,
    stream,
    warnings: problems.map(({ message }) => message),
  };
}

const fern = { "x-fern-streaming": { format: "sse", "stream-condition": "$request.live" } };
const rule = (chat: NonNullable<StreamingSetting["operations"]>[string]) => ({
  operations: { chat },
});

describe("the field that chooses the stream", () => {
  it.each<[name: string, operation: JsonObject, setting: StreamingSetting, want: string | null]>([
    ["stream", {}, {}, "stream"],
    ["none", { "x-speakeasy-sse-overload": false }, {}, null],
    ["that of x-fern-streaming", fern, {}, "live"],
    ["that of Speakeasy", { "x-speakeasy-stream-request-field": "live" }, {}, "live"],
    [
      "with its place",
      { "x-fern-streaming": { "stream-condition": "$request.body.live" } },
      {},
      "live",
    ],
    ["that of the settings", {}, { field: "live" }, "live"],
    ["none, as the settings say", {}, { field: false }, null],
    ["that of the document before the settings for all", fern, { field: "stream" }, "live"],
    ["that of the settings for the operation", fern, rule({ field: "stream" }), "stream"],
    ["none, as the settings for the operation say", fern, rule({ field: false }), null],
  ])("is %s", (_, operation, setting, want) => {
    expect(chatOf(operation, setting)).toMatchObject({ field: want, warnings: [] });
  });
});

describe("the sentinel", () => {
  const own = {
    "text/event-stream": { ...events["text/event-stream"], "x-speakeasy-sse-sentinel": "OWN" },
  };
  it.each<[setting: StreamingSetting, content: JsonObject, want: string | null]>([
    [{}, {}, null],
    [{}, own, "OWN"],
    [{ sentinel: "ALL" }, {}, "ALL"],
    [{ sentinel: "ALL" }, own, "OWN"],
    [rule({ sentinel: "RULE" }), own, "RULE"],
  ])("with %j is that of the operation, the document or all", (setting, content, want) => {
    expect(chatOf({}, setting, content).stream?.sentinel).toBe(want);
  });
});

it("the items are those of the settings", () => {
  const { stream, warnings } = chatOf({}, rule({ item: "#/components/schemas/Chunk" }));
  expect(stream?.item).toMatchObject({
    kind: "object",
    fields: [
      { name: "data", schema: schema({ kind: "named", name: "Chunk" }) },
      { name: "event" },
      { name: "id" },
      { name: "retry" },
    ],
  });
  expect(stream?.events).toEqual([{ name: null, data: "json", isDataRequired: true }]);
  expect(warnings).toEqual([]);
});

it.each<[format: "events" | "jsonLines" | undefined, contentType: string]>([
  [undefined, "text/event-stream"],
  ["jsonLines", "application/jsonl"],
])("a stream that isn't documented is one of %s", (format, contentType) => {
  const operation = { responses: { 200: { description: "", content: answer } } };
  const setting = rule({ item: "#/components/schemas/Chunk", format, sentinel: "END" });
  const { contents, stream, warnings } = chatOf(operation, setting);
  expect(contents).toEqual(["application/json", contentType]);
  expect(stream?.sentinel).toBe("END");
  expect(warnings).toEqual([]);
});

describe("a warning", () => {
  const whole = { responses: { 200: { description: "", content: answer } } };
  it.each<[name: string, operation: JsonObject, setting: StreamingSetting, want: string]>([
    [
      "names an operation that doesn't exist",
      {},
      { operations: { talk: {} } },
      'the setting `streaming` names "talk", but no operation has this operationId.',
    ],
    [
      "says that there is no stream",
      whole,
      rule({ sentinel: "END" }),
      "the setting `streaming` doesn't fit chat: no success has a media type of a stream, such as text/event-stream.",
    ],
    [
      "names the extension",
      { ...whole, "x-scalar-streaming": "sse" },
      {},
      "x-scalar-streaming doesn't fit chat: no success has a media type of a stream, such as text/event-stream.",
    ],
    [
      "names the missing schema",
      {},
      rule({ item: "#/components/schemas/Piece" }),
      "the setting `streaming` doesn't fit chat: nothing is at #/components/schemas/Piece.",
    ],
    [
      "names the missing field",
      { "x-fern-streaming": { "stream-condition": "$request.isLive" } },
      {},
      'x-fern-streaming doesn\'t fit chat: the request has no field "isLive".',
    ],
    [
      "names the field that is no switch",
      {},
      rule({ field: "name" }),
      "the setting `streaming` doesn't fit chat: the field \"name\" can't be true.",
    ],
  ])("%s", (_, operation, setting, want) => {
    expect(chatOf(operation, setting).warnings).toEqual([want]);
  });
});
