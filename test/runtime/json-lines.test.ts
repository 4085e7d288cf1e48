import { describe, expect, test } from "vitest";
import { callWith } from "../../templates/runtime/call-with.js";
import { ResponseDecodeError } from "../../templates/runtime/errors.js";
import { json } from "../../templates/runtime/json.js";
import { jsonLines, jsonLinesFormat } from "../../templates/runtime/json-lines.js";
import type { Operation } from "../../templates/runtime/operation.js";
import { readerByType } from "../../templates/runtime/reader-by-type.js";
import type { EventStream } from "../../templates/runtime/stream.js";
import { serve } from "./server.js";
import { bytesOf, cutsOf, outcomesOf, streamFrom } from "./streams.js";
import { addThing, clientWith, type Failure, rejectionOf } from "./things.js";

describe("lines, cut at every byte", () => {
  test.each<{ name: string; text: string; want: unknown[] }>([
    {
      name: "a value a line",
      text: '{"a":1}\n[2]\n"é😀"\nnull\n',
      want: [{ a: 1 }, [2], "é😀", null],
    },
    { name: "CRLF", text: "1\r\n2\r\n", want: [1, 2] },
    { name: "the last line needs no line end", text: "1\n2", want: [1, 2] },
    { name: "empty lines are skipped", text: "\n1\n\n  \n2\n\n", want: [1, 2] },
    { name: "a BOM is dropped", text: "\uFEFF1\n", want: [1] },
    { name: "a line separator of Unicode ends no line", text: '"\u2028"\n', want: ["\u2028"] },
    {
      name: "the stream goes on after a line that isn't JSON",
      text: "1\nx\n2\n",
      want: [1, ["decode", "x"], 2],
    },
  ])("$name", async ({ text, want }) => {
    for (const chunks of cutsOf(text)) {
      expect(await outcomesOf(streamFrom(jsonLinesFormat(), chunks))).toEqual(want);
    }
  });
});

test("a sentinel ends the stream, and its absence is an error", async () => {
  const format = jsonLinesFormat({ sentinel: "END" });
  expect(await outcomesOf(streamFrom(format, [bytesOf("1\nEND\n2\n")]))).toEqual([1]);
  expect(await outcomesOf(streamFrom(format, [bytesOf("1\nEND")]))).toEqual([1]);
  expect(await outcomesOf(streamFrom(format, [bytesOf("1\n")]))).toEqual([
    1,
    ["connection", undefined],
  ]);
});

/** A call of an operation with JSON and lines, which the server answers with lines. */
async function asked(contentType: string, request: object, isDefault: boolean) {
  const server = await serve((response) =>
    response.writeHead(200, { "Content-Type": contentType }).end('{"a":1}\n{"a":2}\n'),
  );
  const lines = jsonLines({ chosenBy: "live", isDefault });
  const readers = { "application/json": json, "application/x-ndjson": lines };
  const operation: Operation = { ...addThing, success: { 200: readerByType(readers) } };
  const client = clientWith({ serverURL: server.url });
  return callWith<EventStream<unknown>, Failure>(client, operation, request);
}

describe("lines that a field of the request chooses", () => {
  test.each([
    ["application/json", { live: true }, false],
    ["application/x-ndjson", { live: true }, false],
    ["application/x-ndjson", { live: false }, false],
    ["application/json", {}, true],
  ])("are read from %s with %j, by default %j", async (contentType, request, isDefault) => {
    const stream = await asked(contentType, request, isDefault);
    expect(await stream.collect()).toEqual([{ a: 1 }, { a: 2 }]);
  });

  test.each([
    [{ live: false }, true],
    [{}, false],
  ])("aren't read from JSON with %j, by default %j", async (request, isDefault) => {
    const error = await rejectionOf(asked("application/json", request, isDefault));
    expect(error).toBeInstanceOf(ResponseDecodeError);
  });
});
