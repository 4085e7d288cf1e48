import { describe, expect, test } from "vitest";
import type { APIPromise } from "../../templates/runtime/api-promise.js";
import { rawBody } from "../../templates/runtime/body-raw.js";
import { callWith } from "../../templates/runtime/call-with.js";
import { ClientCore, type RequestOptions } from "../../templates/runtime/client-core.js";
import { doubleOf } from "../../templates/runtime/double.js";
import { eventStream } from "../../templates/runtime/event-stream.js";
import type { Operation } from "../../templates/runtime/operation.js";
import type { EventStream } from "../../templates/runtime/stream.js";
import { addThing, type Failure, getThing, listThings } from "./things.js";

interface Thing {
  readonly id: number;
}

function get(client: ClientCore, request: { id: string }, options?: RequestOptions) {
  return callWith<Thing, Failure>(client, getThing, request, options);
}

function list(client: ClientCore, request: object = {}, options?: RequestOptions) {
  return callWith<Thing[], Failure>(client, listThings, request, options);
}

function add(
  client: ClientCore,
  request: { name: string },
  options?: RequestOptions,
): APIPromise<Thing, Failure> {
  return callWith(client, addThing, request, options);
}

function setUp(options: Parameters<typeof doubleOf>[1] = {}, examples = {}) {
  const api = doubleOf(examples, options);
  const client = new ClientCore({ serverURL: "https://api.test/v1", ...api.options }, {}, {});
  return { api, client };
}

/** The result of a call whose waits take no time. */
async function finished<T>(call: { result(): Promise<T> }, api: ReturnType<typeof doubleOf>) {
  const result = call.result();
  await api.clock.run();
  return result;
}

describe("a script", () => {
  test("replies with a value", async () => {
    const { api, client } = setUp();
    api.on(get).replies({ id: 7 });
    expect(await get(client, { id: "a" })).toEqual({ id: 7 });
  });

  test("fails with a documented status and payload", async () => {
    const { api, client } = setUp();
    api.on(get).fails(404, { title: "gone" });
    const result = await get(client, { id: "a" }).result();
    expect(result).toMatchObject({
      ok: false,
      error: { name: "Problem", status: 404, body: { title: "gone" } },
    });
  });

  test("fails with any status, and says when to retry", async () => {
    const { api, client } = setUp();
    api.on(list).failsWith(503, { retryAfter: 2 }).once();
    api.on(list).replies([]);
    const started = api.clock.now();
    expect(await finished(list(client), api)).toMatchObject({ ok: true, value: [] });
    expect(api.calls(list).map(({ attempts }) => attempts)).toEqual([2]);
    expect(api.clock.now() - started).toBe(2000);
  });

  test.each([
    ["a text", { body: "<h1>Bad gateway</h1>", contentType: "text/html" }, "<h1>Bad gateway</h1>"],
    ["a value", { body: { why: "busy" } }, { why: "busy" }],
    ["nothing", {}, ""],
  ])("fails with %s", async (_, answer, body) => {
    const { api, client } = setUp();
    api.on(add).failsWith(418, answer);
    const result = await add(client, { name: "a" }).result();
    expect(result).toMatchObject({ ok: false, error: { name: "SDKError", status: 418, body } });
  });

  test.each(["before-headers", "mid-body"] as const)("drops the connection %s", async (when) => {
    const { api, client } = setUp();
    api.on(add).drops(when);
    const result = await add(client, { name: "a" }).result();
    expect(result).toMatchObject({ ok: false, error: { kind: "connection", attempts: 1 } });
  });

  test("hangs until the time limit", async () => {
    const { api, client } = setUp();
    api.on(add).hangs();
    const call = add(client, { name: "a" }, { timeoutMs: 5000 });
    expect(await finished(call, api)).toMatchObject({
      ok: false,
      error: { kind: "timeout", timeoutMs: 5000 },
    });
    expect(api.clock.now()).toBe(5000);
  });

  test("hangs until the call is aborted", async () => {
    const { api, client } = setUp();
    api.on(add).hangs();
    const controller = new AbortController();
    const call = add(client, { name: "a" }, { signal: controller.signal });
    await api.clock.run(1000);
    controller.abort("enough");
    expect(await call.result()).toMatchObject({ ok: false, error: { kind: "aborted" } });
  });

  test("sends a text unchanged", async () => {
    const { api, client } = setUp();
    api.on(get).sends("{", { contentType: "application/json" });
    const result = await get(client, { id: "a" }).result();
    expect(result).toMatchObject({ ok: false, error: { kind: "decode", rawBody: "{" } });
  });

  test("is slow", async () => {
    const { api, client } = setUp();
    api.on(get).replies({ id: 1 }).after(90_000);
    const call = get(client, { id: "a" }, { retries: { strategy: "none" } });
    expect(await finished(call, api)).toMatchObject({ ok: false, error: { kind: "timeout" } });
  });
});

describe("several scripts", () => {
  test("answer in order, and the last one repeats", async () => {
    const { api, client } = setUp();
    api.on(get).replies({ id: 1 });
    api.on(get).replies({ id: 2 }).times(2);
    api.on(get).replies({ id: 3 });
    const ids = [];
    for (let call = 0; call < 5; call += 1) ids.push((await get(client, { id: "a" })).id);
    expect(ids).toEqual([1, 2, 2, 3, 3]);
  });

  test("answer concurrent calls in the order of the calls", async () => {
    const { api, client } = setUp();
    for (const id of [1, 2, 3]) api.on(get).replies({ id });
    const calls = ["a", "b", "c"].map((id) => get(client, { id }));
    expect((await Promise.all(calls)).map(({ id }) => id)).toEqual([1, 2, 3]);
  });

  test("that are used up make a call fail without a retry", async () => {
    const { api, client } = setUp();
    api.on(get).replies({ id: 1 }).once();
    await get(client, { id: "a" });
    const result = await get(client, { id: "b" }).result();
    expect(result).toMatchObject({ ok: false, error: { kind: "invalid-request" } });
    expect(result).toMatchObject({
      error: {
        message:
          "getThing: the double has no script for GET https://api.test/v1/things/b; operations with a script: getThing",
      },
    });
  });

  test("that are left over are reported", async () => {
    const { api, client } = setUp();
    api.on(list).replies([]);
    api.on(get).replies({ id: 1 }).times(2);
    await get(client, { id: "a" });
    expect(() => api.done()).toThrow(
      "scripts left over: listThings, script 1: used 0 of 1 times; getThing, script 1: used 1 of 2 times",
    );
    await get(client, { id: "a" });
    await list(client);
    expect(() => api.done()).not.toThrow();
  });
});

test("the calls have their argument and what was sent", async () => {
  const { api, client } = setUp();
  api.on(add).replies({ id: 1 });
  await add(client, { name: "a" }, { headers: { "X-Trace": "t" } });
  const [call] = api.calls(add);
  expect(call?.request.name).toBe("a");
  expect(call?.headers.get("X-Trace")).toBe("t");
  expect(new TextDecoder().decode(call?.bytes)).toBe('{"name":"a"}');
  expect(call).toMatchObject({ method: "POST", url: "https://api.test/v1/things", attempts: 1 });
});

/** A body of 5 chunks of 400 kB, which counts the chunks that were read. */
function chunksOf400kB() {
  const seen = { read: 0, canceled: false };
  const stream = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        seen.read += 1;
        controller.enqueue(new Uint8Array(400_000).fill(seen.read));
        if (seen.read === 5) controller.close();
      },
      cancel: () => {
        seen.canceled = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { stream, seen };
}

describe("a request body is kept up to a megabyte:", () => {
  const contentType = "application/octet-stream";
  const uploading = { ...addThing, body: { write: rawBody, contentType, field: "body" } };

  function upload(client: ClientCore, body: BodyInit) {
    return callWith<Thing, Failure>(client, uploading, { body });
  }

  test("a stream, of which no more is read", async () => {
    const { api, client } = setUp();
    api.on(upload).replies({ id: 1 });
    const { stream, seen } = chunksOf400kB();
    await upload(client, stream);
    const bytes = api.calls(upload)[0]?.bytes;
    expect(bytes?.byteLength).toBe(2 ** 20);
    expect([bytes?.at(0), bytes?.at(400_000), bytes?.at(-1)]).toEqual([1, 2, 3]);
    expect(seen).toEqual({ read: 3, canceled: true });
  });

  test("a text", async () => {
    const { api, client } = setUp();
    api.on(add).replies({ id: 1 });
    await add(client, { name: "a".repeat(2 ** 21) });
    expect(api.calls(add)[0]?.bytes.byteLength).toBe(2 ** 20);
  });
});

test("another URL has its own scripts, and never reaches the network", async () => {
  const { api, client } = setUp();
  api.on(get).sends("", { status: 307, headers: { Location: "https://other.test/a" } });
  const result = await get(client, { id: "a" }).result();
  expect(result).toMatchObject({ ok: false, error: { status: 307 } });
  const [fetch, url] = [api.options.fetch, "https://other.test/a/b"];
  await expect(fetch(url)).rejects.toThrow(
    'the double has no script for GET https://other.test/a/b; script it with onURL("https://other.test")',
  );
  api.onURL("https://other.test/a").sends("found");
  expect(await (await fetch(url)).text()).toBe("found");
});

test("examples answer calls without a script", async () => {
  const { api, client } = setUp({ answers: "examples" }, { getThing: { id: 9 } });
  expect(await get(client, { id: "a" })).toEqual({ id: 9 });
  api.on(get).fails(422, { title: "no" });
  expect(await get(client, { id: "a" }).result()).toMatchObject({ ok: false });
});

describe("a script of a stream", () => {
  const streamed: Operation = {
    ...listThings,
    accept: "text/event-stream",
    success: { 200: eventStream() },
  };

  function chat(client: ClientCore, request: object = {}, options?: RequestOptions) {
    return callWith<EventStream<{ data: number; id?: string }>, Failure>(
      client,
      streamed,
      request,
      options,
    );
  }

  test("sends its items", async () => {
    const { api, client } = setUp();
    api.on(chat).streams([{ data: 1, id: "a" }, { data: 2 }]);
    const stream = await chat(client);
    expect(await stream.collect()).toEqual([
      { data: 1, id: "a" },
      { data: 2, id: "a" },
    ]);
    expect(stream.lastEventId).toBe("a");
  });

  test("can break after the last item", async () => {
    const { api, client } = setUp();
    // biome-ignore lint/suspicious/noThenProperty: the option of a script, which nothing awaits
    api.on(chat).streams([{ data: 1 }], { then: "drop" });
    const outcomes = [];
    for await (const result of (await chat(client)).results()) outcomes.push(result.ok);
    expect(outcomes).toEqual([true, false]);
  });
});
