import { describe, expect, test } from "vitest";
import { rawBody } from "../../templates/runtime/body-raw.js";
import type { RequestBody } from "../../templates/runtime/operation.js";
import { json, serve } from "./server.js";
import { addThing, callThing, rejectionOf, testClock } from "./things.js";

const type = "application/octet-stream";
const body: RequestBody = { write: rawBody, contentType: type, field: "body" };
const operation = { ...addThing, body };
const busy = json(429, {});
const found = json(200, { id: 1 });

/** "aé" with a null character before it: text to the server that is no text as bytes of Latin-1. */
const bytes = new Uint8Array([0, 0x61, 0xc3, 0xa9]);
const want = "\0aé";

function streamOf(...chunks: Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    pull(controller) {
      const chunk = chunks.shift();
      if (chunk) controller.enqueue(chunk);
      else controller.close();
    },
  });
}

describe("bytes are sent unchanged, with the document's media type, and again completely", () => {
  test.each<{ name: string; body: unknown }>([
    { name: "text", body: want },
    { name: "a Blob", body: new Blob([bytes]) },
    { name: "a Blob with its own type", body: new Blob([bytes], { type: "image/png" }) },
    { name: "a File", body: new File([bytes], "a.bin", { type: "image/png" }) },
    { name: "an ArrayBuffer", body: bytes.buffer },
    { name: "a Uint8Array", body: bytes },
    { name: "a part of a buffer", body: new Uint8Array([9, ...bytes, 9]).subarray(1, 5) },
    { name: "a DataView", body: new DataView(bytes.buffer) },
  ])("$name", async ({ body }) => {
    const server = await serve(busy, found);
    await callThing({ serverURL: server.url, clock: testClock() }, operation, { body });
    const sent = server.requests.map(({ headers, body }) => [
      headers["content-type"],
      headers["content-length"],
      body,
    ]);
    expect(sent).toEqual(Array(2).fill([type, "4", want]));
  });
});

describe("a stream", () => {
  test("is sent as a stream", async () => {
    const server = await serve(found);
    const body = streamOf(bytes.subarray(0, 3), bytes.subarray(3));
    await callThing({ serverURL: server.url }, operation, { body });
    const [sent] = server.requests;
    expect(sent?.body).toBe(want);
    expect(sent?.headers["transfer-encoding"]).toBe("chunked");
    expect(sent?.headers["content-length"]).toBeUndefined();
    expect(sent?.headers["content-type"]).toBe(type);
  });

  test.each([429, 503])("is sent once, also after %d", async (status) => {
    const server = await serve(json(status, {}), found);
    const clock = testClock();
    const retries = { strategy: "backoff", retryNonIdempotent: true } as const;
    const call = callThing({ serverURL: server.url, clock, retries }, operation, {
      body: streamOf(bytes),
    });
    expect(await rejectionOf(call)).toMatchObject({ status, attempts: 1 });
    expect(server.requests.map(({ body }) => body)).toEqual([want]);
    expect(clock.slept).toEqual([]);
  });
});

describe("an empty body", () => {
  test.each<{ name: string; input: object; want: unknown[] }>([
    { name: "empty text", input: { body: "" }, want: [type, "0", ""] },
    { name: "an empty Blob", input: { body: new Blob() }, want: [type, "0", ""] },
    { name: "undefined", input: { body: undefined }, want: [undefined, "0", ""] },
    { name: "no field", input: {}, want: [undefined, "0", ""] },
  ])("$name", async ({ input, want }) => {
    const server = await serve(found);
    await callThing({ serverURL: server.url }, operation, input);
    const [sent] = server.requests;
    expect([sent?.headers["content-type"], sent?.headers["content-length"], sent?.body]).toEqual(
      want,
    );
  });
});

test("the caller's media type is kept", async () => {
  const server = await serve(found);
  const options = { headers: { "content-type": "image/png" } };
  await callThing({ serverURL: server.url }, operation, { body: bytes }, options);
  expect(server.requests[0]?.headers["content-type"]).toBe("image/png");
});
