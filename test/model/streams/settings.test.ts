import { expect, it } from "vitest";
import { streamingProblem } from "../../../generator/model/streams/settings.js";

it.each<[value: unknown, want: string | null]>([
  [{}, null],
  [{ field: "isStreamed", sentinel: "[DONE]" }, null],
  [
    { field: false, operations: { chat: { field: "stream", item: "#/components/schemas/A" } } },
    null,
  ],
  ["sse", "streaming should be an object"],
  [{ fields: "a" }, 'streaming has no "fields"; use field, sentinel'],
  [{ field: true }, "streaming.field should be the name of a field, or false"],
  [{ sentinel: "" }, "streaming.sentinel should be a text"],
  [{ operations: [] }, "streaming.operations should be an object by operationId"],
  [{ operations: { chat: true } }, "streaming.operations.chat should be an object"],
  [
    { operations: { chat: { item: "Chunk" } } },
    "streaming.operations.chat.item should be a reference such as #/components/schemas/Chunk",
  ],
  [
    { operations: { chat: { format: "sse" } } },
    "streaming.operations.chat.format should be events or jsonLines",
  ],
  [
    { operations: { chat: { end: "[DONE]" } } },
    'streaming.operations.chat has no "end"; use field, sentinel, item, format',
  ],
])("%j: %s", (value, want) => {
  expect(streamingProblem(value)).toBe(want);
});
