import { describe, expect, test, vi } from "vitest";
import { SDKError } from "../../templates/runtime/errors.js";
import type { Hooks } from "../../templates/runtime/hooks.js";
import type { Operation } from "../../templates/runtime/operation.js";
import { json, reset, serve, stalled, text } from "./server.js";
import { addThing, callThing, getThing, listThings, rejectionOf, testClock } from "./things.js";

const found = json(200, { id: 1 });

describe("what hooks receive", () => {
  /** Hooks that note what they see. */
  function notes() {
    const told: unknown[] = [];
    const hooks: Hooks = {
      beforeRequest: ({ operation, attempt, request }) => {
        told.push([
          "before",
          operation,
          attempt,
          `${request.method} ${new URL(request.url).pathname}`,
        ]);
      },
      afterResponse: ({ operation, attempt, request, response }) => {
        told.push(["after", operation, attempt, `${request.method} ${response.status}`]);
      },
      onError: ({ operation, attempt, error }) => {
        told.push(["error", operation, attempt, error.kind]);
      },
    };
    return { told, hooks };
  }
  const get = { id: "getThing", path: "/things/{id}", method: "GET" };

  test("of a success at the second attempt", async () => {
    const server = await serve(json(503, {}), found);
    const { told, hooks } = notes();
    await callThing({ serverURL: server.url, hooks, clock: testClock() }, getThing, { id: "a b" });
    expect(told).toEqual([
      ["before", get, 1, "GET /things/a%20b"],
      ["after", get, 1, "GET 503"],
      ["before", get, 2, "GET /things/a%20b"],
      ["after", get, 2, "GET 200"],
    ]);
  });

  test("of an error, once", async () => {
    const server = await serve(reset, json(500, {}), json(500, {}));
    const { told, hooks } = notes();
    const setup = { serverURL: server.url, hooks, clock: testClock() };
    await callThing(setup, getThing, { id: 1 }).result();
    expect(told).toEqual([
      ["before", get, 1, "GET /things/1"],
      ["before", get, 2, "GET /things/1"],
      ["after", get, 2, "GET 500"],
      ["before", get, 3, "GET /things/1"],
      ["after", get, 3, "GET 500"],
      ["error", get, 3, "response"],
    ]);
  });

  test("of a request that couldn't be made", async () => {
    const { told, hooks } = notes();
    await callThing({ hooks }, getThing, { id: "" }).result();
    expect(told).toEqual([["error", get, 0, "invalid-request"]]);
  });

  test("the error is that of the call", async () => {
    const server = await serve(text(418));
    const onError = vi.fn();
    const setup = { serverURL: server.url, hooks: { onError } };
    const error = await rejectionOf(callThing(setup, listThings));
    expect(error).toBeInstanceOf(SDKError);
    expect(onError.mock.calls).toEqual([[{ operation: expect.anything(), attempt: 1, error }]]);
  });

  test("the call waits for those that are async", async () => {
    const server = await serve(json(404, {}));
    const order: string[] = [];
    const later = (name: string) => async () => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      order.push(name);
    };
    const hooks = {
      beforeRequest: later("before"),
      afterResponse: later("after"),
      onError: later("error"),
    };
    await callThing({ serverURL: server.url, hooks }, listThings).result();
    expect(order).toEqual(["before", "after", "error"]);
  });
});

describe("beforeRequest", () => {
  test("receives the headers, and may change them for its attempt", async () => {
    const server = await serve(json(503, {}), found);
    const hooks: Hooks = {
      beforeRequest: ({ attempt, request }) => {
        request.headers.append("X-Seen", `${request.headers.get("Accept")} ${attempt}`);
      },
    };
    await callThing({ serverURL: server.url, hooks, clock: testClock() }, listThings);
    expect(server.requests.map(({ headers }) => headers["x-seen"])).toEqual([
      "application/json 1",
      "application/json 2",
    ]);
  });

  test("may return another request", async () => {
    const server = await serve(found);
    const hooks: Hooks = {
      beforeRequest: async ({ request }) =>
        new Request(`${server.url}/other`, { method: "PUT", body: await request.text() }),
    };
    await callThing({ serverURL: server.url, hooks }, addThing, { name: "a" });
    const [sent] = server.requests;
    expect([sent?.method, sent?.url, sent?.body]).toEqual(["PUT", "/other", '{"name":"a"}']);
  });

  test("may return the request that it received", async () => {
    const server = await serve(found);
    const hooks: Hooks = { beforeRequest: ({ request }) => request };
    await callThing({ serverURL: server.url, hooks }, addThing, { name: "a" });
    expect(server.requests.map(({ body }) => body)).toEqual(['{"name":"a"}']);
  });

  test("may read the body from a clone", async () => {
    const server = await serve(found);
    const bodies: string[] = [];
    const hooks: Hooks = {
      beforeRequest: async ({ request }) => void bodies.push(await request.clone().text()),
    };
    await callThing({ serverURL: server.url, hooks }, addThing, { name: "a" });
    expect(bodies).toEqual(['{"name":"a"}']);
    expect(server.requests.map(({ body }) => body)).toEqual(bodies);
  });

  test("its exception is the cause", async () => {
    const cause = new Error("thrown");
    const beforeRequest = () => Promise.reject(cause);
    const setup = { serverURL: "http://127.0.0.1", hooks: { beforeRequest } };
    expect(await rejectionOf(callThing(setup, listThings))).toMatchObject({
      kind: "invalid-request",
      message: "listThings: the beforeRequest hook threw: thrown",
      attempts: 0,
      cause,
    });
  });
});

describe("afterResponse", () => {
  test("may return another response", async () => {
    const server = await serve(json(404, {}));
    const hooks: Hooks = { afterResponse: () => Response.json({ id: 2 }) };
    const call = callThing({ serverURL: server.url, hooks }, listThings);
    await expect(call).resolves.toEqual({ id: 2 });
    expect((await call.withResponse()).response.status).toBe(200);
  });

  test("may turn a success into an attempt that failed", async () => {
    const server = await serve(json(200, { busy: true }), found);
    const hooks: Hooks = {
      afterResponse: ({ attempt }) =>
        attempt === 1 ? new Response(null, { status: 503 }) : undefined,
    };
    const setup = { serverURL: server.url, hooks, clock: testClock() };
    await expect(callThing(setup, listThings)).resolves.toEqual({ id: 1 });
    expect(server.requests).toHaveLength(2);
  });

  test.each<{ name: string; afterResponse: Hooks["afterResponse"] }>([
    { name: "the response itself", afterResponse: ({ response }) => response },
    {
      name: "a response with its body",
      afterResponse: ({ response }) => new Response(response.body),
    },
    { name: "a clone", afterResponse: ({ response }) => response.clone() },
    {
      name: "a response with its body, piped",
      afterResponse: ({ response }) =>
        new Response(response.body?.pipeThrough(new TransformStream()) ?? null),
    },
  ])("may return $name", async ({ afterResponse }) => {
    const server = await serve(found);
    const setup = { serverURL: server.url, hooks: { ...(afterResponse && { afterResponse }) } };
    await expect(callThing(setup, listThings)).resolves.toEqual({ id: 1 });
  });

  const deleteThings: Operation = { ...listThings, method: "DELETE", success: {} };
  test.each<{ name: string; afterResponse: Hooks["afterResponse"] }>([
    { name: "has read it", afterResponse: async ({ response }) => void (await response.text()) },
    {
      name: "reads a clone",
      afterResponse: async ({ response }) => void (await response.clone().text()),
    },
    { name: "keeps a clone unread", afterResponse: ({ response }) => void response.clone() },
  ])("a body that no one needs is no matter where the hook $name", async ({ afterResponse }) => {
    const server = await serve(json(503, {}), text(200, "undeclared"));
    const hooks = { ...(afterResponse && { afterResponse }) };
    const setup = { serverURL: server.url, hooks, clock: testClock(), timeoutMs: 0 };
    await expect(callThing(setup, deleteThings)).resolves.toBeUndefined();
    expect(server.requests).toHaveLength(2);
  });

  test.each<{ name: string; afterResponse: Hooks["afterResponse"] }>([
    { name: "replaces", afterResponse: () => Response.json({}) },
    { name: "throws over", afterResponse: () => Promise.reject(new Error("thrown")) },
  ])("frees the connection of a response that it $name", async ({ afterResponse }) => {
    const server = await serve(stalled(200, "{"));
    const hooks = { ...(afterResponse && { afterResponse }) };
    await callThing({ serverURL: server.url, hooks, timeoutMs: 0 }, listThings).result();
    await vi.waitFor(() => expect(server.openRequests()).toBe(0));
  });

  test("its exception is the cause, next to the response", async () => {
    const server = await serve(found);
    const cause = new Error("thrown");
    const hooks = { afterResponse: () => Promise.reject(cause) };
    const call = callThing({ serverURL: server.url, hooks }, listThings);
    expect(await rejectionOf(call)).toMatchObject({
      kind: "decode",
      message: "listThings: the server answered 200: the afterResponse hook threw: thrown",
      attempts: 1,
      rawBody: "",
      response: { status: 200 },
      cause,
    });
  });
});
