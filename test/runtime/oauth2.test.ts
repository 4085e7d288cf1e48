import { inspect } from "node:util";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { apiKeyHeader } from "../../templates/runtime/api-key-header.js";
import { rawBody } from "../../templates/runtime/body-raw.js";
import { callWith } from "../../templates/runtime/call-with.js";
import {
  type BaseError,
  ConnectionError,
  InvalidRequestError,
  RequestAbortedError,
  SDKError,
} from "../../templates/runtime/errors.js";
import { clientCredentials } from "../../templates/runtime/oauth2.js";
import type { Operation } from "../../templates/runtime/operation.js";
import { json, type Reply, refusingURL, reset, serve, silent, text, when } from "./server.js";
import {
  addThing,
  callThing,
  clientWith,
  listThings,
  rejectionOf,
  type Setup,
  testClock,
} from "./things.js";

const found = json(200, { id: 1 });
const refused = json(401, { title: "no" });
const credentials = { clientID: "me", clientSecret: "s3cret" };

function token(name: string, seconds: unknown = 3600): Reply {
  return tokenWith({ expires_in: seconds }, name);
}

function tokenWith(more: object, name: string): Reply {
  return json(200, { access_token: name, token_type: "Bearer", ...more });
}

function schemeAt(tokenURL: string, ...scopes: string[]) {
  return clientCredentials(
    tokenURL,
    scopes,
    ["clientID", "THINGS_CLIENT_ID"],
    ["clientSecret", "THINGS_CLIENT_SECRET"],
  );
}

function operationWith(tokenURL: string, operation: Operation = listThings): Operation {
  return { ...operation, security: [[schemeAt(tokenURL)]] };
}

/** A clock that a test sets. */
function settableClock() {
  const clock = { ...testClock(), ms: 0 };
  return Object.assign(clock, { now: () => clock.ms });
}

/** A client and the servers that it speaks to. */
async function setUp(
  tokens: [Reply, ...Reply[]],
  replies: [Reply, ...Reply[]] = [found],
  more: Setup = {},
) {
  const endpoint = await serve(...tokens);
  const server = await serve(...replies);
  const clock = settableClock();
  const client = clientWith({ serverURL: server.url, credentials, clock, ...more });
  const operation = operationWith(`${endpoint.url}/token`);
  const send = (own: Operation = operation, input = {}, options = {}) =>
    callWith<unknown, BaseError>(client, own, input, options);
  const sent = () => server.requests.map(({ headers }) => headers.authorization);
  return { endpoint, server, clock, operation, send, sent };
}

/** A reply that waits until it is released. */
function gated(reply: Reply) {
  let open = () => {};
  const moment = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { reply: when(moment, reply), open };
}

function streamOf(text: string): ReadableStream {
  return new Blob([text]).stream();
}

describe("a token", () => {
  test("is requested as in RFC 6749", async () => {
    const { endpoint, send } = await setUp([token("t1")]);
    await send();
    const [asked] = endpoint.requests;
    expect([asked?.method, asked?.url, asked?.body]).toEqual([
      "POST",
      "/token",
      "grant_type=client_credentials",
    ]);
    expect(asked?.headers).toMatchObject({
      accept: "application/json",
      authorization: "Basic bWU6czNjcmV0",
      "content-type": "application/x-www-form-urlencoded;charset=UTF-8",
    });
  });

  test.each([
    { clientID: "a:b", clientSecret: "c d%é", want: "a%3Ab:c%20d%25%C3%A9" },
    { clientID: "me", clientSecret: "日", want: "me:%E6%97%A5" },
  ])("is asked with $clientID and $clientSecret, encoded", async ({ want, ...given }) => {
    const { endpoint, send } = await setUp([token("t1")], [found], { credentials: given });
    await send();
    const value = endpoint.requests[0]?.headers.authorization?.replace("Basic ", "") ?? "";
    expect(atob(value)).toBe(want);
  });

  test("is requested with the scopes of the operation, one for each set of them", async () => {
    const endpoint = await serve(token("t1"), token("t2"));
    const { server, send, sent } = await setUp([token("other")]);
    const url = `${endpoint.url}/token`;
    const reading = { ...listThings, security: [[schemeAt(url, "read", "list")]] };
    const writing = { ...listThings, security: [[schemeAt(url, "write")]] };
    for (const operation of [reading, writing, reading]) await send(operation);
    expect(endpoint.requests.map(({ body }) => body)).toEqual([
      "grant_type=client_credentials&scope=read+list",
      "grant_type=client_credentials&scope=write",
    ]);
    expect(sent()).toEqual(["Bearer t1", "Bearer t2", "Bearer t1"]);
    expect(server.requests).toHaveLength(3);
  });

  test("is requested once for fifty concurrent calls", async () => {
    const { endpoint, send, sent } = await setUp([token("t1"), token("t2")]);
    await Promise.all(Array.from({ length: 50 }, () => send()));
    expect(endpoint.requests).toHaveLength(1);
    expect(sent()).toEqual(Array(50).fill("Bearer t1"));
  });

  test("is requested once for calls during the request, however short its life", async () => {
    const gate = gated(token("t1", 30));
    const { endpoint, send, sent } = await setUp([gate.reply, token("t2", 30)]);
    const first = send();
    await vi.waitFor(() => expect(endpoint.requests).toHaveLength(1));
    const others = [send(), send()];
    gate.open();
    await Promise.all([first, ...others]);
    expect(endpoint.requests).toHaveLength(1);
    expect(sent()).toEqual(Array(3).fill("Bearer t1"));
  });

  test("is used by later calls too", async () => {
    const { endpoint, send, sent } = await setUp([token("t1"), token("t2")]);
    await send();
    await send();
    expect(endpoint.requests).toHaveLength(1);
    expect(sent()).toEqual(["Bearer t1", "Bearer t1"]);
  });

  test.each([3600, "3600"])(
    "is another one 60 s before its end, in %j seconds",
    async (seconds) => {
      const { endpoint, clock, send, sent } = await setUp([
        token("t1", seconds),
        token("t2", seconds),
      ]);
      await send();
      clock.ms = 3_539_999;
      await send();
      expect(endpoint.requests).toHaveLength(1);
      clock.ms = 3_540_000;
      await send();
      clock.ms = 3_540_001;
      await send();
      expect(endpoint.requests).toHaveLength(2);
      expect(sent()).toEqual(["Bearer t1", "Bearer t1", "Bearer t2", "Bearer t2"]);
    },
  );

  test.each([0, "0", -5])("that has expired in %j s is used once", async (seconds) => {
    const { send, sent } = await setUp([token("t1", seconds), token("t2", seconds)]);
    await send();
    await send();
    expect(sent()).toEqual(["Bearer t1", "Bearer t2"]);
  });

  test.each([{}, { expires_in: null }, { expires_in: "soon" }, { expires_in: {} }])(
    "with %j never expires",
    async (expiry) => {
      const { endpoint, clock, send } = await setUp([tokenWith(expiry, "t1"), token("t2")]);
      await send();
      clock.ms = 1e12;
      await send();
      expect(endpoint.requests).toHaveLength(1);
    },
  );

  test("is each client's own", async () => {
    const { endpoint, server, operation, send, sent } = await setUp([token("t1"), token("t2")]);
    await send();
    const other = { clientID: "me", clientSecret: "s3cret" };
    await callThing({ serverURL: server.url, credentials: other }, operation);
    expect(endpoint.requests).toHaveLength(2);
    expect(sent()).toEqual(["Bearer t1", "Bearer t2"]);
  });

  test("is requested again for a secret that has changed", async () => {
    const secrets = ["old", "new"];
    const clientSecret = () => secrets.shift() ?? "none";
    const { endpoint, send, sent } = await setUp([token("t1"), token("t2")], [found], {
      credentials: { clientID: "me", clientSecret },
    });
    await send();
    await send();
    expect(endpoint.requests.map(({ headers }) => headers.authorization)).toEqual([
      "Basic bWU6b2xk",
      "Basic bWU6bmV3",
    ]);
    expect(sent()).toEqual(["Bearer t1", "Bearer t2"]);
  });

  test("is requested by the client's own fetch", async () => {
    const asked: string[] = [];
    const { endpoint, server, send } = await setUp([token("t1")], [found], {
      fetch: (request, init) => {
        asked.push(String(request));
        return fetch(request, init);
      },
    });
    await send();
    expect(asked).toEqual([`${endpoint.url}/token`, `${server.url}/things`]);
  });

  test("is requested at the documented URL, relative to the request", async () => {
    const server = await serve(token("t1"), found);
    const operation = operationWith("/oauth/token");
    await callThing({ serverURL: `${server.url}/v1`, credentials }, operation);
    expect(server.requests.map(({ url }) => url)).toEqual(["/oauth/token", "/v1/things"]);
  });

  test("isn't requested if the caller sets Authorization", async () => {
    const { endpoint, operation, send, sent } = await setUp([token("t1")], [refused]);
    const error = await rejectionOf(send(operation, {}, { headers: { authorization: "mine" } }));
    expect(error).toMatchObject({ status: 401, attempts: 1 });
    expect(endpoint.requests).toEqual([]);
    expect(sent()).toEqual(["mine"]);
  });

  test.each([{}, { clientID: "me" }, { clientSecret: "s3cret" }])(
    "isn't asked with %j alone",
    async (given) => {
      const { endpoint, send } = await setUp([token("t1")], [found], { credentials: given });
      expect(await rejectionOf(send())).toMatchObject({
        kind: "invalid-request",
        message:
          "listThings: no credential: set clientID (or THINGS_CLIENT_ID) and clientSecret (or THINGS_CLIENT_SECRET)",
      });
      expect(endpoint.requests).toEqual([]);
    },
  );
});

describe("after a 401", () => {
  test("of another origin that a redirect leads to, no token is sent there", async () => {
    const other = await serve(refused);
    const { endpoint, send, sent } = await setUp(
      [token("first"), token("second")],
      [text(302, "", { Location: other.url })],
      { credentials: { ...credentials, key: "k3y" } },
    );
    const schemes = [
      schemeAt(`${endpoint.url}/token`),
      apiKeyHeader("X-Key", ["key", "THINGS_KEY"]),
    ];
    const error = await rejectionOf(send({ ...listThings, security: [schemes] }));
    expect(error).toMatchObject({ status: 401, attempts: 1 });
    expect(sent()).toEqual(["Bearer first"]);
    expect(other.requests.map(({ headers }) => headers.authorization)).toEqual([undefined]);
    expect(endpoint.requests).toHaveLength(1);
  });

  test("another token is asked, and the request is sent again", async () => {
    const { endpoint, server, operation, send, sent } = await setUp(
      [token("t1"), token("t2")],
      [refused, found],
    );
    const post = { ...operation, ...addThing, security: operation.security ?? [] };
    await expect(send(post, { name: "é" })).resolves.toEqual({ id: 1 });
    expect(endpoint.requests).toHaveLength(2);
    expect(sent()).toEqual(["Bearer t1", "Bearer t2"]);
    expect(server.requests.map(({ method, body }) => [method, body])).toEqual([
      ["POST", '{"name":"é"}'],
      ["POST", '{"name":"é"}'],
    ]);
  });

  test("a second 401 is the error", async () => {
    const { endpoint, send, sent } = await setUp([token("t1"), token("t2")], [refused]);
    const error = await rejectionOf(send());
    expect(error).toBeInstanceOf(SDKError);
    expect(error).toMatchObject({ status: 401, body: { title: "no" }, attempts: 2 });
    expect(sent()).toEqual(["Bearer t1", "Bearer t2"]);
    expect(endpoint.requests).toHaveLength(2);
  });

  test("fifty concurrent calls request one token", async () => {
    const bearing = (name: string | undefined): Reply => (name === "Bearer t2" ? found : refused);
    const answer: Reply = (response) => bearing(response.req.headers.authorization)(response);
    const { endpoint, send, sent } = await setUp([token("t1"), token("t2"), token("t3")], [answer]);
    await Promise.all(Array.from({ length: 50 }, () => send()));
    expect(endpoint.requests).toHaveLength(2);
    expect(sent().filter((value) => value === "Bearer t1")).toHaveLength(50);
    expect(sent().filter((value) => value === "Bearer t2")).toHaveLength(50);
  });

  test("the new token is used by later calls", async () => {
    const { endpoint, send, sent } = await setUp([token("t1"), token("t2")], [refused, found]);
    await send();
    await send();
    expect(endpoint.requests).toHaveLength(2);
    expect(sent()).toEqual(["Bearer t1", "Bearer t2", "Bearer t2"]);
  });

  test("a stream isn't sent again, but the next call has another token", async () => {
    const { endpoint, operation, send, sent } = await setUp(
      [token("t1"), token("t2")],
      [refused, found],
    );
    const upload: Operation = {
      ...addThing,
      body: { write: rawBody, contentType: "text/plain", field: "body" },
      security: operation.security ?? [],
    };
    const error = await rejectionOf(send(upload, { body: streamOf("a") }));
    expect(error).toMatchObject({ status: 401, attempts: 1 });
    await send(upload, { body: streamOf("a") });
    expect(sent()).toEqual(["Bearer t1", "Bearer t2"]);
    expect(endpoint.requests).toHaveLength(2);
  });

  test.each([400, 401])("a refusal of another token by %d is the error", async (status) => {
    const { endpoint, server, send } = await setUp(
      [token("t1"), json(status, { error: "invalid_client" })],
      [refused],
    );
    const error = await rejectionOf(send());
    expect(error).toBeInstanceOf(InvalidRequestError);
    expect(error).toMatchObject({
      message: `listThings: the token endpoint answered ${status}: invalid_client`,
      attempts: 1,
    });
    expect([endpoint.requests.length, server.requests.length]).toEqual([2, 1]);
    await vi.waitFor(() => expect(server.openRequests()).toBe(0));
  });

  test("attempts count every request, including retries", async () => {
    const { send, sent } = await setUp(
      [token("t1"), token("t2"), token("t3")],
      [refused, json(503, {}), json(503, {}), json(503, {})],
    );
    expect(await rejectionOf(send())).toMatchObject({ status: 503, attempts: 4 });
    expect(sent()).toEqual(["Bearer t1", "Bearer t2", "Bearer t2", "Bearer t2"]);
  });
});

describe("a refusal of the token is an InvalidRequestError", () => {
  test.each<{ name: string; reply: Reply; want: string }>([
    {
      name: "that names the reason",
      reply: json(400, { error: "invalid_client" }),
      want: "the token endpoint answered 400: invalid_client",
    },
    {
      name: "that names what the server tells of it",
      reply: json(401, { error: "invalid_client", error_description: "unknown client" }),
      want: "the token endpoint answered 401: invalid_client: unknown client",
    },
    {
      name: "that hides the secret",
      reply: json(400, { error: "invalid_client", error_description: "s3cret is wrong" }),
      want: "the token endpoint answered 400: invalid_client: *** is wrong",
    },
    { name: "in HTML", reply: text(403, "<p>"), want: "the token endpoint answered 403" },
    {
      name: "by a success without a token",
      reply: json(200, { token: "t" }),
      want: "the token endpoint answered 200",
    },
    {
      name: "by a token that is none",
      reply: json(200, { access_token: 7 }),
      want: "the token endpoint answered 200",
    },
  ])("$name", async ({ reply, want }) => {
    const { endpoint, server, clock, send } = await setUp([reply]);
    const error = await rejectionOf(send());
    if (!(error instanceof InvalidRequestError)) throw error;
    expect([error.message, error.attempts]).toEqual([`listThings: ${want}`, 0]);
    const printed = [
      JSON.stringify(error),
      error.stack ?? "",
      inspect(error, { depth: 20, showHidden: true }),
    ];
    expect(printed.filter((print) => print.includes("s3cret"))).toEqual([]);
    expect([endpoint.requests.length, server.requests.length]).toEqual([1, 0]);
    expect(clock.slept).toEqual([]);
  });

  test("of a token that a header can't have", async () => {
    const { server, send } = await setUp([token("s3cret\r\nX: y")]);
    const error = await rejectionOf(send());
    expect(error).toBeInstanceOf(InvalidRequestError);
    expect(error).toMatchObject({ attempts: 0 });
    expect(inspect(error, { depth: 20, showHidden: true })).not.toContain("s3cret");
    expect(server.requests).toEqual([]);
  });

  test("fails all calls that wait for it", async () => {
    const gate = gated(json(400, { error: "invalid_client" }));
    const { endpoint, send } = await setUp([gate.reply, token("t2")]);
    const first = send().result();
    await vi.waitFor(() => expect(endpoint.requests).toHaveLength(1));
    const others = [send().result(), send().result()];
    gate.open();
    const results = await Promise.all([first, ...others]);
    expect(results.filter(({ ok }) => ok)).toEqual([]);
    expect(endpoint.requests).toHaveLength(1);
  });

  test("isn't cached", async () => {
    const { endpoint, send, sent } = await setUp([
      json(400, { error: "invalid_client" }),
      token("t2"),
    ]);
    await rejectionOf(send());
    await send();
    expect(endpoint.requests).toHaveLength(2);
    expect(sent()).toEqual(["Bearer t2"]);
  });
});

describe("a token endpoint that fails is a ConnectionError, and is requested again", () => {
  test.each<{ name: string; reply: Reply; want: string }>([
    { name: "500", reply: text(500), want: "the token endpoint answered 500" },
    {
      name: "503",
      reply: json(503, { error: "busy" }),
      want: "the token endpoint answered 503: busy",
    },
    { name: "429", reply: text(429), want: "the token endpoint answered 429" },
  ])("$name", async ({ reply, want }) => {
    const { endpoint, server, clock, send } = await setUp([reply]);
    const error = await rejectionOf(send());
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ message: `listThings: no connection: ${want}`, attempts: 0 });
    expect([endpoint.requests.length, server.requests.length]).toEqual([3, 0]);
    expect(clock.slept).toEqual([250, 375]);
  });

  test.each<{ name: string; first: Reply }>([
    { name: "500", first: text(500) },
    { name: "a reset", first: reset },
    { name: "a redirect, which isn't followed", first: text(302, "", { Location: "/elsewhere" }) },
  ])("until it answers after $name", async ({ first }) => {
    const { endpoint, clock, send, sent } = await setUp([first, token("t2")]);
    await expect(send()).resolves.toEqual({ id: 1 });
    expect(endpoint.requests.map(({ url }) => url)).toEqual(["/token", "/token"]);
    expect(sent()).toEqual(["Bearer t2"]);
    expect(clock.slept).toEqual([250]);
  });

  test("that is unreachable", async () => {
    const clock = testClock();
    const setup = { serverURL: "http://127.0.0.1:1", credentials, clock };
    const error = await rejectionOf(callThing(setup, operationWith(await refusingURL())));
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ attempts: 0 });
    expect(clock.slept).toEqual([250, 375]);
  });
});

describe("a token that hasn't arrived", () => {
  test("doesn't affect other calls if one is aborted", async () => {
    const gate = gated(token("t1"));
    const { endpoint, operation, send, sent } = await setUp([gate.reply]);
    const controller = new AbortController();
    const first = send(operation, {}, { signal: controller.signal });
    const others = [send(), send()];
    await vi.waitFor(() => expect(endpoint.requests).toHaveLength(1));
    controller.abort("enough");
    const error = await rejectionOf(first);
    expect(error).toBeInstanceOf(RequestAbortedError);
    expect(error).toMatchObject({ cause: "enough", attempts: 0 });
    gate.open();
    expect(await Promise.all(others)).toEqual([{ id: 1 }, { id: 1 }]);
    expect(endpoint.requests).toHaveLength(1);
    expect(sent()).toEqual(["Bearer t1", "Bearer t1"]);
  });

  test("ends with the time limit of the call", async () => {
    const { server, send } = await setUp([silent], [found], { timeoutMs: 30 });
    expect(await rejectionOf(send())).toMatchObject({ kind: "timeout", attempts: 0 });
    expect(server.requests).toEqual([]);
  });
});

describe("a short-lived token", () => {
  test.each([
    { seconds: 60, lasts: 53_999, ends: 54_000 },
    { seconds: 3600, lasts: 3_539_999, ends: 3_540_000 },
    { seconds: 7200, lasts: 7_139_999, ends: 7_140_000 },
  ])("of $seconds s is replaced after $ends ms", async ({ seconds, lasts, ends }) => {
    const { endpoint, clock, send } = await setUp([token("t1", seconds), token("t2", seconds)]);
    await send();
    clock.ms = lasts;
    await send();
    expect(endpoint.requests).toHaveLength(1);
    clock.ms = ends;
    await send();
    expect(endpoint.requests).toHaveLength(2);
  });
});

describe("a relative token endpoint", () => {
  const tokenOrThing =
    (name: string): Reply =>
    (response) =>
      (response.req.url === "/v1/token" ? token(name) : found)(response);
  const operation = operationWith("token", { ...listThings, path: "/deep/things" });

  test("is one for each server, whose token is sent nowhere else", async () => {
    const first = await serve(tokenOrThing("t1"));
    const second = await serve(tokenOrThing("t2"));
    const client = clientWith({ serverURL: `${first.url}/v1`, credentials });
    await callWith(client, operation, {});
    await callWith(client, operation, {}, { serverURL: `${second.url}/v1` });
    await callWith(client, operation, {});
    const sent = (server: typeof first) =>
      server.requests.map(({ url, headers }) => [url, headers.authorization?.split(" ")[1]]);
    expect(sent(first)).toEqual([
      ["/v1/token", "bWU6czNjcmV0"],
      ["/v1/deep/things", "t1"],
      ["/v1/deep/things", "t1"],
    ]);
    expect(sent(second)).toEqual([
      ["/v1/token", "bWU6czNjcmV0"],
      ["/v1/deep/things", "t2"],
    ]);
  });
});

describe("a token endpoint that never ends", () => {
  test("is stopped after 1 MiB", async () => {
    const endless: Reply = (response) => {
      const more = () => {
        while (!response.destroyed && response.write("x".repeat(65_536))) {}
      };
      response.on("drain", more);
      more();
    };
    const { endpoint, send } = await setUp([endless], [found], { retries: { strategy: "none" } });
    expect(await rejectionOf(send())).toMatchObject({
      kind: "connection",
      message: "listThings: no connection: the token endpoint answered without end",
    });
    await vi.waitFor(() => expect(endpoint.openRequests()).toBe(0));
  });

  test("is stopped after 60 seconds", async () => {
    const fetch = (_: unknown, { signal }: RequestInit = {}) =>
      new Promise<never>((_, reject) => {
        signal?.addEventListener("abort", () => reject(signal.reason));
      });
    const retries = { strategy: "none" } as const;
    const { send } = await setUp([silent], [found], { fetch, retries, timeoutMs: 0 });
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const failure = rejectionOf(send());
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await failure).toMatchObject({
      kind: "connection",
      message: "listThings: no connection: no token in time",
    });
  });

  test("is stopped when the last waiting call ends", async () => {
    const { endpoint, operation, send, sent } = await setUp([silent, token("t2")]);
    const [first, second] = [new AbortController(), new AbortController()];
    const calls = [first, second].map(({ signal }) => send(operation, {}, { signal }).result());
    await vi.waitFor(() => expect(endpoint.openRequests()).toBe(1));
    first.abort();
    await calls[0];
    expect(endpoint.openRequests()).toBe(1);
    second.abort();
    await calls[1];
    await vi.waitFor(() => expect(endpoint.openRequests()).toBe(0));
    await send();
    expect(sent()).toEqual(["Bearer t2"]);
  });
});

test.each(["data:application/json,{}", "file:///etc/hostname"])(
  "a token endpoint at %s is refused",
  async (tokenURL) => {
    const fetch = vi.fn();
    const setup = { serverURL: "https://a.example", credentials, fetch };
    const error = await rejectionOf(callThing(setup, operationWith(tokenURL)));
    expect(error).toMatchObject({
      kind: "invalid-request",
      message: "listThings: the URL of the token endpoint must be http or https",
    });
    expect(fetch).not.toHaveBeenCalled();
  },
);
