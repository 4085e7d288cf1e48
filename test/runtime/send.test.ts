import { getEventListeners } from "node:events";
import { describe, expect, test, vi } from "vitest";
import { systemClock } from "../../templates/runtime/clock.js";
import {
  ConnectionError,
  RequestAbortedError,
  RequestTimeoutError,
} from "../../templates/runtime/errors.js";
import type { Operation } from "../../templates/runtime/operation.js";
import type { RetryConfig } from "../../templates/runtime/retry.js";
import {
  json,
  type Reply,
  refusingURL,
  reset,
  resetMidBody,
  serve,
  silent,
  stalled,
  text,
  truncated,
} from "./server.js";
import { addThing, callThing, listThings, Problem, rejectionOf, testClock } from "./things.js";

const found = json(200, { id: 1 });
const busy = json(503, { title: "busy" });

describe("a failed attempt is retried", () => {
  test.each<{ name: string; first: Reply; slept: number[] }>([
    { name: "after 503", first: busy, slept: [250] },
    { name: "after 408", first: text(408), slept: [250] },
    { name: "after a reset before the response", first: reset, slept: [250] },
    { name: "after a reset in the body", first: resetMidBody(200, '{"id"'), slept: [250] },
    { name: "after a truncated body", first: truncated(200, '{"id"'), slept: [250] },
    {
      name: "when Retry-After-Ms says",
      first: json(503, {}, { "Retry-After-Ms": "70" }),
      slept: [70],
    },
    {
      name: "when Retry-After says",
      first: json(503, {}, { "Retry-After": "2.5" }),
      slept: [2500],
    },
    { name: "without a wait", first: json(503, {}, { "Retry-After": "0" }), slept: [0] },
    {
      name: "when a date that has passed says",
      first: json(503, {}, { "Retry-After": "Sun, 06 Nov 1994 08:49:37 GMT" }),
      slept: [0],
    },
    {
      name: "by backoff where Retry-After is garbage",
      first: json(503, {}, { "Retry-After": "-5" }),
      slept: [250],
    },
  ])("$name", async ({ first, slept }) => {
    const server = await serve(first, found);
    const clock = testClock();
    await expect(callThing({ serverURL: server.url, clock }, listThings)).resolves.toEqual({
      id: 1,
    });
    expect(server.requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      "GET /things",
      "GET /things",
    ]);
    expect(clock.slept).toEqual(slept);
  });

  test("the clock's random is used for the backoff", async () => {
    const server = await serve(busy, found);
    const clock = testClock(0.5);
    await callThing({ serverURL: server.url, clock }, listThings);
    expect(clock.slept).toEqual([375]);
  });

  test("POST on 429, with the same body and headers", async () => {
    const server = await serve(json(429, {}), json(429, {}), found);
    const options = { headers: { "X-Trace": "t1" } };
    const setup = { serverURL: server.url, clock: testClock() };
    await callThing(setup, addThing, { name: "ä" }, options);
    expect(server.requests.map((request) => request.body)).toEqual(Array(3).fill('{"name":"ä"}'));
    const sent = server.requests.map(({ headers }) => [
      headers["x-trace"],
      headers["content-type"],
      headers["content-length"],
    ]);
    expect(sent).toEqual(Array(3).fill(["t1", "application/json", "13"]));
  });
});

describe("a failed attempt isn't retried", () => {
  test.each<{ name: string; reply: Reply; operation: Operation; retries?: RetryConfig }>([
    { name: "POST after 503", reply: busy, operation: addThing },
    { name: "POST after a reset", reply: reset, operation: addThing },
    { name: "POST after a reset in the body", reply: resetMidBody(200, "{"), operation: addThing },
    { name: "GET after 404", reply: json(404, {}), operation: listThings },
    { name: "GET after a payload that is no JSON", reply: text(200, "<p>"), operation: listThings },
    {
      name: "GET with strategy none",
      reply: busy,
      operation: listThings,
      retries: { strategy: "none" },
    },
    {
      name: "GET with strategy none after a reset",
      reply: reset,
      operation: listThings,
      retries: { strategy: "none" },
    },
    {
      name: "GET after a reset, if connection errors aren't retried",
      reply: reset,
      operation: listThings,
      retries: { strategy: "backoff", retryConnectionErrors: false },
    },
  ])("$name", async ({ reply, operation, retries }) => {
    const server = await serve(reply, found);
    const clock = testClock();
    const result = await callThing({ serverURL: server.url, clock, retries }, operation).result();
    expect(result).toMatchObject({ ok: false, error: { attempts: 1 } });
    expect(server.requests).toHaveLength(1);
    expect(clock.slept).toEqual([]);
  });

  test("a timeout isn't retried", async () => {
    const server = await serve(silent);
    const clock = testClock();
    const setup = { serverURL: server.url, clock, timeoutMs: 30 };
    const error = await rejectionOf(callThing(setup, listThings));
    expect(error).toBeInstanceOf(RequestTimeoutError);
    expect(error).toMatchObject({ attempts: 1 });
    expect(clock.slept).toEqual([]);
  });

  test("a refused connection is retried as often as allowed", async () => {
    const clock = testClock();
    const error = await rejectionOf(
      callThing({ serverURL: await refusingURL(), clock }, listThings),
    );
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ attempts: 3 });
    expect(clock.slept).toEqual([250, 375]);
  });

  test("the last response becomes the typed error", async () => {
    const operation = { ...listThings, errors: { 503: Problem } };
    const server = await serve(json(500, {}), json(502, {}), json(503, { title: "still busy" }));
    const error = await rejectionOf(
      callThing({ serverURL: server.url, clock: testClock() }, operation),
    );
    expect(error).toBeInstanceOf(Problem);
    expect(error).toMatchObject({ status: 503, attempts: 3, body: { title: "still busy" } });
  });

  test("waits and attempts together last no longer than maxElapsedTime", async () => {
    const server = await serve(busy);
    const clock = testClock();
    const backoff = { initialInterval: 100, exponent: 1, maxElapsedTime: 160 };
    const retries = { strategy: "backoff", backoff, maxAttempts: 99 } as const;
    const error = await rejectionOf(
      callThing({ serverURL: server.url, clock, retries }, listThings),
    );
    expect(clock.slept).toEqual([50, 50, 50]);
    expect(error).toMatchObject({ attempts: 4, status: 503 });
  });

  test.each([
    { name: "in milliseconds", headers: { "Retry-After-Ms": "60001" }, retryAfterMs: 60_001 },
    { name: "in seconds", headers: { "Retry-After": "3600" }, retryAfterMs: 3_600_000 },
    { name: "beyond measure", headers: { "Retry-After": "9".repeat(400) }, retryAfterMs: Infinity },
  ])("a wish longer than maxInterval, $name, ends the call", async ({ headers, retryAfterMs }) => {
    const server = await serve(text(429, "{}", headers), found);
    const clock = testClock();
    const error = await rejectionOf(callThing({ serverURL: server.url, clock }, listThings));
    expect(error).toMatchObject({ status: 429, attempts: 1, retryAfterMs });
    expect(clock.slept).toEqual([]);
    expect(server.requests).toHaveLength(1);
  });
});

describe("the caller's abort", () => {
  test("ends a wait at once", async () => {
    const server = await serve(busy, found);
    const controller = new AbortController();
    const clock = {
      ...testClock(),
      sleep: (_: number, signal: AbortSignal | undefined) => {
        const asleep = systemClock.sleep(600_000, signal);
        controller.abort("enough");
        return asleep;
      },
    };
    const { signal } = controller;
    const error = await rejectionOf(
      callThing({ serverURL: server.url, clock }, listThings, {}, { signal }),
    );
    expect(error).toBeInstanceOf(RequestAbortedError);
    expect(error).toMatchObject({ kind: "aborted", attempts: 1, cause: "enough" });
    expect(server.requests).toHaveLength(1);
    expect(getEventListeners(signal, "abort")).toHaveLength(0);
  });

  test("isn't retried", async () => {
    const controller = new AbortController();
    const server = await serve(() => controller.abort(), found);
    const clock = testClock();
    const { signal } = controller;
    const call = callThing({ serverURL: server.url, clock }, listThings, {}, { signal });
    expect(await rejectionOf(call)).toBeInstanceOf(RequestAbortedError);
    expect(clock.slept).toEqual([]);
  });
});

describe("the connection of a discarded response is free", () => {
  test("for the next attempt, if its body has arrived", async () => {
    const server = await serve(busy, busy, found);
    const retries = { strategy: "backoff", backoff: { initialInterval: 20 } } as const;
    await callThing({ serverURL: server.url, retries }, listThings);
    expect(server.requests.map(({ connection }) => connection)).toEqual([1, 1, 1]);
  });

  test("by being closed, if its body is still arriving", async () => {
    const server = await serve(stalled(503, "{"), stalled(503, "{"), found);
    await callThing({ serverURL: server.url, clock: testClock(), timeoutMs: 0 }, listThings);
    await vi.waitFor(() => expect(server.openRequests()).toBe(0));
  });

  test("if no success of the operation has a body", async () => {
    const operation: Operation = { ...listThings, method: "DELETE", success: {} };
    const server = await serve(stalled(200, "a body that nobody has asked for"));
    const setup = { serverURL: server.url, timeoutMs: 0 };
    await expect(callThing(setup, operation)).resolves.toBeUndefined();
    await vi.waitFor(() => expect(server.openRequests()).toBe(0));
  });
});

describe("a failed connection has its innermost reason as message", () => {
  const inner = new Error("connect ECONNREFUSED ::1:80");
  test.each([
    { name: "an error", thrown: new Error("no route"), want: "no connection: no route" },
    {
      name: "its cause",
      thrown: new TypeError("fetch failed", { cause: inner }),
      want: "no connection: connect ECONNREFUSED ::1:80",
    },
    {
      name: "the first of several",
      thrown: new TypeError("fetch failed", { cause: new AggregateError([inner, inner]) }),
      want: "no connection: connect ECONNREFUSED ::1:80",
    },
    {
      name: "an empty list",
      thrown: new TypeError("fetch failed", { cause: new AggregateError([], "none") }),
      want: "no connection: none",
    },
    { name: "what isn't an error", thrown: Symbol("odd"), want: "no connection" },
  ])("$name", async ({ thrown, want }) => {
    const fetch = () => Promise.reject(thrown);
    const setup = { serverURL: "http://127.0.0.1", fetch, retries: { strategy: "none" } } as const;
    const error = await rejectionOf(callThing(setup, listThings));
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ message: `listThings: ${want}`, cause: thrown });
  });
});
