import { getEventListeners } from "node:events";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterEach, describe, expect, test, vi } from "vitest";
import { within } from "../../templates/runtime/deadline.js";
import { RequestAbortedError, RequestTimeoutError } from "../../templates/runtime/errors.js";
import { json, type Reply, reset, serve, silent, stalled, when } from "./server.js";
import { callThing, listThings, rejectionOf, testClock } from "./things.js";

const found = json(200, { id: 1 });

afterEach(() => {
  vi.useRealTimers();
});

const call = {
  request: { method: "GET", url: "/things", operationId: "listThings" },
  attempts: 0,
  secrets: [],
};

/** The signal of an attempt that never ends by itself, and the error with which it ends. */
function endless(timeoutMs: number, signal?: AbortSignal) {
  let own = AbortSignal.abort();
  const work = (given: AbortSignal) => {
    own = given;
    return new Promise(() => {});
  };
  const error = rejectionOf(within({ timeoutMs, signal }, call, work));
  return { signal: own, error };
}

describe("the signal", () => {
  test("aborts when the time is up", async () => {
    vi.useFakeTimers();
    const { signal, error } = endless(1000);
    vi.advanceTimersByTime(999);
    expect(signal.aborted).toBe(false);
    vi.advanceTimersByTime(1);
    expect(signal.aborted).toBe(true);
    expect(await error).toMatchObject({ kind: "timeout", timeoutMs: 1000 });
  });

  test("aborts when the caller does, with the caller's reason", async () => {
    const caller = new AbortController();
    const { signal, error } = endless(1000, caller.signal);
    caller.abort("enough");
    expect(signal.reason).toBe("enough");
    expect(await error).toMatchObject({ kind: "aborted", cause: "enough" });
  });

  test("has aborted when the caller had", async () => {
    const { signal, error } = endless(1000, AbortSignal.abort("before"));
    expect(signal.reason).toBe("before");
    expect(await error).toMatchObject({ kind: "aborted", cause: "before" });
  });

  test.each([0, -1, Number.NaN, 2 ** 31, Number.POSITIVE_INFINITY])("%d ms is no limit", (ms) => {
    vi.useFakeTimers();
    void endless(ms);
    expect(vi.getTimerCount()).toBe(0);
  });

  test.each<{ name: string; work: () => Promise<unknown> }>([
    { name: "succeeds", work: async () => "done" },
    { name: "fails", work: () => Promise.reject(new Error("broken")) },
  ])("of an attempt that $name leaves neither a timer nor a listener", async ({ work }) => {
    vi.useFakeTimers();
    const { signal } = new AbortController();
    const end = within({ timeoutMs: 1000, signal }, call, work);
    expect(getEventListeners(signal, "abort")).toHaveLength(1);
    await end.catch(() => {});
    expect(getEventListeners(signal, "abort")).toHaveLength(0);
    expect(vi.getTimerCount()).toBe(0);
  });
});

test("an attempt gives what its work gives", async () => {
  const limits = { timeoutMs: 0, signal: undefined };
  await expect(within(limits, call, async () => "done")).resolves.toBe("done");
  await expect(within(limits, call, () => Promise.reject("broken"))).rejects.toBe("broken");
});

describe("an attempt that takes too long ends with RequestTimeoutError", () => {
  test.each<{ name: string; reply: Reply }>([
    { name: "before the headers", reply: silent },
    { name: "in the body", reply: stalled(200, '{"id"') },
    { name: "in the body of an error", reply: stalled(404, '{"title"') },
  ])("$name, and its connection is closed", async ({ reply }) => {
    const server = await serve(reply);
    const error = await rejectionOf(
      callThing({ serverURL: server.url, timeoutMs: 40 }, listThings),
    );
    expect(error).toBeInstanceOf(RequestTimeoutError);
    expect(error).toMatchObject({
      kind: "timeout",
      status: undefined,
      timeoutMs: 40,
      attempts: 1,
      message: "listThings: no answer within 40 ms",
    });
    await vi.waitFor(() => expect(server.openRequests()).toBe(0));
  });

  test("also where the request that `fetch` was given is garbage by then", async () => {
    setFlagsFromString("--expose-gc");
    const collect: () => void = runInNewContext("gc");
    const server = await serve(stalled(200, "{"));
    const call = callThing({ serverURL: server.url, timeoutMs: 100 }, listThings);
    const collecting = setInterval(collect, 10);
    expect(await rejectionOf(call)).toBeInstanceOf(RequestTimeoutError);
    clearInterval(collecting);
    await vi.waitFor(() => expect(server.openRequests()).toBe(0));
  });

  test("also where a hook has the request sent another way", async () => {
    const server = await serve(silent);
    const hooks = { beforeRequest: () => new Request(`${server.url}/other`) };
    const setup = { serverURL: server.url, timeoutMs: 40, hooks };
    expect(await rejectionOf(callThing(setup, listThings))).toBeInstanceOf(RequestTimeoutError);
    await vi.waitFor(() => expect(server.openRequests()).toBe(0));
  });

  test.each<{ name: string; own: object; attempts: number }>([
    { name: "a fetch", own: { fetch: () => new Promise(() => {}) }, attempts: 1 },
    {
      name: "a beforeRequest hook",
      own: { hooks: { beforeRequest: () => new Promise(() => {}) } },
      attempts: 0,
    },
    {
      name: "an afterResponse hook",
      own: { hooks: { afterResponse: () => new Promise(() => {}) } },
      attempts: 1,
    },
  ])("also where $name never settles", async ({ own, attempts }) => {
    const server = await serve(found);
    const setup = { serverURL: server.url, timeoutMs: 20, ...own };
    const error = await rejectionOf(callThing(setup, listThings));
    expect(error).toBeInstanceOf(RequestTimeoutError);
    expect(error).toMatchObject({ attempts });
  });

  test("and sends nothing any more, though a hook comes back", async () => {
    vi.useFakeTimers();
    const fetch = vi.fn(async () => Response.json({}));
    const hook = new Promise<void>((resolve) => setTimeout(resolve, 2000));
    const hooks = { beforeRequest: () => hook };
    const setup = { serverURL: "http://127.0.0.1", fetch, timeoutMs: 1000, hooks };
    const failure = rejectionOf(callThing(setup, listThings));
    await vi.advanceTimersByTimeAsync(1000);
    expect(await failure).toMatchObject({ kind: "timeout", attempts: 0 });
    await vi.advanceTimersByTimeAsync(1000);
    await hook;
    await vi.advanceTimersByTimeAsync(0);
    expect(fetch).not.toHaveBeenCalled();
  });

  test.each([0, Number.POSITIVE_INFINITY])("%d ms: never", async (timeoutMs) => {
    const later = new Promise((resolve) => setTimeout(resolve, 50));
    const server = await serve(when(later, found));
    await expect(callThing({ serverURL: server.url, timeoutMs }, listThings)).resolves.toEqual({
      id: 1,
    });
  });

  test("each attempt has the whole time", async () => {
    vi.useFakeTimers();
    const statuses = [503, 503, 200];
    const fetch = async () => {
      await vi.advanceTimersByTimeAsync(900);
      return Response.json({ id: 1 }, { status: statuses.shift() ?? 500 });
    };
    const clock = testClock();
    const setup = { serverURL: "http://127.0.0.1", fetch, timeoutMs: 1000, clock };
    await expect(callThing(setup, listThings)).resolves.toEqual({ id: 1 });
    expect(clock.slept).toEqual([250, 375]);
  });

  test.each([
    { name: "the call's", call: 11, client: 22, operation: 33, want: 11 },
    { name: "the client's", call: undefined, client: 22, operation: 33, want: 22 },
    { name: "the operation's", call: undefined, client: undefined, operation: 33, want: 33 },
  ])("$name limit is in force", async ({ call, client, operation, want }) => {
    const server = await serve(silent);
    const setup = { serverURL: server.url, timeoutMs: client };
    const options = { timeoutMs: call };
    const told = { ...listThings, timeoutMs: operation };
    const error = await rejectionOf(callThing(setup, told, {}, options));
    expect(error).toMatchObject({ timeoutMs: want });
  });
});

describe("the caller's abort ends the call with RequestAbortedError", () => {
  test("before anything is sent", async () => {
    const server = await serve(found);
    const beforeRequest = vi.fn();
    const setup = { serverURL: server.url, hooks: { beforeRequest } };
    const signal = AbortSignal.abort("before");
    const error = await rejectionOf(callThing(setup, listThings, {}, { signal }));
    expect(error).toBeInstanceOf(RequestAbortedError);
    expect(error).toMatchObject({ kind: "aborted", status: undefined, attempts: 0 });
    expect(error).toMatchObject({ cause: "before", message: "listThings: aborted" });
    expect(beforeRequest).not.toHaveBeenCalled();
    expect(server.requests).toHaveLength(0);
    expect(getEventListeners(signal, "abort")).toHaveLength(0);
  });

  test("while a hook runs, so that nothing is sent", async () => {
    const server = await serve(found);
    const controller = new AbortController();
    const setup = { serverURL: server.url, hooks: { beforeRequest: () => controller.abort() } };
    const { signal } = controller;
    const error = await rejectionOf(callThing(setup, listThings, {}, { signal }));
    expect(error).toBeInstanceOf(RequestAbortedError);
    expect(error).toMatchObject({ attempts: 0 });
    expect(server.requests).toHaveLength(0);
  });

  test.each<{ name: string; reply: (abort: () => void) => Reply }>([
    { name: "before the headers", reply: (abort) => abort },
    {
      name: "in the body",
      reply: (abort) => (response) => {
        stalled(200, '{"id"')(response);
        setTimeout(abort, 30);
      },
    },
  ])("$name, and its connection is closed", async ({ reply }) => {
    const controller = new AbortController();
    const reason = new Error("enough");
    const server = await serve(reply(() => controller.abort(reason)));
    const { signal } = controller;
    const setup = { serverURL: server.url, timeoutMs: 0 };
    const error = await rejectionOf(callThing(setup, listThings, {}, { signal }));
    expect(error).toBeInstanceOf(RequestAbortedError);
    expect(error).toMatchObject({ attempts: 1, cause: reason });
    expect(getEventListeners(signal, "abort")).toHaveLength(0);
    await vi.waitFor(() => expect(server.openRequests()).toBe(0));
  });

  test("after the end changes nothing", async () => {
    const server = await serve(found);
    const controller = new AbortController();
    const call = callThing({ serverURL: server.url }, listThings, {}, controller);
    const result = await call.result();
    controller.abort();
    expect(result).toMatchObject({ ok: true, value: { id: 1 } });
    await expect(call).resolves.toEqual({ id: 1 });
  });
});

describe("a long-lived signal has one listener during a call, and none after it", () => {
  test.each<{ name: string; replies: [Reply, ...Reply[]]; timeoutMs?: number }>([
    { name: "a success", replies: [found] },
    { name: "an error", replies: [json(404, {})] },
    { name: "attempts", replies: [json(503, {}), reset, found] },
    { name: "a timeout", replies: [silent], timeoutMs: 40 },
  ])("$name", async ({ replies, timeoutMs }) => {
    const server = await serve(...replies);
    const { signal } = new AbortController();
    const during: number[] = [];
    const count = () => void during.push(getEventListeners(signal, "abort").length);
    const setup = { serverURL: server.url, timeoutMs, hooks: { beforeRequest: count } };
    await callThing({ ...setup, clock: testClock() }, listThings, {}, { signal }).result();
    expect(during).toEqual(replies.map(() => 1));
    expect(getEventListeners(signal, "abort")).toHaveLength(0);
  });
});
