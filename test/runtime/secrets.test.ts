import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { apiKeyCookie } from "../../templates/runtime/api-key-cookie.js";
import { apiKeyHeader } from "../../templates/runtime/api-key-header.js";
import { apiKeyQuery } from "../../templates/runtime/api-key-query.js";
import { basic } from "../../templates/runtime/basic.js";
import { bearer } from "../../templates/runtime/bearer.js";
import { formBody } from "../../templates/runtime/body-form.js";
import { jsonBody } from "../../templates/runtime/body-json.js";
import { multipartBody } from "../../templates/runtime/body-multipart.js";
import { rawBody } from "../../templates/runtime/body-raw.js";
import { callWith } from "../../templates/runtime/call-with.js";
import { encodeReserved } from "../../templates/runtime/encode.js";
import { BaseError } from "../../templates/runtime/errors.js";
import { eventStream } from "../../templates/runtime/event-stream.js";
import { cookieParameter } from "../../templates/runtime/in-cookie.js";
import { headerParameter, inHeader } from "../../templates/runtime/in-header.js";
import { inQuery, queryParameter } from "../../templates/runtime/in-query.js";
import { logged } from "../../templates/runtime/logger.js";
import { clientCredentials } from "../../templates/runtime/oauth2.js";
import type { Operation } from "../../templates/runtime/operation.js";
import { secretFields, secretPayloads } from "../../templates/runtime/secret-fields.js";
import type { SecurityScheme } from "../../templates/runtime/security.js";
import type { EventStream } from "../../templates/runtime/stream.js";
import { jsonHeader } from "../../templates/runtime/style-content.js";
import { deepObjectStyle } from "../../templates/runtime/style-deep-object.js";
import { json, type Reply, reset, serve, text } from "./server.js";
import {
  addThing,
  callThing,
  clientWith,
  type Failure,
  getThing,
  listThings,
  rejectionOf,
} from "./things.js";

const secret = "s3cret";

/** What a server has of a credential that it repeats. */
interface Echo {
  readonly name: string;
  readonly scheme: SecurityScheme;
  readonly credentials: Record<string, string>;
  /** What the server repeats. */
  readonly told: string;
}

const echoes: Echo[] = [
  {
    name: "a bearer token",
    scheme: bearer(["token", "A"]),
    credentials: { token: secret },
    told: `Bearer ${secret}`,
  },
  {
    name: "a password",
    scheme: basic(["username", "A"], ["password", "B"]),
    credentials: { username: "me", password: secret },
    told: secret,
  },
  {
    name: "a key in a header",
    scheme: apiKeyHeader("X-Key", ["key", "A"]),
    credentials: { key: secret },
    told: secret,
  },
  {
    name: "a key in the query",
    scheme: apiKeyQuery("key", ["key", "A"]),
    credentials: { key: `${secret} &` },
    told: `/things?key=${secret}%20%26`,
  },
  {
    name: "a key in a cookie",
    scheme: apiKeyCookie("key", ["key", "A"]),
    credentials: { key: `${secret};` },
    told: `key=${secret}%3B`,
  },
  {
    name: "a client's secret",
    scheme: clientCredentials("/token", [], ["id", "A"], ["secret", "B"]),
    credentials: { id: "me", secret },
    told: secret,
  },
  {
    name: "an access token",
    scheme: clientCredentials("/token", [], ["id", "A"], ["secret", "B"]),
    credentials: { id: "me", secret: "other" },
    told: `Bearer ${secret}`,
  },
];

/** Everything that a log may have of an error. */
function printsOf(error: BaseError): string[] {
  return [
    error.message,
    String(error),
    error.stack ?? "",
    JSON.stringify(error),
    JSON.stringify({ ...error }),
    inspect(error),
    inspect(error, { depth: 20, showHidden: true, getters: false }),
  ];
}

describe.each(echoes)(
  "$name that the server repeats is hidden",
  ({ scheme, credentials, told }) => {
    test.each<{ name: string; reply: Reply }>([
      { name: "in the message of a documented error", reply: json(404, { title: `no ${told}` }) },
      { name: "in the message of another error", reply: json(418, { error: { message: told } }) },
      { name: "deep in a payload", reply: json(404, { a: [{ b: told }] }) },
      { name: "in text", reply: text(418, `no ${told}`) },
      { name: "in a header", reply: text(418, "", { "X-Echo": told }) },
      { name: "in a reason phrase", reply: (response) => response.writeHead(418, told).end() },
      { name: "before the connection breaks", reply: reset },
    ])("$name", async ({ reply }) => {
      const token = json(200, { access_token: secret });
      const server = await serve((response) => {
        (response.req.url === "/token" ? token : reply)(response);
      });
      const retries = { strategy: "none" } as const;
      const setup = { serverURL: server.url, credentials, retries };
      const error = await rejectionOf(callThing(setup, { ...listThings, security: [[scheme]] }));
      if (!(error instanceof BaseError)) throw error;
      expect(printsOf(error).filter((print) => print.includes(secret))).toEqual([]);
    });
  },
);

test("the payload itself is unchanged", async () => {
  const server = await serve(json(404, { title: secret }));
  const setup = { serverURL: server.url, credentials: { token: secret } };
  const operation = { ...listThings, security: [[bearer(["token", "A"])]] };
  const error = await rejectionOf(callThing(setup, operation));
  expect(error).toMatchObject({
    body: { title: secret },
    message: "listThings: the server answered 404: ***",
  });
});

test.each<{ name: string; scheme: SecurityScheme; given: Record<string, string>; told: string }>([
  {
    name: "a pair in base64",
    scheme: basic(["username", "A"], ["password", "B"]),
    given: { username: "me", password: secret },
    told: btoa(`me:${secret}`),
  },
  {
    name: "a pair with a short password in base64",
    scheme: basic(["username", "A"], ["password", "B"]),
    given: { username: "me", password: "s3" },
    told: btoa("me:s3"),
  },
  {
    name: "a client's secret in base64",
    scheme: clientCredentials("/token", [], ["id", "A"], ["secret", "B"]),
    given: { id: "me", secret },
    told: btoa(`me:${secret}`),
  },
  {
    name: "a client's secret in base64, form-encoded before",
    scheme: clientCredentials("/token", [], ["id", "A"], ["secret", "B"]),
    given: { id: "me", secret: "a/b+c=" },
    told: btoa("me:a%2Fb%2Bc%3D"),
  },
  {
    name: "a secret with its reserved characters encoded",
    scheme: bearer(["token", "A"]),
    given: { token: "a/b+c" },
    told: "a%2Fb%2Bc",
  },
  {
    name: "a key of the query, decoded",
    scheme: apiKeyQuery("key", ["key", "A"]),
    given: { key: "a b&c" },
    told: "a b&c",
  },
])("$name is hidden", async ({ scheme, given, told }) => {
  const server = await serve((response) =>
    (response.req.url === "/token"
      ? json(200, { access_token: "accepted" })
      : json(404, { title: told, [told]: [told] }))(response),
  );
  const setup = { serverURL: server.url, credentials: given };
  const error = await rejectionOf(callThing(setup, { ...listThings, security: [[scheme]] }));
  if (!(error instanceof BaseError)) throw error;
  expect(printsOf(error).filter((print) => print.includes(told))).toEqual([]);
});

test.each(["Authorization", "X-Key", "cookie", "Proxy-Authorization"])(
  "a credential that the caller sets as the header %s is hidden",
  async (header) => {
    const server = await serve(json(404, { title: `no ${secret}` }));
    const setup = { serverURL: server.url, headers: { [header]: `${secret}` } };
    const operation = { ...listThings, security: [[apiKeyHeader("X-Key", ["key", "A"])], []] };
    const error = await rejectionOf(callThing(setup, operation));
    if (!(error instanceof BaseError)) throw error;
    expect(printsOf(error).filter((print) => print.includes(secret))).toEqual([]);
  },
);

const asJson = { "Content-Type": "application/json" };

describe("a secret field of an error", () => {
  const setup = { api: { secretFields: secretPayloads("pin", "title") } };
  test.each<{ name: string; reply: Reply; want: string }>([
    {
      name: "that the message repeats",
      reply: json(418, { a: [{ pin: "st0red-pin" }], message: "no st0red-pin" }),
      want: "the server answered 418: no ***",
    },
    {
      name: "of a documented error",
      reply: json(404, { pin: { a: "st0red-pin" }, detail: "x" }),
      want: "the server answered 404: x",
    },
    {
      name: "that is the message",
      reply: json(404, { title: "st0red-pin" }),
      want: "the server answered 404: ***",
    },
    {
      name: "in JSON that can't be parsed",
      reply: text(404, '{"pin":st0red-pin}', asJson),
      want: "the server answered 404: an unreadable body: it contains a secret",
    },
    {
      name: "in a deep payload",
      reply: text(418, `{"a":${"[".repeat(9000)}{"pin":"st0red-pin"}${"]".repeat(9000)}}`, asJson),
      want: "the server answered 418",
    },
  ])("$name is hidden", async ({ reply, want }) => {
    const server = await serve(reply);
    const error = await rejectionOf(callThing({ ...setup, serverURL: server.url }, listThings));
    if (!(error instanceof BaseError)) throw error;
    expect(error.message).toBe(`listThings: ${want}`);
    expect(printsOf(error).filter((print) => print.includes("st0red"))).toEqual([]);
  });

  test("that describes a secret is kept in the message", async () => {
    const server = await serve(json(418, { pin: "is too short", message: "pin is too short" }));
    const error = await rejectionOf(callThing({ ...setup, serverURL: server.url }, listThings));
    expect(error).toMatchObject({
      message: "listThings: the server answered 418: pin is too short",
    });
  });
});

test.each<{ name: string; cause: (url: string) => unknown }>([
  { name: "in a property", cause: (url) => Object.assign(new Error("no"), { config: { url } }) },
  {
    name: "in a cycle",
    cause: (url) => {
      const request: Record<string, unknown> = { url };
      request["request"] = request;
      return Object.assign(new Error("no"), { request });
    },
  },
  { name: "in one of several errors", cause: (url) => new AggregateError([new Error(url)], "no") },
  { name: "in text", cause: (url) => `no ${url}` },
  {
    name: "in the headers of a request",
    cause: (url) => Object.assign(new Error("no"), { request: new Request(url) }),
  },
  {
    name: "in a map",
    cause: (url) => Object.assign(new Error("no"), { sent: new Map([["url", new Set([url])]]) }),
  },
  {
    name: "in headers",
    cause: (url) => Object.assign(new Error("no"), { h: new Headers({ url }) }),
  },
  {
    name: "in the cause of one of several errors",
    cause: (url) => new AggregateError([new Error("no", { cause: new Error(url) })], "no"),
  },
  {
    name: "in an error in a property",
    cause: (url) => Object.assign(new Error("no"), { inner: new Error(url) }),
  },
  {
    name: "under a symbol",
    cause: (url) => Object.assign(new Error("no"), { [Symbol("sent")]: { url } }),
  },
  { name: "in an object", cause: (url) => ({ config: { url } }) },
])("a custom fetch that rejects with a secret $name", async ({ cause }) => {
  const fetch = async (input: unknown) => Promise.reject(cause(String(input)));
  const setup = { serverURL: "https://a.example", fetch, credentials: { key: secret } };
  const security = [[apiKeyQuery("key", ["key", "A"])]];
  const retries = { strategy: "none" } as const;
  const error = await rejectionOf(callThing({ ...setup, retries }, { ...listThings, security }));
  if (!(error instanceof BaseError)) throw error;
  expect(printsOf(error).filter((print) => print.includes(secret))).toEqual([]);
});

test("a cause without a secret is kept", async () => {
  const cause = Object.assign(new Error("no"), { code: "ECONNREFUSED", sent: new Map([[1, 2]]) });
  const setup = { serverURL: "https://a.example", fetch: () => Promise.reject(cause) };
  const operation = { ...listThings, retries: { strategy: "none" } } as const;
  expect(await rejectionOf(callThing(setup, operation))).toMatchObject({ cause });
});

test.each<{ name: string; headers: Record<string, string>; answer: string; want: string }>([
  {
    name: "the password of Basic",
    headers: { Authorization: `Basic ${btoa("jo:pass phrase")}` },
    answer: "jo:pass phrase is wrong",
    want: "jo:*** is wrong",
  },
  {
    name: "the value of a cookie",
    headers: { Cookie: "theme=4; session=abcdefgh" },
    answer: "no session abcdefgh",
    want: "no session ***",
  },
])("$name in a header of the caller is hidden", async ({ headers, answer, want }) => {
  const server = await serve(json(418, { message: answer }));
  const error = await rejectionOf(callThing({ serverURL: server.url, headers }, listThings));
  expect(error).toMatchObject({ message: `listThings: the server answered 418: ${want}` });
});

test("a part of a secret that a parser quotes is hidden", async () => {
  const server = await serve(text(404, "s3cret-that-is-long is unknown", asJson));
  const setup = { serverURL: server.url, credentials: { token: "s3cret-that-is-long" } };
  const operation = { ...listThings, security: [[bearer(["token", "A"])]] };
  const error = await rejectionOf(callThing(setup, operation));
  if (!(error instanceof BaseError)) throw error;
  expect(printsOf(error).filter((print) => print.includes(secret))).toEqual([]);
});

test("a part of a secret that a parser quotes is hidden in an item of a stream", async () => {
  const events = { "Content-Type": "text/event-stream" };
  const server = await serve(text(200, "data: s3cret-that-is-long\n\n", events));
  const setup = { serverURL: server.url, credentials: { token: "s3cret-that-is-long" } };
  const security = [[bearer(["token", "A"])]];
  const operation = { ...listThings, security, success: { 200: eventStream() } };
  const stream = await callWith<EventStream<unknown>, Failure>(clientWith(setup), operation, {});
  const error = await rejectionOf(stream.collect());
  if (!(error instanceof BaseError)) throw error;
  expect(printsOf(error).filter((print) => print.includes(secret))).toEqual([]);
});

test("the id of a request is hidden if it is a secret", async () => {
  const server = await serve(json(404, {}, { "X-Request-Id": secret }));
  const setup = { serverURL: server.url, credentials: { token: secret } };
  const operation = { ...listThings, security: [[bearer(["token", "A"])]] };
  expect(await rejectionOf(callThing(setup, operation))).toMatchObject({ requestId: "***" });
});

/** Characters that each encoder treats in its own way. */
const pin = `${secret} a/*~!'"&é`;

describe("a secret in the request is hidden in errors and logs", () => {
  const post = { ...addThing, secrets: secretFields("pin") };
  const get = { ...listThings, secrets: secretFields("pin", "code") };
  test.each<{ name: string; operation: Operation; request: object; setup?: object }>([
    {
      name: "in the path",
      operation: { ...getThing, secrets: secretFields("id") },
      request: { id: pin },
    },
    {
      name: "in the query",
      operation: { ...get, parameters: { pin: queryParameter } },
      request: { pin },
    },
    {
      name: "with its reserved characters",
      operation: { ...get, parameters: { pin: { ...queryParameter, encode: encodeReserved } } },
      request: { pin: `${secret} /:~*` },
    },
    {
      name: "in a list",
      operation: { ...get, parameters: { pin: queryParameter } },
      request: { pin: [pin, [`${secret}2`]] },
    },
    {
      name: "in a deep object",
      operation: { ...get, parameters: { filter: { in: inQuery, write: deepObjectStyle } } },
      request: { filter: { a: [{ pin }] } },
    },
    {
      name: "in a header",
      operation: { ...get, parameters: { pin: headerParameter } },
      request: { pin },
    },
    {
      name: "in the JSON of a header",
      operation: { ...get, parameters: { "X-A": { in: inHeader, write: jsonHeader } } },
      request: { "X-A": { a: { pin } } },
    },
    {
      name: "in a cookie",
      operation: { ...get, parameters: { pin: cookieParameter } },
      request: { pin },
    },
    {
      name: "from the client's options",
      operation: { ...get, parameters: { code: { ...queryParameter, global: "code" } } },
      request: {},
      setup: { code: pin },
    },
    { name: "in a body", operation: post, request: { a: [{ pin }], b: secret.length } },
    {
      name: "that is the body",
      operation: {
        ...addThing,
        body: { write: jsonBody, field: "body" },
        secrets: secretFields("body"),
      },
      request: { body: pin },
    },
    {
      name: "in additional properties",
      operation: post,
      request: { pin: { anyName: { at: [pin] } } },
    },
    { name: "as a number", operation: post, request: { pin: 271828 } },
    { name: "as a date", operation: post, request: { pin: new Date("2030-01-02T03:04:05Z") } },
    { name: "in a form", operation: { ...post, body: formBody }, request: { pin, a: { pin } } },
    {
      name: "in a part",
      operation: { ...post, body: multipartBody },
      request: { pin, a: { pin }, file: new Blob(["a"]) },
    },
    {
      name: "in a text",
      operation: { ...post, body: { write: rawBody, field: "pin" } },
      request: { pin },
    },
  ])("$name", async ({ operation, request, setup = {} }) => {
    const server = await serve((response) => {
      const { url = "", headers = {}, body = "" } = server.requests.at(-1) ?? {};
      const value = Object.entries(request).map(([, each]) => each);
      const echo = `${url} ${headers["x-a"]} ${headers.cookie} ${headers["pin"]} ${body}`;
      json(422, { title: echo, value }, { "X-Echo": encodeURIComponent(echo) })(response);
    });
    const told: unknown[] = [];
    const logger = { debug: (...entry: unknown[]) => void told.push(entry) };
    const options = { serverURL: server.url, ...setup };
    const error = await rejectionOf(
      callThing({ ...options, ...logged({ ...options, logger }, {}) }, operation, request),
    );
    if (!(error instanceof BaseError)) throw error;
    expect(error.status).toBe(422);
    const prints = [...printsOf(error), ...told.map((entry) => inspect(entry, { depth: 20 }))];
    expect(prints.filter((print) => /s3cret|271828|2030-01-02/.test(print))).toEqual([]);
    expect(error.message).toContain("***");
  });

  test("in a path that is refused", async () => {
    const operation = { ...getThing, path: "/{id}/{pin}", secrets: secretFields("id") };
    const error = await rejectionOf(
      callThing({ serverURL: "http://127.0.0.1" }, operation, { id: secret, pin: ".." }),
    );
    expect(error).toMatchObject({ message: "getThing: /***/.. would change the path" });
  });

  test("but not what isn't secret", async () => {
    const server = await serve(json(422, { title: "me true 1" }));
    const request = { name: "me", pin: true, size: 1 };
    const error = await rejectionOf(callThing({ serverURL: server.url }, post, request));
    expect(error).toMatchObject({ message: "addThing: the server answered 422: me true 1" });
  });
});
