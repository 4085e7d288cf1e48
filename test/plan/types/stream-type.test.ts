import { expect, it } from "vitest";
import { streamItemType, streamType } from "../../../generator/plan/types/stream-type.js";
import { typeText } from "../../../generator/plan/types/type-text.js";
import { typesOf } from "../../../generator/plan/types/types.js";
import type { JsonObject } from "../../../generator/read/document/document.js";
import { modelOf, operationOf } from "../../model/documents.js";

const name = (value: string) => ({ type: "string", const: value });
const event = (value: string) => ({
  type: "object",
  required: ["event"],
  properties: { event: name(value), data: { type: "string" } },
});
const closed = { "x-speakeasy-unknown-values": "disallow" };
const lines = "application/jsonl";

/** The type of the stream that a response describes, as code. */
function printed(contentType: string, schema: JsonObject): string {
  const document: JsonObject = {
    paths: {
      "/chat": {
        get: { responses: { 200: { description: "", content: { [contentType]: { schema } } } } },
      },
    },
    components: { schemas: { Part: { type: "object", properties: {} } } },
  };
  const stream = operationOf(document).success[0]?.content?.stream;
  if (!stream) throw new Error("the response is no stream");
  const type = streamType(streamItemType(stream, typesOf(modelOf(document))));
  const names = { model: (key: string) => `<${key}>`, file: () => "File" };
  return typeText(type, { ...names, streams: (each) => each });
}

it.each<[given: string, contentType: string, schema: JsonObject, want: string]>([
  ["a named line", lines, { $ref: "#/components/schemas/Part" }, "EventStream<<Part>>"],
  ["lines of a list", lines, { type: "array", items: { type: "integer" } }, "EventStream<number>"],
  ["lines of any value", lines, {}, "EventStream<unknown>"],
  [
    "events with names",
    "text/event-stream",
    { oneOf: [event("a"), event("b")] },
    'EventStream<{ event: "a"; data?: string } | { event: "b"; data?: string } | UnknownEvent>',
  ],
  [
    "events with no other names",
    "text/event-stream",
    { oneOf: [event("a"), event("b")], ...closed },
    'EventStream<{ event: "a"; data?: string } | { event: "b"; data?: string }>',
  ],
])("the type of %s", (_, contentType, schema, want) => {
  expect(printed(contentType, schema)).toBe(want);
});
