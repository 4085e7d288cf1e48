import { describe, expect, test } from "vitest";
import { callWith } from "../../templates/runtime/call-with.js";
import { ResponseDecodeError } from "../../templates/runtime/errors.js";
import { json } from "../../templates/runtime/json.js";
import { jsonLines } from "../../templates/runtime/json-lines.js";
import type { Operation } from "../../templates/runtime/operation.js";
import { readerByType } from "../../templates/runtime/reader-by-type.js";
import type { EventStream } from "../../templates/runtime/stream.js";
import { serve } from "./server.js";
import { addThing, clientWith, type Failure, rejectionOf } from "./things.js";

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
