import { expect, it } from "vitest";
import type { JsonObject } from "../../generator/read/document/document.js";
import { json } from "../plan/blueprint.js";
import { changesBetween } from "./documents.js";

const text = { type: "string" };
const answer = { type: "object", properties: { text } };
const chunk = { type: "object", required: ["delta"], properties: { delta: text } };

/** A document with one operation, `chat.ask`, that returns these media types. */
function asking(
  content: JsonObject,
  fields: JsonObject = {},
  operation: JsonObject = {},
): JsonObject {
  const flag = { type: "boolean" };
  const properties = { stream: flag, live: flag, ...fields };
  const post = {
    operationId: "ask",
    tags: ["chat"],
    requestBody: json({ type: "object", properties }),
    responses: { "200": { description: "", content } },
    ...operation,
  };
  return { paths: { "/chat": { post } } };
}

const whole = { "application/json": { schema: answer } };
const events = (itemSchema: JsonObject) => ({ "text/event-stream": { itemSchema } });
const ofData = (data: JsonObject) =>
  events({ type: "object", required: ["data"], properties: { data } });
const both = { ...whole, ...ofData(chunk) };
const named = (...names: string[]) =>
  events({
    oneOf: names.map((name) => ({
      type: "object",
      required: ["event", "data"],
      properties: { event: { const: name }, data: chunk },
    })),
  });
const live = { "x-fern-streaming": { "stream-condition": "$request.live" } };
const off = { "x-speakeasy-sse-overload": false };
const byDefault = { stream: { type: "boolean", default: true } };

it.each<[name: string, old: JsonObject, next: JsonObject, want: readonly string[]]>([
  ["the same", asking(both), asking(both), []],
  [
    "new beside another result",
    asking(whole),
    asking(both),
    ["additive operation chat.ask: it returns a stream with stream: true"],
  ],
  [
    "gone",
    asking(both),
    asking(whole),
    [
      "breaking operation chat.ask: it no longer returns a stream with stream: true: programs that read it no longer compile",
    ],
  ],
  [
    "gone, with another result instead",
    asking(ofData(chunk)),
    asking(whole),
    [
      "breaking operation chat.ask: result 200 is object instead of EventStream: programs receive another type than they expect",
    ],
  ],
  [
    "chosen by another field",
    asking(both),
    asking(both, {}, live),
    [
      "breaking operation chat.ask: it returns a stream with live: true instead of stream: true: calls receive another result than they expect",
    ],
  ],
  [
    "no longer chosen",
    asking(both),
    asking(both, {}, off),
    [
      "breaking operation chat.ask: it no longer returns a stream with stream: true: programs that read it no longer compile",
      "additive operation chat.ask: argument options.accept is new",
      'additive operation chat.ask: field options.accept["text/event-stream"] is new',
    ],
  ],
  [
    "returned by default",
    asking(both),
    asking(both, byDefault),
    [
      "breaking operation chat.ask: it returns a stream with stream: true, the default instead of stream: true: calls receive another result than they expect",
      "info operation chat.ask: argument stream now has the documented default true",
    ],
  ],
  [
    "of lines instead of events",
    asking(ofData(chunk)),
    asking({ "application/jsonl": { itemSchema: chunk } }),
    [
      "breaking operation chat.ask: field stream[].data is removed: programs that read it no longer compile",
      "additive operation chat.ask: field stream[].delta is new and required",
    ],
  ],
  [
    "of items that lose a field",
    asking(ofData(chunk)),
    asking(ofData({ ...chunk, required: [], properties: { text } })),
    [
      "breaking operation chat.ask: field stream[].data.delta is removed: programs that read it no longer compile",
      "additive operation chat.ask: field stream[].data.text is new",
    ],
  ],
  [
    "of items of another type",
    asking(ofData(text)),
    asking(ofData({ type: "integer" })),
    [
      "breaking operation chat.ask: field stream[].data is number instead of string: programs receive another type than they expect",
    ],
  ],
  [
    "of one name of event more",
    asking(named("a", "b")),
    asking(named("a", "b", "c")),
    [
      'breaking operation chat.ask: an item of its stream may now be { event: "c"; data: { delta: string } }: programs may receive a value that they don\'t expect',
    ],
  ],
  [
    "of one name of event less",
    asking(named("a", "b", "c")),
    asking(named("a", "b")),
    [
      'breaking operation chat.ask: an item of its stream is no longer { event: "c"; data: { delta: string } }: programs that ask for it no longer compile',
    ],
  ],
])("a stream that is %s", (_, old, next, want) => {
  expect(changesBetween(old, next)).toEqual(want);
});
