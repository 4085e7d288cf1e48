import { getEventListeners } from "node:events";
import { afterEach, describe, expect, test, vi } from "vitest";
import { binary } from "../../templates/runtime/binary.js";
import { call } from "../../templates/runtime/call.js";
import type { CallOptions } from "../../templates/runtime/client-core.js";
import {
  ConnectionError,
  RequestAbortedError,
  RequestTimeoutError,
} from "../../templates/runtime/errors.js";
import type { Fetch } from "../../templates/runtime/fetch.js";
import type { Operation } from "../../templates/runtime/operation.js";
import { json, type Reply, resetMidBody, serve, stalled, text } from "./server.js";
import { clientWith, listThings, Problem, rejectionOf, type Setup, testClock } from "./things.js";

afterEach(() => {
  vi.useRealTimers();
});

const operation: Operation = { ...listThings, success: { 200: binary } };
const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0, 0xff];
const image: Reply = (response) =>
  response.writeHead(200, { "Content-Type": "image/png" }).end(Buffer.from(png));

function callFor<T>(setup: Setup, options: CallOptions = {}) {
  return call<T, Problem<404>>(clientWith(setup), operation, options);
}

async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<number[]> {
  return [...new Uint8Array(await new Response(stream).arrayBuffer())];
}

describe("bytes are returned", () => {
  test.each<CallOptions>([{}, { as: "blob" }])("as a Blob with %j", async (options) => {
    const server = await serve(image);
    const blob = await callFor<Blob>({ serverURL: server.url }, options);
    expect(blob).toBeInstanceOf(Blob);
    expect(blob.type).toBe("image/png");
    expect([...new Uint8Array(await blob.arrayBuffer())]).toEqual(png);
  });

  test("as an ArrayBuffer", async () => {
    const server = await serve(image);
    const buffer = await callFor<ArrayBuffer>({ serverURL: server.url }, { as: "arrayBuffer" });
    expect(buffer).toBeInstanceOf(ArrayBuffer);
    expect([...new Uint8Array(buffer)]).toEqual(png);
  });

  test("as a stream", async () => {
    const server = await serve(image);
    const stream = await callFor<ReadableStream>({ serverURL: server.url }, { as: "stream" });
    expect(stream).toBeInstanceOf(ReadableStream);
    expect(await bytesOf(stream)).toEqual(png);
  });
});

describe.each([200, 204])("an empty body of status %d is", (status) => {
  test("an empty Blob", async () => {
    const server = await serve(text(status));
    const blob = await callFor<Blob>({ serverURL: server.url });
    expect([blob instanceof Blob, blob.size]).toEqual([true, 0]);
  });

  test("an empty ArrayBuffer", async () => {
    const server = await serve(text(status));
    const buffer = await callFor<ArrayBuffer>({ serverURL: server.url }, { as: "arrayBuffer" });
    expect([buffer instanceof ArrayBuffer, buffer.byteLength]).toEqual([true, 0]);
  });

  test("an empty stream", async () => {
    const server = await serve(text(status));
    const stream = await callFor<ReadableStream>({ serverURL: server.url }, { as: "stream" });
    expect(await bytesOf(stream)).toEqual([]);
  });
});

describe("a stream", () => {
  test("is returned with its headers, and its bytes as they arrive", async () => {
    let finish = () => {};
    const server = await serve((response) => {
      response.writeHead(200).write("a");
      finish = () => response.end("b");
    });
    const stream = await callFor<ReadableStream>({ serverURL: server.url }, { as: "stream" });
    const reader = stream.getReader();
    expect(await reader.read()).toEqual({ done: false, value: new Uint8Array([0x61]) });
    finish();
    expect(await reader.read()).toEqual({ done: false, value: new Uint8Array([0x62]) });
    expect(await reader.read()).toEqual({ done: true, value: undefined });
  });

  test("lasts longer than the time limit, which is that of the headers", async () => {
    vi.useFakeTimers();
    let finish = () => {};
    const fetch: Fetch = async (_, init) => {
      const body = new ReadableStream({
        start(controller) {
          init?.signal?.addEventListener("abort", () => controller.error(new Error("over")));
          finish = () => {
            controller.enqueue(new Uint8Array(png));
            controller.close();
          };
        },
      });
      return new Response(body);
    };
    const setup = { serverURL: "http://127.0.0.1", fetch, timeoutMs: 1000 };
    const stream = await callFor<ReadableStream>(setup, { as: "stream" });
    await vi.advanceTimersByTimeAsync(60_000);
    finish();
    expect(await bytesOf(stream)).toEqual(png);
  });

  test("ends with the caller's signal, which frees the connection", async () => {
    const server = await serve(stalled(200, "a"));
    const controller = new AbortController();
    const { signal } = controller;
    const setup = { serverURL: server.url, timeoutMs: 0 };
    const stream = await callFor<ReadableStream>(setup, { as: "stream", signal });
    const reader = stream.getReader();
    await reader.read();
    const reason = new Error("enough");
    controller.abort(reason);
    const error = await rejectionOf(reader.read());
    expect(error).toBeInstanceOf(RequestAbortedError);
    expect(error).toMatchObject({ cause: reason });
    await vi.waitFor(() => expect(server.openRequests()).toBe(0));
    expect(getEventListeners(signal, "abort")).toHaveLength(0);
  });

  test("that isn't read also ends with the caller's signal", async () => {
    const server = await serve(stalled(200, "a"));
    const controller = new AbortController();
    const { signal } = controller;
    await callFor({ serverURL: server.url, timeoutMs: 0 }, { as: "stream", signal });
    controller.abort();
    await vi.waitFor(() => expect(server.openRequests()).toBe(0));
  });

  test("that is cancelled frees the connection", async () => {
    const server = await serve(stalled(200, "a"));
    const setup = { serverURL: server.url, timeoutMs: 0 };
    const stream = await callFor<ReadableStream>(setup, { as: "stream" });
    await stream.cancel();
    await vi.waitFor(() => expect(server.openRequests()).toBe(0));
  });

  test("that has ended removes its listener from the signal", async () => {
    const server = await serve(image);
    const { signal } = new AbortController();
    const setup = { serverURL: server.url };
    const stream = await callFor<ReadableStream>(setup, { as: "stream", signal });
    await bytesOf(stream);
    await vi.waitFor(() => expect(getEventListeners(signal, "abort")).toHaveLength(0));
  });

  test("that breaks fails its reader", async () => {
    const server = await serve(resetMidBody(200, "a"));
    const stream = await callFor<ReadableStream>({ serverURL: server.url }, { as: "stream" });
    expect(await rejectionOf(bytesOf(stream))).toBeInstanceOf(ConnectionError);
  });

  test("that stays silent for `idleTimeoutMs` fails its reader and frees the connection", async () => {
    const server = await serve(stalled(200, "a"));
    const options = { as: "stream", idleTimeoutMs: 30 } as const;
    const stream = await callFor<ReadableStream>({ serverURL: server.url }, options);
    const error = await rejectionOf(bytesOf(stream));
    expect(error).toBeInstanceOf(RequestTimeoutError);
    expect(error).toMatchObject({ timeoutMs: 30 });
    await vi.waitFor(() => expect(server.openRequests()).toBe(0));
  });
});

describe("a body that isn't a stream is part of the call", () => {
  test.each<CallOptions>([{ as: "blob" }, { as: "arrayBuffer" }])(
    "%j is tried again where the connection breaks in it",
    async (options) => {
      const server = await serve(resetMidBody(200, "a"), text(200, "ab"));
      const setup = { serverURL: server.url, clock: testClock() };
      const { data } = await callFor<Blob>(setup, options).withResponse();
      expect(await new Response(data).text()).toBe("ab");
      expect(server.requests).toHaveLength(2);
    },
  );

  test("and its time is limited", async () => {
    const server = await serve(stalled(200, "a"));
    const error = await rejectionOf(callFor({ serverURL: server.url, timeoutMs: 40 }));
    expect(error).toMatchObject({ kind: "timeout", timeoutMs: 40 });
    await vi.waitFor(() => expect(server.openRequests()).toBe(0));
  });

  test("and an abort in it is the call's", async () => {
    const controller = new AbortController();
    const server = await serve((response) => {
      stalled(200, "a")(response);
      setTimeout(() => controller.abort("enough"), 30);
    });
    const { signal } = controller;
    const error = await rejectionOf(callFor({ serverURL: server.url }, { signal }));
    expect(error).toBeInstanceOf(RequestAbortedError);
    expect(error).toMatchObject({ cause: "enough" });
  });

  test("and a break that lasts is a ConnectionError", async () => {
    const server = await serve(resetMidBody(200, "a"));
    const setup = { serverURL: server.url, clock: testClock() };
    const error = await rejectionOf(callFor(setup));
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ attempts: 3 });
  });
});

describe("an error is JSON, regardless of the form of a success", () => {
  test.each<CallOptions>([{}, { as: "arrayBuffer" }, { as: "stream" }])("%j", async (options) => {
    const server = await serve(json(404, { title: "gone" }));
    const error = await rejectionOf(callFor({ serverURL: server.url }, options));
    expect(error).toBeInstanceOf(Problem);
    expect(error).toMatchObject({ status: 404, body: { title: "gone" } });
  });
});
