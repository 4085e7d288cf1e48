import { describe, expect, test } from "vitest";
import { bearer } from "../../templates/runtime/bearer.js";
import { jsonBody } from "../../templates/runtime/body-json.js";
import type { RequestOptions } from "../../templates/runtime/client-core.js";
import {
  type BaseError,
  ConnectionError,
  InvalidRequestError,
  RequestTimeoutError,
  ResponseDecodeError,
  SDKError,
} from "../../templates/runtime/errors.js";
import { inHeader } from "../../templates/runtime/in-header.js";
import { inPath } from "../../templates/runtime/in-path.js";
import { inQuery } from "../../templates/runtime/in-query.js";
import { json as jsonReader } from "../../templates/runtime/json.js";
import type { Operation } from "../../templates/runtime/operation.js";
import type { Parameter } from "../../templates/runtime/parameter.js";
import type { RetryConfig } from "../../templates/runtime/retry.js";
import { formExplodedStyle } from "../../templates/runtime/style-form.js";
import { headerStyle, simpleStyle } from "../../templates/runtime/style-simple.js";
import {
  json,
  type Reply,
  refusingURL,
  reset,
  resetMidBody,
  serve,
  text,
  truncated,
} from "./server.js";
import {
  addThing,
  callThing,
  getThing,
  listThings,
  Problem,
  rejectionOf,
  type Setup,
  testClock,
} from "./things.js";

const once: RetryConfig = { strategy: "none" };
const found = json(200, { id: 1 });
const secured: Operation = { ...listThings, security: [[bearer(["bearerAuth", "THINGS_TOKEN"])]] };

interface Call {
  readonly name: string;
  readonly reply?: Reply;
  readonly setup?: Setup;
  readonly operation?: Operation;
  readonly input?: object;
  readonly options?: RequestOptions;
}

/** The three ways to read a call, side by side. */
async function readings({ reply = found, setup, operation = listThings, input, options }: Call) {
  const server = await serve(reply);
  const call = callThing(
    { serverURL: server.url, retries: once, ...setup },
    operation,
    input,
    options,
  );
  const [result, awaited, answered] = await Promise.all([
    call.result(),
    Promise.allSettled([call]).then(([settled]) => settled),
    Promise.allSettled([call.withResponse()]).then(([settled]) => settled),
  ]);
  return { server, result, awaited, answered };
}

const thrower = () => {
  throw new Error("thrown");
};

type Ending = Call & {
  readonly type: abstract new (...parts: never[]) => BaseError;
  readonly kind: BaseError["kind"];
  readonly status?: number;
  /** How many requests arrive. */
  readonly sent: number;
};

const circular: Record<string, unknown> = {};
circular["self"] = circular;

/** The server answers, and not with what was promised. */
const undecodable: Ending[] = [
  { name: "malformed JSON", reply: text(200, '{"id":'), sent: 1 },
  { name: "an empty body where JSON is due", reply: text(200), sent: 1 },
  { name: "HTML", reply: text(200, "<p>", { "Content-Type": "text/html" }), sent: 1 },
  { name: "HTML with an undocumented success", reply: text(202, "<p>"), sent: 1 },
  { name: "a documented error in HTML", reply: text(404, "<p>"), sent: 1 },
  { name: "a documented error without a body", reply: text(422), sent: 1 },
  {
    name: "an afterResponse hook that throws",
    setup: { hooks: { afterResponse: thrower } },
    sent: 1,
  },
  {
    name: "an afterResponse hook that rejects",
    setup: { hooks: { afterResponse: async () => thrower() } },
    sent: 1,
  },
].map((row) => ({ ...row, type: ResponseDecodeError, kind: "decode" }));

const errorStatuses: Ending[] = [
  { name: "a documented error", reply: json(404, {}), type: Problem, status: 404 },
  {
    name: "a documented error as problem+json",
    reply: json(
      422,
      { title: "no" },
      { "Content-Type": "application/problem+json; charset=utf-8" },
    ),
    type: Problem,
    status: 422,
  },
  {
    name: "a documented error without a content type",
    reply: text(404, '{"title":"gone"}'),
    type: Problem,
    status: 404,
  },
  { name: "418, which no one documented", reply: text(418, "teapot"), type: SDKError, status: 418 },
  { name: "500 without a body", reply: text(500), type: SDKError, status: 500 },
  { name: "302 without a location", reply: text(302), type: SDKError, status: 302 },
  {
    name: "302 that isn't followed",
    reply: text(302, "", { Location: "/elsewhere" }),
    options: { fetchOptions: { redirect: "manual" } } as const,
    type: SDKError,
    status: 302,
  },
  { name: "304", reply: text(304), type: SDKError, status: 304 },
].map((row) => ({ ...row, kind: "response", sent: 1 }));

const connections: Ending[] = [
  { name: "a truncated body", reply: truncated(200, '{"id":1}'), sent: 1 },
  { name: "a truncated body of an error", reply: truncated(404, "{}"), sent: 1 },
  { name: "a reset before the response", reply: reset, sent: 1 },
  { name: "a reset in the body", reply: resetMidBody(200, '{"id"'), sent: 1 },
  {
    name: "a redirect that is an error",
    reply: text(302, "", { Location: "/elsewhere" }),
    options: { fetchOptions: { redirect: "error" } } as const,
    sent: 1,
  },
  { name: "a name that no DNS knows", setup: { serverURL: "http://nowhere.invalid" }, sent: 0 },
  { name: "a fetch that throws", setup: { fetch: thrower }, sent: 0 },
  { name: "a fetch that rejects", setup: { fetch: async () => thrower() }, sent: 0 },
  { name: "a fetch that rejects with nothing", setup: { fetch: () => Promise.reject() }, sent: 0 },
].map((row) => ({ ...row, type: ConnectionError, kind: "connection" }));

const pathValues: [string, unknown][] = [
  ["undefined", undefined],
  ["null", null],
  ["empty", ""],
  [".", "."],
  ["..", ".."],
  ["a list of nothing", []],
  ["a list of ..", [".."]],
  ["an object without fields", {}],
  ["a lone surrogate", "\ud800"],
  ["a symbol", Symbol("odd")],
];

const unusable: Ending[] = [
  { name: "no path value", operation: getThing },
  ...pathValues.map(([name, id]) => ({
    name: `path value: ${name}`,
    operation: getThing,
    input: { id },
  })),
  { name: "a circular body", operation: addThing, input: circular },
  { name: "a bigint in the body", operation: addThing, input: { size: 1n } },
  { name: "a body whose toJSON throws", operation: addThing, input: { at: { toJSON: thrower } } },
  {
    name: "a field that throws when it is read",
    operation: addThing,
    input: Object.defineProperty({}, "name", { get: thrower, enumerable: true }),
  },
  { name: "no server", setup: { serverURL: undefined } },
  { name: "a server that is no URL", setup: { serverURL: "nonsense" } },
  { name: "a server without a host", setup: { serverURL: "http://:80" } },
  { name: "a server with a password", setup: { serverURL: "http://me:secret@127.0.0.1" } },
  { name: "a header that can't be sent", options: { headers: { "X-Name": "a\nb" } } },
  { name: "a header name that can't be sent", options: { headers: { "X Name": "a" } } },
  { name: "no credential", operation: secured },
  { name: "an empty credential", operation: secured, setup: { credentials: { bearerAuth: "" } } },
  {
    name: "a credential that can't be sent",
    operation: secured,
    setup: { credentials: { bearerAuth: "a\nb" } },
  },
  {
    name: "a credential function that throws",
    operation: secured,
    setup: { credentials: { bearerAuth: thrower } },
  },
  {
    name: "a credential function that rejects",
    operation: secured,
    setup: { credentials: { bearerAuth: async () => thrower() } },
  },
  { name: "a beforeRequest hook that throws", setup: { hooks: { beforeRequest: thrower } } },
  {
    name: "a beforeRequest hook that rejects",
    setup: { hooks: { beforeRequest: async () => thrower() } },
  },
].map((row) => ({ ...row, type: InvalidRequestError, kind: "invalid-request", sent: 0 }));

describe("await, result and withResponse fail with the same error", () => {
  const timeout: Ending = {
    name: "a timeout",
    setup: { timeoutMs: 20, fetch: () => new Promise(() => {}) },
    type: RequestTimeoutError,
    kind: "timeout",
    sent: 0,
  };
  test.each([...undecodable, ...errorStatuses, ...connections, ...unusable, timeout])(
    "$kind: $name",
    async ({ type, kind, status, sent, ...call }) => {
      const { server, result, awaited, answered } = await readings(call);
      if (result.ok) throw new Error("expected an error");
      const { error } = result;
      expect(error.constructor).toBe(type);
      expect({ kind: error.kind, status: error.status }).toEqual({ kind, status });
      expect(awaited).toEqual({ status: "rejected", reason: error });
      expect(answered).toEqual({ status: "rejected", reason: error });
      expect(awaited.status === "rejected" && awaited.reason).toBe(error);
      expect(answered.status === "rejected" && answered.reason).toBe(error);
      expect(server.requests).toHaveLength(sent);
    },
  );

  test("connection: a server that is gone", async () => {
    const setup = { serverURL: await refusingURL() };
    const { result } = await readings({ name: "refused", setup });
    expect(result).toMatchObject({ ok: false, error: { kind: "connection", attempts: 1 } });
  });

  test.each([
    { name: "throws", onError: thrower },
    { name: "rejects", onError: async () => thrower() },
  ])("an onError hook that $name hides no error", async ({ name, onError }) => {
    const { result } = await readings({
      name,
      reply: json(404, {}),
      setup: { hooks: { onError } },
    });
    expect(result).toMatchObject({ ok: false, error: { kind: "response", status: 404 } });
  });
});

describe("every success of the server is a success", () => {
  const many: Operation = { ...listThings, success: { 204: jsonReader, 205: jsonReader } };
  test.each<Call & { value: unknown }>([
    { name: "JSON", reply: found, value: { id: 1 } },
    { name: "null", reply: text(200, "null"), value: null },
    {
      name: "JSON as HTML",
      reply: json(200, { id: 1 }, { "Content-Type": "text/html" }),
      value: { id: 1 },
    },
    { name: "JSON without a content type", reply: text(200, '{"id":1}'), value: { id: 1 } },
    { name: "204 with a declared body", reply: text(204), operation: many, value: undefined },
    { name: "205 with a declared body", reply: text(205), operation: many, value: undefined },
    { name: "202, undeclared, with a body", reply: json(202, { queued: 1 }), value: { queued: 1 } },
    { name: "202, undeclared, without a body", reply: text(202), value: undefined },
    {
      name: "a body that no one declared",
      reply: text(200, "<p>"),
      operation: { ...listThings, success: {} },
      value: undefined,
    },
    {
      name: "HEAD, which has no body though one is declared",
      reply: text(200),
      operation: { ...listThings, method: "HEAD" },
      value: undefined,
    },
    {
      name: "a documented range",
      reply: text(201, "[]"),
      operation: { ...listThings, success: { "2XX": jsonReader } },
      value: [],
    },
  ])("$name", async ({ value, ...call }) => {
    const { server, result, awaited, answered } = await readings(call);
    expect(result).toEqual({ ok: true, value, response: expect.any(Response) });
    expect(awaited).toEqual({ status: "fulfilled", value });
    const data = { data: value, response: result.ok && result.response };
    expect(answered).toEqual({ status: "fulfilled", value: data });
    expect(server.requests).toHaveLength(1);
  });

  test("with the response that brought it", async () => {
    const server = await serve(json(200, {}, { "X-Request-Id": "r1" }));
    const { response } = await callThing({ serverURL: server.url }, listThings).withResponse();
    expect([response.status, response.headers.get("X-Request-Id")]).toEqual([200, "r1"]);
  });
});

test("an argument that is changed after the call changes nothing", async () => {
  const server = await serve(found);
  const input = { name: "before" };
  const call = callThing({ serverURL: server.url }, addThing, input);
  input.name = "after";
  await call;
  expect(server.requests[0]?.body).toBe('{"name":"before"}');
});

describe("the retries of the most specific level apply, as a whole", () => {
  const of = (maxAttempts: number): RetryConfig => ({ strategy: "backoff", maxAttempts });
  const bad: RetryConfig = { strategy: "backoff", backoff: { initialInterval: 10 } };
  test.each<{
    name: string;
    call?: RetryConfig;
    client?: RetryConfig;
    operation?: RetryConfig;
    api?: RetryConfig;
    want: { attempts: number; slept: number[] };
  }>([
    {
      name: "the call's",
      call: of(1),
      client: of(2),
      operation: of(4),
      api: of(5),
      want: { attempts: 1, slept: [] },
    },
    {
      name: "the client's",
      client: of(2),
      operation: of(4),
      api: of(5),
      want: { attempts: 2, slept: [250] },
    },
    {
      name: "the operation's",
      operation: of(4),
      api: of(5),
      want: { attempts: 4, slept: [250, 375, 562.5] },
    },
    { name: "the document's", api: of(2), want: { attempts: 2, slept: [250] } },
    { name: "the built-in", want: { attempts: 3, slept: [250, 375] } },
    {
      name: "the call's none",
      call: once,
      client: of(2),
      want: { attempts: 1, slept: [] },
    },
    {
      name: "the client's, whose missing parts are built in and not the document's",
      client: bad,
      api: { strategy: "backoff", maxAttempts: 9, backoff: { exponent: 7 } },
      want: { attempts: 3, slept: [5, 7.5] },
    },
  ])("$name", async ({ call, client, operation, api, want }) => {
    const server = await serve(json(503, {}));
    const clock = testClock();
    const told = { ...listThings, ...(operation && { retries: operation }) };
    const setup = {
      serverURL: server.url,
      clock,
      retries: client,
      api: api ? { retries: api } : {},
    };
    const error = await rejectionOf(callThing(setup, told, {}, { retries: call }));
    expect(error).toMatchObject({ attempts: want.attempts });
    expect(clock.slept).toEqual(want.slept);
    expect(server.requests).toHaveLength(want.attempts);
  });
});

describe("the server that is called", () => {
  const wrong = "http://nowhere.invalid";
  test.each<{ name: string; levels: (url: string) => [Setup, RequestOptions]; want: string }>([
    {
      name: "the call's",
      levels: (url) => [{ serverURL: wrong, api: { server: wrong } }, { serverURL: url }],
      want: "/things",
    },
    {
      name: "the client's",
      levels: (url) => [{ serverURL: url, api: { server: wrong } }, {}],
      want: "/things",
    },
    {
      name: "the document's",
      levels: (url) => [{ api: { server: url } }, {}],
      want: "/things",
    },
    { name: "a URL", levels: (url) => [{}, { serverURL: new URL(url) }], want: "/things" },
    {
      name: "with a path",
      levels: (url) => [{ serverURL: `${url}/v1` }, {}],
      want: "/v1/things",
    },
    {
      name: "with a path and a slash",
      levels: (url) => [{ serverURL: `${url}/v1/` }, {}],
      want: "/v1/things",
    },
  ])("$name", async ({ levels, want }) => {
    const server = await serve(found);
    const [setup, options] = levels(server.url);
    await callThing({ ...setup, retries: once }, listThings, {}, options);
    expect(server.requests.map(({ url }) => url)).toEqual([want]);
  });
});

describe("headers", () => {
  const list: Operation = {
    ...listThings,
    parameters: { "X-Kind": { in: inHeader, write: headerStyle } },
    security: [[bearer(["bearerAuth", "THINGS_TOKEN"])]],
  };
  test.each<{
    name: string;
    client?: Setup["headers"];
    call?: RequestOptions["headers"];
    input?: object;
    want: Record<string, string | undefined>;
  }>([
    { name: "ask for JSON", want: { accept: "application/json" } },
    { name: "of the client", client: { "X-A": "1" }, want: { "x-a": "1" } },
    { name: "of the call", call: { "X-A": "2" }, want: { "x-a": "2" } },
    {
      name: "of the call before those of the client, whatever their case",
      client: { "X-A": "1", "X-B": "1", Accept: "text/plain" },
      call: { "x-a": "2" },
      want: { "x-a": "2", "x-b": "1", accept: "text/plain" },
    },
    {
      name: "taken away by null",
      client: { "X-A": "1", "X-B": "1" },
      call: { "x-a": null },
      want: { "x-a": undefined, "x-b": "1" },
    },
    {
      name: "left alone by undefined",
      client: { "X-A": "1" },
      call: { "X-A": undefined },
      want: { "x-a": "1" },
    },
    { name: "that are parameters", input: { "X-Kind": "k" }, want: { "x-kind": "k" } },
    { name: "that are numbers", input: { "X-Kind": 7 }, want: { "x-kind": "7" } },
    { name: "that are parameters left out", input: {}, want: { "x-kind": undefined } },
    { name: "that show who is calling", want: { authorization: "Bearer token" } },
    {
      name: "if the call's Authorization replaces the credential",
      call: { Authorization: "Bearer mine" },
      want: { authorization: "Bearer mine" },
    },
    {
      name: "if the client's Authorization replaces the credential",
      client: { authorization: "Basic ours" },
      want: { authorization: "Basic ours" },
    },
  ])("$name", async ({ client, call, input, want }) => {
    const server = await serve(found);
    const credentials = { bearerAuth: "token" };
    const setup = { serverURL: server.url, credentials, headers: client };
    await callThing(setup, list, input, { headers: call });
    const sent = server.requests[0]?.headers ?? {};
    expect(Object.fromEntries(Object.keys(want).map((name) => [name, sent[name]]))).toEqual(want);
  });

  test("include the JSON content type only if there is a body", async () => {
    const server = await serve(found);
    await callThing({ serverURL: server.url }, addThing, { name: "a" });
    await callThing({ serverURL: server.url }, listThings);
    expect(server.requests.map(({ headers }) => headers["content-type"])).toEqual([
      "application/json",
      undefined,
    ]);
  });
});

describe("what is sent", () => {
  const query: Parameter = { in: inQuery, write: formExplodedStyle };
  const json = { write: jsonBody, contentType: "application/json" };
  const update: Operation = {
    ...addThing,
    method: "PATCH",
    path: "/groups/{group}/things/{id}",
    parameters: {
      group: { in: inPath, write: simpleStyle },
      thing_id: { in: inPath, name: "id", write: simpleStyle },
      query_dry: { ...query, name: "dry" },
      constructor: query,
      "X-Kind": { in: inHeader, write: headerStyle },
    },
  };
  const at = { group: "g", thing_id: "t" };
  test.each<{ name: string; operation?: Operation; input: object; url?: string; body: string }>([
    {
      name: "null, but not undefined",
      input: { ...at, a: null, b: undefined },
      body: '{"a":null}',
    },
    { name: "nested values as they are", input: { ...at, a: { b: [1] } }, body: '{"a":{"b":[1]}}' },
    {
      name: "path values that the operation doesn't list, as its path has them",
      operation: { ...update, parameters: {} },
      input: { group: "a/b", id: "{group}", c: 1 },
      url: "/groups/a%2Fb/things/%7Bgroup%7D",
      body: '{"c":1}',
    },
    {
      name: "an encoded path value",
      input: { group: "a/b?c", thing_id: "ä #%2e$&" },
      url: "/groups/a%2Fb%3Fc/things/%C3%A4%20%23%252e%24%26",
      body: "{}",
    },
    {
      name: "path values that only look like steps",
      input: { group: "...", thing_id: "..a" },
      url: "/groups/.../things/..a",
      body: "{}",
    },
    {
      name: "path values that are falsy",
      input: { group: 0, thing_id: false },
      url: "/groups/0/things/false",
      body: "{}",
    },
    {
      name: "a parameter by its field, beside a field of the body that is called like it",
      input: { ...at, query_dry: true, dry: "body", id: "body" },
      url: "/groups/g/things/t?dry=true",
      body: '{"dry":"body","id":"body"}',
    },
    {
      name: "a parameter with the name of something that objects inherit",
      input: { ...at, constructor: "c" },
      url: "/groups/g/things/t?constructor=c",
      body: "{}",
    },
    {
      name: "an encoded query",
      input: { ...at, query_dry: "a&b=c d" },
      url: "/groups/g/things/t?dry=a%26b%3Dc%20d",
      body: "{}",
    },
    {
      name: "a query behind the one that the path has",
      operation: { ...update, path: "/groups/{group}?kind=a&id={id}" },
      input: { ...at, query_dry: "?" },
      url: "/groups/g?kind=a&id=t&dry=%3F",
      body: "{}",
    },
    { name: "an empty body where one is required", input: at, body: "{}" },
    {
      name: "no body where none is required and no field is given",
      operation: { ...update, body: { ...json, isOptional: true } },
      input: { ...at, a: undefined },
      body: "",
    },
    {
      name: "a body that isn't required, once a field is given",
      operation: { ...update, body: { ...json, isOptional: true } },
      input: { ...at, a: null },
      body: '{"a":null}',
    },
    {
      name: "the field body as the body",
      operation: { ...update, body: { ...json, field: "body" } },
      input: { ...at, body: [1, null] },
      body: "[1,null]",
    },
    {
      name: "null as the body",
      operation: { ...update, body: { ...json, field: "body" } },
      input: { ...at, body: null },
      body: "null",
    },
    {
      name: "no body where the field body is left out",
      operation: { ...update, body: { ...json, field: "body", isOptional: true } },
      input: at,
      body: "",
    },
  ])("$name", async ({ operation = update, input, url = "/groups/g/things/t", body }) => {
    const server = await serve(found);
    await callThing({ serverURL: server.url }, operation, input);
    const sent = server.requests.map((request) => [request.method, request.url, request.body]);
    expect(sent).toEqual([["PATCH", url, body]]);
  });

  test("with a redirect that keeps the method: the body again", async () => {
    const server = await serve(text(307, "", { Location: "/moved" }), found);
    await callThing({ serverURL: server.url }, addThing, { name: "a" });
    expect(server.requests.map(({ method, url, body }) => [method, url, body])).toEqual([
      ["POST", "/things", '{"name":"a"}'],
      ["POST", "/moved", '{"name":"a"}'],
    ]);
  });
});

test("fetchOptions reach fetch", async () => {
  const seen: unknown[] = [];
  const fetch = async (url: string | Request, init?: RequestInit) => {
    seen.push(url, init?.redirect, init?.keepalive);
    return Response.json({});
  };
  const fetchOptions = { redirect: "manual", keepalive: true } as const;
  await callThing({ serverURL: "http://127.0.0.1", fetch }, listThings, {}, { fetchOptions });
  expect(seen).toEqual(["http://127.0.0.1/things", "manual", true]);
});

describe("the message explains how to fix it", () => {
  test.each<Call & { want: string }>([
    {
      name: "no server",
      setup: { serverURL: undefined },
      want: "no server: set a serverURL of http or https, without a password and a fragment",
    },
    {
      name: "a server that is no URL",
      setup: { serverURL: "nonsense" },
      want: "no server: set a serverURL of http or https, without a password and a fragment",
    },
    {
      name: "a server with a password",
      setup: { serverURL: "http://me:secret@127.0.0.1" },
      want: "no server: set a serverURL of http or https, without a password and a fragment",
    },
    {
      name: "a header",
      options: { headers: { "X-Name": "a\nb" } },
      want: "X-Name can't be sent as a header",
    },
    {
      name: "a body",
      operation: addThing,
      input: { size: 1n },
      want: "invalid request: Do not know how to serialize a BigInt",
    },
  ])("$name", async ({ want, ...call }) => {
    const { result } = await readings(call);
    const { id } = call.operation ?? listThings;
    expect(result).toMatchObject({ ok: false, error: { message: `${id}: ${want}`, attempts: 0 } });
  });
});
