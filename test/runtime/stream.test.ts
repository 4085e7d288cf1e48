import { getEventListeners } from "node:events";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { describe, expect, test, vi } from "vitest";
import { callWith } from "../../templates/runtime/call-with.js";
import type { CallOptions } from "../../templates/runtime/client-core.js";
import {
  ConnectionError,
  RequestAbortedError,
  RequestTimeoutError,
  ResponseDecodeError,
} from "../../templates/runtime/errors.js";
import { eventStream } from "../../templates/runtime/event-stream.js";
import type { StreamEnd } from "../../templates/runtime/hooks.js";
import type { StreamError } from "../../templates/runtime/item-reader.js";
import { jsonLinesFormat } from "../../templates/runtime/json-lines.js";
import { logging } from "../../templates/runtime/logger.js";
import type { Operation } from "../../templates/runtime/operation.js";
import type { EventStream } from "../../templates/runtime/stream.js";
import { json, type Reply, serve, silent } from "./server.js";
import { bytesOf, outcomesOf, streamFrom } from "./streams.js";
import {
  addThing,
  clientWith,
  type Failure,
  rejectionOf,
  type Setup,
  testClock,
} from "./things.js";

const streaming: Operation = { ...addThing, success: { 200: eventStream() } };
const type = { "Content-Type": "text/event-stream" };

/** Events with these numbers, and then the rest of the reply. */
function events(numbers: readonly number[], then: Reply = (response) => response.end()): Reply {
  return (response) => {
    response.writeHead(200, type);
    const text = numbers.map((number) => `id: ${number}\ndata: ${number}\n\n`).join("");
    response.write(text, () => then(response));
  };
}

/** Later, because a reset may overtake what was sent just before it. */
const drop: Reply = (response) => setTimeout(() => response.socket?.resetAndDestroy(), 20);

function open(setup: Setup, options: CallOptions = {}, operation = streaming) {
  const client = clientWith({ clock: testClock(), ...setup });
  return callWith<EventStream<{ data: number; id?: string }>, Failure>(
    client,
    operation,
    {},
    options,
  );
}

async function read(stream: EventStream<{ data: number }>) {
  const items: number[] = [];
  const errors: StreamError[] = [];
  for await (const result of stream.results()) {
    if (result.ok) items.push(result.value.data);
    else errors.push(result.error);
  }
  return { items, errors, error: errors[0] };
}

describe("a stream", () => {
  test("is returned with its headers, and its items as they arrive", async () => {
    let send = (_: string) => {};
    const server = await serve((response) => {
      response.writeHead(200, type).flushHeaders();
      send = (text) => response.write(text);
    });
    const stream = await open({ serverURL: server.url });
    expect(stream.response.status).toBe(200);
    const items = stream[Symbol.asyncIterator]();
    send("data: 1\n\n");
    expect(await items.next()).toEqual({ done: false, value: { data: 1 } });
    send("data: 2\n\n");
    expect(await items.next()).toEqual({ done: false, value: { data: 2 } });
    await items.return();
    await vi.waitFor(() => expect(server.openRequests()).toBe(0));
  });

  test("has the id of the last item that was read, not of those that arrived", async () => {
    const server = await serve(events([1, 2, 3]));
    const stream = await open({ serverURL: server.url });
    expect(stream.lastEventId).toBeUndefined();
    for await (const { data } of stream) if (data === 2) break;
    expect(stream.lastEventId).toBe("2");
  });

  test("is read once", async () => {
    const server = await serve(events([1]));
    const stream = await open({ serverURL: server.url });
    await stream.collect();
    const error = await rejectionOf(stream.collect());
    expect(error).toBeInstanceOf(TypeError);
    expect(error).toMatchObject({ message: "the stream is read already: it can be read once" });
  });

  test("without a body has no items", async () => {
    const server = await serve((response) => response.writeHead(204).end());
    expect(await (await open({ serverURL: server.url })).collect()).toEqual([]);
  });

  // The web platform's own `format-mime-*`: parameters don't matter.
  test.each(["text/event-stream;", "text/event-stream;x bogus", "x bogus", "text/plain"])(
    "is read as documented, whatever text its Content-Type says: %s",
    async (contentType) => {
      const server = await serve((response) =>
        response.writeHead(200, { "Content-Type": contentType }).end("data: 1\n\n"),
      );
      expect(await (await open({ serverURL: server.url })).collect()).toEqual([{ data: 1 }]);
    },
  );

  test("that is JSON is a ResponseDecodeError with the body", async () => {
    const server = await serve(json(200, { a: 1 }));
    const error = await rejectionOf(open({ serverURL: server.url }));
    expect(error).toBeInstanceOf(ResponseDecodeError);
    expect(error).toMatchObject({ rawBody: '{"a":1}', httpStatus: 200 });
  });

  test("that is JSON without an end is read up to 16 MiB", async () => {
    const body = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(2 ** 20).fill(0x20)),
    });
    const headers = { "Content-Type": "application/json" };
    const fetch = async () => new Response(body, { headers });
    const error = await rejectionOf(open({ serverURL: "http://127.0.0.1", fetch }));
    if (!(error instanceof ResponseDecodeError)) throw error;
    expect(error.rawBody).toHaveLength(2 ** 24);
  });

  test("whose `fetch` gives no stream is a ResponseDecodeError that says so", async () => {
    const fetch = async () =>
      Object.defineProperty(new Response("", { headers: type }), "body", { value: undefined });
    const error = await rejectionOf(open({ serverURL: "http://127.0.0.1", fetch }));
    expect(error).toBeInstanceOf(ResponseDecodeError);
    expect(error).toMatchObject({
      message: expect.stringContaining("pass a `fetch` that streams to the client"),
    });
  });

  test.each(["gzip", "br"] as const)("is read as %s", async (coding) => {
    const compress = coding === "gzip" ? gzipSync : brotliCompressSync;
    const server = await serve((response) =>
      response
        .writeHead(200, { ...type, "Content-Encoding": coding })
        .end(compress("data: 1\n\ndata: 2\n\n")),
    );
    expect(await (await open({ serverURL: server.url })).collect()).toHaveLength(2);
  });

  test("of another status is an error of the call", async () => {
    const server = await serve(json(404, { title: "gone" }));
    expect(await rejectionOf(open({ serverURL: server.url }))).toMatchObject({
      status: 404,
      body: { title: "gone" },
    });
  });
});

describe("collect", () => {
  const numbers = Array.from({ length: 10_001 }, (_, index) => index);
  const lines = () => streamFrom(jsonLinesFormat(), [bytesOf(numbers.join("\n"))]);

  test("returns the items", async () => {
    expect(await lines().collect({ max: 10_001 })).toEqual(numbers);
  });

  test("throws at more than 10 000, or than `max`", async () => {
    const error = await rejectionOf(lines().collect());
    expect(error).toBeInstanceOf(RangeError);
    expect(error).toMatchObject({
      message: "the stream has more than 10000 items: raise max, or use a loop",
    });
    expect(await rejectionOf(lines().collect({ max: 3 }))).toBeInstanceOf(RangeError);
  });
});

describe("the connection is freed", () => {
  const goesOn = events([1, 2], () => {});

  test("by `break`", async () => {
    const server = await serve(goesOn);
    for await (const _ of await open({ serverURL: server.url })) break;
    await vi.waitFor(() => expect(server.openRequests()).toBe(0));
  });

  test("by an exception in the loop", async () => {
    const server = await serve(goesOn);
    const stream = await open({ serverURL: server.url });
    const loop = async () => {
      for await (const _ of stream) throw new Error("enough");
    };
    expect(await rejectionOf(loop())).toMatchObject({ message: "enough" });
    await vi.waitFor(() => expect(server.openRequests()).toBe(0));
  });

  test("by `close`, which ends the loop", async () => {
    const server = await serve(goesOn);
    const stream = await open({ serverURL: server.url });
    setTimeout(() => stream.close(), 20);
    expect(await read(stream)).toEqual({ items: [1, 2], errors: [], error: undefined });
    await vi.waitFor(() => expect(server.openRequests()).toBe(0));
  });

  test("by dispose, if it wasn't read", async () => {
    const server = await serve(goesOn);
    const stream = await open({ serverURL: server.url });
    await stream[Symbol.asyncDispose]();
    await vi.waitFor(() => expect(server.openRequests()).toBe(0));
    expect(await stream.collect()).toEqual([]);
  });

  test("by the sentinel, without waiting for the server", async () => {
    const server = await serve((response) =>
      response.writeHead(200, type).write("data: [DONE]\n\n"),
    );
    expect(await (await open({ serverURL: server.url })).collect()).toEqual([]);
    await vi.waitFor(() => expect(server.openRequests()).toBe(0));
  });

  test("by the caller's signal, which is an error of the stream", async () => {
    const server = await serve(goesOn);
    const controller = new AbortController();
    const { signal } = controller;
    const stream = await open({ serverURL: server.url }, { signal });
    setTimeout(() => controller.abort("enough"), 20);
    const { items, error } = await read(stream);
    expect(items).toEqual([1, 2]);
    expect(error).toBeInstanceOf(RequestAbortedError);
    expect(error).toMatchObject({ cause: "enough", received: 2, event: undefined });
    await vi.waitFor(() => expect(server.openRequests()).toBe(0));
    expect(getEventListeners(signal, "abort")).toHaveLength(0);
  });

  test("by the caller's signal, which a loop throws", async () => {
    const server = await serve(goesOn);
    const controller = new AbortController();
    const stream = await open({ serverURL: server.url }, { signal: controller.signal });
    const items: number[] = [];
    const loop = async () => {
      for await (const { data } of stream) {
        items.push(data);
        controller.abort();
      }
    };
    expect(await rejectionOf(loop())).toBeInstanceOf(RequestAbortedError);
    expect(items).toEqual([1]);
    await vi.waitFor(() => expect(server.openRequests()).toBe(0));
  });

  test("by the caller's signal, if it isn't read", async () => {
    const server = await serve(goesOn);
    const controller = new AbortController();
    await open({ serverURL: server.url }, { signal: controller.signal });
    controller.abort();
    await vi.waitFor(() => expect(server.openRequests()).toBe(0));
  });

  test("at the end, which removes the listener from the signal", async () => {
    const server = await serve(events([1]));
    const { signal } = new AbortController();
    await (await open({ serverURL: server.url }, { signal })).collect();
    expect(getEventListeners(signal, "abort")).toHaveLength(0);
  });
});

describe("time limits", () => {
  test("`timeoutMs` is that of the headers", async () => {
    const server = await serve(silent);
    const error = await rejectionOf(open({ serverURL: server.url }, { timeoutMs: 30 }));
    expect(error).toMatchObject({ kind: "timeout", timeoutMs: 30 });
    const slow = await serve(events([1], (response) => setTimeout(() => response.end(), 150)));
    const stream = await open({ serverURL: slow.url }, { timeoutMs: 100 });
    expect(await stream.collect()).toHaveLength(1);
  });

  /** Sends a comment or an event again and again. */
  const every = (text: string): Reply => {
    return (response) => {
      response.writeHead(200, type);
      const timer = setInterval(() => response.write(text), 10);
      response.on("close", () => clearInterval(timer));
    };
  };

  test.each([": still here\n\n", "event: ping\n\n", "id: 1\n\n"])(
    "`idleTimeoutMs` counts from item to item, whatever else comes: %j",
    async (text) => {
      const server = await serve(every(text));
      const stream = await open({ serverURL: server.url }, { idleTimeoutMs: 60 });
      const { items, error } = await read(stream);
      expect(items).toEqual([]);
      expect(error).toBeInstanceOf(RequestTimeoutError);
      expect(error).toMatchObject({ timeoutMs: 60, received: 0 });
      expect(error?.message).toBe("addThing: no item within 60 ms");
      await vi.waitFor(() => expect(server.openRequests()).toBe(0));
    },
  );

  test("`idleTimeoutMs` is an option of the client, too, which a call overrides", async () => {
    const slow = events([], (response) => setTimeout(() => response.end("data: 1\n\n"), 100));
    const server = await serve(slow);
    const setup = { serverURL: server.url, idleTimeoutMs: 30 };
    expect((await read(await open(setup))).error).toMatchObject({ kind: "timeout", timeoutMs: 30 });
    expect(await (await open(setup, { idleTimeoutMs: 0 })).collect()).toEqual([{ data: 1 }]);
  });

  test("comments count with `idleCounts`", async () => {
    const server = await serve((response) => {
      every(": still here\n\n")(response);
      setTimeout(() => response.end("data: 1\n\n"), 400);
    });
    const options = { idleTimeoutMs: 200, idleCounts: "bytes" } as const;
    expect(await (await open({ serverURL: server.url }, options)).collect()).toHaveLength(1);
  });

  test("the reader's own time doesn't count", async () => {
    const server = await serve(events([1, 2]));
    const stream = await open({ serverURL: server.url }, { idleTimeoutMs: 50 });
    const items: number[] = [];
    for await (const { data } of stream) {
      await new Promise((resolve) => setTimeout(resolve, 80));
      items.push(data);
    }
    expect(items).toEqual([1, 2]);
  });
});

describe("a failure in the middle", () => {
  test("of the connection is the last result", async () => {
    const server = await serve(events([1, 2], drop));
    const { items, errors, error } = await read(await open({ serverURL: server.url }));
    expect(items).toEqual([1, 2]);
    expect(errors).toHaveLength(1);
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ kind: "connection", received: 2, attempts: 1 });
  });

  test("is thrown by a loop, after the items before it", async () => {
    const server = await serve(events([1, 2], drop));
    const stream = await open({ serverURL: server.url });
    const items: number[] = [];
    const loop = async () => {
      for await (const { data } of stream) items.push(data);
    };
    expect(await rejectionOf(loop())).toBeInstanceOf(ConnectionError);
    expect(items).toEqual([1, 2]);
  });

  test("never sends a POST again, even with `retries` and `reconnect`", async () => {
    const server = await serve(events([1], drop));
    const options = { retries: { strategy: "backoff" }, reconnect: {} } as const;
    const { errors } = await read(await open({ serverURL: server.url }, options));
    expect(errors).toHaveLength(1);
    expect(server.requests).toHaveLength(1);
  });

  test("of one item has its text, and the stream goes on", async () => {
    const server = await serve((response) =>
      response.writeHead(200, type).end("data: 1\n\ndata: {oops\n\ndata: 3\n\n"),
    );
    const { items, errors, error } = await read(await open({ serverURL: server.url }));
    expect(items).toEqual([1, 3]);
    expect(errors).toHaveLength(1);
    expect(error).toBeInstanceOf(ResponseDecodeError);
    expect(error).toMatchObject({ event: "{oops", rawBody: "{oops", received: 1 });
    expect(Object.keys(error ?? {})).not.toContain("event");
  });

  test("of one item ends a loop and frees the connection", async () => {
    const server = await serve((response) =>
      response.writeHead(200, type).write("data: {oops\n\n"),
    );
    const stream = await open({ serverURL: server.url });
    expect(await rejectionOf(stream.collect())).toBeInstanceOf(ResponseDecodeError);
    await vi.waitFor(() => expect(server.openRequests()).toBe(0));
  });

  test.each(["data: ", "data: x\ndata: ", ": "])(
    "is an item of more than `maxItemBytes`: %j",
    async (start) => {
      const server = await serve((response) =>
        response.writeHead(200, type).write(start + "x".repeat(200)),
      );
      const stream = await open({ serverURL: server.url }, { maxItemBytes: 100 });
      const { error } = await read(stream);
      expect(error).toBeInstanceOf(ResponseDecodeError);
      expect(error?.message).toContain("an item of more than 100 bytes");
      await vi.waitFor(() => expect(server.openRequests()).toBe(0));
    },
  );

  test("isn't a long series of comments", async () => {
    const server = await serve((response) =>
      response.writeHead(200, type).end(`${": hello\n\n".repeat(100)}data: 1\n\n`),
    );
    const stream = await open({ serverURL: server.url }, { maxItemBytes: 100 });
    expect(await outcomesOf(stream)).toEqual([{ data: 1 }]);
  });
});

describe("hooks and the logger see the end of a stream", () => {
  async function endOf(reply: Reply, use: (stream: EventStream<{ data: number }>) => unknown) {
    const ends: StreamEnd[] = [];
    const server = await serve(reply);
    const hooks = { onStreamEnd: (end: StreamEnd) => void ends.push(end) };
    await use(await open({ serverURL: server.url, hooks }));
    return ends.map(({ operation, attempt, received, error }) => [
      operation.id,
      attempt,
      received,
      error?.kind,
    ]);
  }

  test("that was read", async () => {
    expect(await endOf(events([1, 2]), read)).toEqual([["addThing", 1, 2, undefined]]);
  });

  test("that was closed before it was read", async () => {
    expect(await endOf(events([1, 2]), (stream) => stream.close())).toEqual([
      ["addThing", 1, 0, undefined],
    ]);
  });

  test("that broke", async () => {
    expect(await endOf(events([1], drop), read)).toEqual([["addThing", 1, 1, "connection"]]);
  });

  test("and a hook that throws changes nothing", async () => {
    const server = await serve(events([1]));
    const hooks = {
      onStreamEnd: () => {
        throw new Error("oops");
      },
    };
    expect(await (await open({ serverURL: server.url, hooks })).collect()).toHaveLength(1);
  });

  test("in a line of the log", async () => {
    const lines: [string, object][] = [];
    const logger = {
      debug: (message: string, details: object) => void lines.push([message, details]),
    };
    const server = await serve(events([1], drop));
    await read(await open({ serverURL: server.url, hooks: logging(logger, {}) }));
    expect(lines.map(([message]) => message)).toEqual([
      `addThing: POST ${server.url}/things`,
      "addThing: 200",
      "addThing: end of the stream",
    ]);
    expect(lines[2]?.[1]).toMatchObject({
      attempt: 1,
      received: 1,
      error: { kind: "connection" },
    });
  });
});
