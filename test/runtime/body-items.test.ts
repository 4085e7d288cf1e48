import { describe, expect, test, vi } from "vitest";
import { jsonLinesBody, jsonSeqBody } from "../../templates/runtime/body-items.js";
import type { Fetch } from "../../templates/runtime/fetch.js";
import type { BodyWriter, Operation } from "../../templates/runtime/operation.js";
import { json, reset, serve } from "./server.js";
import { addThing, callThing, testClock } from "./things.js";

const sending = (write: BodyWriter): Operation => ({ ...addThing, body: { write, field: "body" } });

async function* numbers() {
  yield 1;
  yield { a: "é" };
}

describe("items are sent", () => {
  test.each<[name: string, write: BodyWriter, body: unknown, type: string, text: string]>([
    ["lines of an async sequence", jsonLinesBody, numbers(), "application/jsonl", '1\n{"a":"é"}\n'],
    ["lines of a set", jsonLinesBody, new Set([1, 2]), "application/jsonl", "1\n2\n"],
    ["lines of a list", jsonLinesBody, [[1], null], "application/jsonl", "[1]\nnull\n"],
    ["lines of nothing", jsonLinesBody, [], "application/jsonl", ""],
    [
      "a sequence of texts",
      jsonSeqBody,
      numbers(),
      "application/json-seq",
      '\x1e1\n\x1e{"a":"é"}\n',
    ],
  ])("as %s", async (_, write, body, type, text) => {
    const server = await serve(json(200, {}));
    await callThing({ serverURL: server.url }, sending(write), { body });
    expect(server.requests[0]?.headers["content-type"]).toBe(type);
    expect(server.requests[0]?.body).toBe(text);
  });

  test("with the media type of the document", async () => {
    const server = await serve(json(200, {}));
    const body = { write: jsonLinesBody, field: "body", contentType: "application/x-ndjson" };
    await callThing({ serverURL: server.url }, { ...addThing, body }, { body: numbers() });
    expect(server.requests[0]?.headers["content-type"]).toBe("application/x-ndjson");
  });

  test("once, except for a list", async () => {
    const retries = { strategy: "backoff", retryNonIdempotent: true } as const;
    const server = await serve(reset);
    const setup = { serverURL: server.url, clock: testClock(), retries };
    await callThing(setup, sending(jsonLinesBody), { body: numbers() }).result();
    expect(server.requests.length).toBeLessThanOrEqual(1);
    const lists = await serve(reset, json(200, {}));
    await callThing({ ...setup, serverURL: lists.url }, sending(jsonLinesBody), { body: [1] });
    expect(lists.requests.map(({ body }) => body)).toEqual(["1\n", "1\n"]);
  });
});

test("an abort ends the sequence", async () => {
  const controller = new AbortController();
  const { signal } = controller;
  const ended = vi.fn();
  async function* endless() {
    try {
      for (;;) yield 1;
    } finally {
      ended();
    }
  }
  // Reads one chunk, and gives up with the signal, as the `fetch` of Node does.
  const fetch: Fetch = async (_, init) => {
    await new Response(init?.body).body?.getReader().read();
    controller.abort();
    throw init?.signal?.reason;
  };
  const setup = { serverURL: "http://127.0.0.1", fetch };
  const body = { body: endless() };
  const result = await callThing(setup, sending(jsonLinesBody), body, { signal }).result();
  expect(result).toMatchObject({ ok: false, error: { kind: "aborted" } });
  expect(ended).toHaveBeenCalledOnce();
});
