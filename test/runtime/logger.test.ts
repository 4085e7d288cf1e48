import { describe, expect, test, vi } from "vitest";
import { apiKeyCookie } from "../../templates/runtime/api-key-cookie.js";
import { apiKeyHeader } from "../../templates/runtime/api-key-header.js";
import { apiKeyQuery } from "../../templates/runtime/api-key-query.js";
import { bearer } from "../../templates/runtime/bearer.js";
import { rawBody } from "../../templates/runtime/body-raw.js";
import { logged, type Secrets } from "../../templates/runtime/logger.js";
import type { Operation } from "../../templates/runtime/operation.js";
import { secretPayloads } from "../../templates/runtime/secret-fields.js";
import { json, type Reply, reset, serve, text } from "./server.js";
import { addThing, callThing, listThings, rejectionOf, type Setup, testClock } from "./things.js";

const secrets: Secrets = { headers: ["x-key"], queries: ["api_key"] };
const api = { secretFields: secretPayloads("pin") };
const credentials = {
  bearerAuth: "s3cret-t",
  apiKey: "s3cret-k",
  query: "s3cret-q",
  session: "s3cret-s",
};
const security = [
  [
    bearer(["bearerAuth", "A"]),
    apiKeyHeader("X-Key", ["apiKey", "B"]),
    apiKeyQuery("api_key", ["query", "C"]),
    apiKeyCookie("session", ["session", "D"]),
  ],
];
const found = json(200, { id: 1 }, { "X-Request-Id": "r1", "Set-Cookie": "s3cret=1" });
const add: Operation = { ...addThing, security };

type Told = [message: string, details: Record<string, unknown>];

/** A client with a logger, and what was logged. */
async function setUp(replies: [Reply, ...Reply[]] = [found], more: Setup = {}, all = secrets) {
  const server = await serve(...replies);
  const told: Told[] = [];
  const logger = {
    debug: (message: string, details: object) => void told.push([message, { ...details }]),
  };
  const given: Setup = { serverURL: server.url, clock: testClock(), api, credentials, ...more };
  return { server, told, setup: { ...given, ...logged({ ...given, logger }, all) } };
}

/** The details without the headers that differ from one runtime or moment to another. */
function lasting({ headers, ...details }: Record<string, unknown>) {
  const passing = /^(date|connection|keep-alive|transfer-encoding|user-agent)$/;
  const rest = Object.entries(Object(headers)).filter(([name]) => !passing.test(name));
  return { ...details, headers: Object.fromEntries(rest) };
}

describe("a logger receives", () => {
  test("of a request and its response, with no secret", async () => {
    const { server, told, setup } = await setUp();
    await callThing(setup, add, { name: "n", pin: "s3cret-1", a: [{ pin: "s3cret-2" }] });
    expect(told.map(([message]) => message)).toEqual([
      `addThing: POST ${server.url}/things?api_key=***`,
      "addThing: 200",
    ]);
    expect(told.map(([, details]) => lasting(details))).toEqual([
      {
        attempt: 1,
        headers: {
          accept: "application/json",
          authorization: "***",
          "content-type": "application/json",
          cookie: "***",
          "x-key": "***",
        },
        body: { name: "n", pin: "***", a: [{ pin: "***" }] },
      },
      {
        attempt: 1,
        headers: { "content-type": "application/json", "set-cookie": "***", "x-request-id": "r1" },
      },
    ]);
    expect(JSON.stringify(told)).not.toContain("s3cret");
    expect(server.requests[0]).toMatchObject({
      url: "/things?api_key=s3cret-q",
      headers: {
        authorization: "Bearer s3cret-t",
        "x-key": "s3cret-k",
        cookie: "session=s3cret-s",
      },
      body: '{"name":"n","pin":"s3cret-1","a":[{"pin":"s3cret-2"}]}',
    });
  });

  test("of each attempt", async () => {
    const { server, told, setup } = await setUp([json(503, {}), reset, found]);
    await callThing(setup, listThings);
    const request = `listThings: GET ${server.url}/things`;
    expect(told.map(([message, { attempt }]) => [attempt, message])).toEqual([
      [1, request],
      [1, "listThings: 503"],
      [2, request],
      [3, request],
      [3, "listThings: 200"],
    ]);
  });

  test("of the error that a call ends with, with no secret", async () => {
    const body = { title: "bad s3cret-k", pin: "s3cret-1", a: { pin: "s3cret-2" } };
    const { server, told, setup } = await setUp([json(422, body)]);
    await rejectionOf(callThing(setup, add, { pin: "s3cret-1" }));
    expect(told.at(-1)).toEqual([
      "addThing: the server answered 422: bad ***",
      {
        name: "Problem",
        kind: "response",
        status: 422,
        message: "addThing: the server answered 422: bad ***",
        request: { method: "POST", url: `${server.url}/things`, operationId: "addThing" },
        attempts: 1,
        body: { title: "bad ***", pin: "***", a: { pin: "***" } },
      },
    ]);
    expect(JSON.stringify(told)).not.toContain("s3cret");
  });

  test("of an error before anything is sent", async () => {
    const { told, setup } = await setUp([found], { serverURL: "" });
    await rejectionOf(callThing(setup, listThings));
    expect(told.map(([message]) => message)).toEqual([
      "listThings: no server: set a serverURL of http or https, without a password and a fragment",
    ]);
  });

  test.each([
    { name: "a query without the secret", path: "/things?a=b", want: "/things?a=b" },
    {
      name: "a secret among others",
      path: "/things?a=b&api_key=c&d=e",
      want: "/things?a=b&api_key=***&d=e",
    },
    {
      name: "a secret that is given twice",
      path: "/things?api_key=c&api_key=d",
      want: "/things?api_key=***",
    },
    { name: "a secret of nothing", path: "/things?api_key=", want: "/things?api_key=***" },
  ])("of the URL: $name", async ({ path, want }) => {
    const { server, told, setup } = await setUp();
    await callThing(setup, { ...listThings, path });
    expect(told[0]?.[0]).toBe(`listThings: GET ${server.url}${want}`);
  });

  test("of all headers hidden, if that is set", async () => {
    const { told, setup } = await setUp([found], { headers: { Cookie: "s3cret" } }, {});
    await callThing(setup, listThings, {}, { headers: { authorization: "s3cret" } });
    expect(JSON.stringify(told)).not.toContain("s3cret");
  });
});

describe("the body of a request is logged", () => {
  const upload = (contentType: string): Operation => ({
    ...addThing,
    body: { write: rawBody, contentType, field: "body" },
  });
  test.each([
    { type: "application/json", body: '{"pin":1,"a":2}', want: { pin: "***", a: 2 } },
    { type: "application/json; charset=utf-8", body: "[1]", want: [1] },
    { type: "application/vnd.api+json", body: '"text"', want: "text" },
    { type: "application/merge-patch+json; a=b", body: "null", want: null },
  ])("as $type", async ({ type, body, want }) => {
    const { told, setup } = await setUp();
    await callThing(setup, upload(type), { body });
    expect(told[0]?.[1]).toHaveProperty("body", want);
  });

  test.each([
    { name: "of text", type: "text/plain", body: "{}" },
    { name: "that is no JSON", type: "application/json", body: "{" },
    { name: "of lines of JSON", type: "application/x-ndjson", body: "{}" },
    { name: "of a sequence of JSON", type: "application/json-seq", body: "{}" },
    { name: "of a form", type: "application/x-www-form-urlencoded; a=json", body: "a=b" },
  ])("never as one $name", async ({ type, body }) => {
    const { server, told, setup } = await setUp();
    await callThing(setup, upload(type), { body });
    expect(told[0]?.[1]).not.toHaveProperty("body");
    expect(server.requests[0]?.body).toBe(body);
  });
});

describe("an exception of a logger", () => {
  test.each<{ name: string; reply: Reply; want: object }>([
    { name: "a success", reply: found, want: { ok: true, value: { id: 1 } } },
    { name: "an error", reply: json(404, {}), want: { ok: false, error: { status: 404 } } },
  ])("changes nothing of $name", async ({ reply, want }) => {
    const server = await serve(reply);
    const debug = vi.fn(() => {
      throw new Error("full");
    });
    const setup = { serverURL: server.url, ...logged({ logger: { debug } }, secrets) };
    expect(await callThing(setup, listThings).result()).toMatchObject(want);
    expect(debug).toHaveBeenCalled();
  });
});

describe("the caller's hooks run too", () => {
  test("and the logger receives a request that one returns", async () => {
    const { server, told, setup } = await setUp([found], {
      hooks: {
        beforeRequest: ({ request }) =>
          new Request(`${request.url}?api_key=s3cret`, {
            headers: { "X-Mine": "1", Authorization: "s3cret" },
          }),
      },
    });
    await callThing(setup, listThings);
    expect(server.requests[0]?.url).toBe("/things?api_key=s3cret");
    expect(told[0]).toEqual([
      `listThings: GET ${server.url}/things?api_key=***`,
      { attempt: 1, headers: { "x-mine": "1", authorization: "***" } },
    ]);
  });

  test("and the logger receives the headers that one changes", async () => {
    const { told, setup } = await setUp([found], {
      hooks: { beforeRequest: ({ request }) => request.headers.set("X-Mine", "1") },
    });
    await callThing(setup, listThings);
    expect(told[0]?.[1]).toMatchObject({ headers: { "x-mine": "1" } });
  });

  test("and may return another response; the logger receives the one that arrived", async () => {
    const { told, setup } = await setUp([text(500, "no")], {
      hooks: { afterResponse: async () => Response.json({ id: 2 }) },
    });
    await expect(callThing(setup, listThings)).resolves.toEqual({ id: 2 });
    expect(told[1]?.[0]).toBe("listThings: 500");
  });

  test("and receive the error", async () => {
    const onError = vi.fn();
    const { told, setup } = await setUp([json(404, {})], { hooks: { onError } });
    const error = await rejectionOf(callThing(setup, listThings));
    expect(onError.mock.calls.map(([context]) => context.error)).toEqual([error]);
    expect(told.at(-1)?.[0]).toBe("listThings: the server answered 404");
  });

  test("and one that throws is logged as the error of the call", async () => {
    const beforeRequest = () => {
      throw new Error("not today");
    };
    const { told, setup } = await setUp([found], { hooks: { beforeRequest } });
    const error = await rejectionOf(callThing(setup, listThings));
    expect(error).toMatchObject({ kind: "invalid-request" });
    expect(told.map(([message]) => message)).toEqual([
      "listThings: the beforeRequest hook threw: not today",
    ]);
  });
});

test("without a logger the options are unchanged", () => {
  const options = { timeoutMs: 1 };
  expect(logged(options, secrets)).toBe(options);
});
