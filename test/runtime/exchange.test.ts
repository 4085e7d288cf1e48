import { afterEach, describe, expect, test, vi } from "vitest";
import { rawBody } from "../../templates/runtime/body-raw.js";
import type { RequestOptions } from "../../templates/runtime/client-core.js";
import type { Fetch } from "../../templates/runtime/fetch.js";
import type { Operation } from "../../templates/runtime/operation.js";
import { json, serve } from "./server.js";
import { addThing, callThing, listThings, type Setup, testClock } from "./things.js";

const found = json(200, { id: 1 });

afterEach(() => {
  vi.unstubAllGlobals();
});

/** Setups with and without a reader of the `Request`. */
const lookers: { name: string; setup: Setup }[] = [
  { name: "no hook or logger", setup: {} },
  { name: "a hook does", setup: { hooks: { beforeRequest: () => {} } } },
  { name: "a custom fetch", setup: { fetch: (request, init) => fetch(request, init) } },
];

const upload: Operation = {
  ...addThing,
  body: { write: rawBody, contentType: "text/plain", field: "body" },
};

describe.each(lookers)("where $name", ({ setup }) => {
  test("the same requests are sent", async () => {
    const server = await serve(found);
    const headers = { "X-Kind": "a" };
    await callThing({ serverURL: server.url, ...setup }, addThing, { name: "b" }, { headers });
    expect(
      server.requests.map(({ method, url, headers, body }) => [
        method,
        url,
        headers["x-kind"],
        headers["content-type"],
        body,
      ]),
    ).toEqual([["POST", "/things", "a", "application/json", '{"name":"b"}']]);
  });

  test.each<{
    name: string;
    operation?: Operation;
    body?: BodyInit;
    options?: RequestOptions;
    want: RegExp;
  }>([
    { name: "a method", operation: { ...listThings, method: "TRACE" }, want: /TRACE/ },
    { name: "a body with GET", operation: { ...upload, method: "GET" }, body: "a", want: /GET/ },
    {
      name: "an option of fetch",
      // The cast is a caller's mistake.
      options: { fetchOptions: { redirect: "never" as "error" } },
      want: /never/,
    },
  ])(
    "no request can be made of $name, and none is sent",
    async ({ operation = listThings, body, options, want }) => {
      const server = await serve(found);
      const clock = testClock();
      const given = { serverURL: server.url, clock, ...setup };
      const result = await callThing(given, operation, { body }, options).result();
      expect(result).toMatchObject({
        error: { kind: "invalid-request", attempts: 0, message: expect.stringMatching(want) },
      });
      expect([server.requests.length, clock.slept]).toEqual([0, []]);
    },
  );

  test("no request can be made of a stream that has been read", async () => {
    const server = await serve(found);
    const stream = new Blob(["a"]).stream();
    await new Response(stream).text();
    const given = { serverURL: server.url, ...setup };
    const result = await callThing(given, upload, { body: stream }).result();
    expect(result).toMatchObject({ error: { kind: "invalid-request", attempts: 0 } });
    expect(server.requests).toEqual([]);
  });
});

test.each<{ name: string; setup: Setup; want: unknown[] }>([
  { name: "no hook or logger", setup: {}, want: ["http://127.0.0.1/things"] },
  {
    name: "a hook reads it",
    setup: { hooks: { afterResponse: () => {} } },
    want: ["http://127.0.0.1/things"],
  },
  {
    name: "a hook returns its own",
    setup: { hooks: { beforeRequest: ({ request }) => new Request(request) } },
    want: [expect.any(Request)],
  },
])("the global fetch is given what is needed: $name", async ({ setup, want }) => {
  const seen: unknown[] = [];
  vi.stubGlobal("fetch", async (input: unknown) => {
    seen.push(input);
    return Response.json({});
  });
  await callThing({ serverURL: "http://127.0.0.1", ...setup }, listThings);
  expect(seen).toEqual(want);
});

test("a custom fetch receives a signal that the time limit aborts", async () => {
  const fetch: Fetch = (_, init) =>
    new Promise((_, reject) => {
      init?.signal?.addEventListener("abort", () => reject(init.signal?.reason));
    });
  const setup = { serverURL: "http://127.0.0.1", fetch, timeoutMs: 5 };
  expect(await callThing(setup, listThings).result()).toMatchObject({ error: { kind: "timeout" } });
});
