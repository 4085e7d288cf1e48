import { describe, expect, test, vi } from "vitest";
import { apiKeyCookie } from "../../templates/runtime/api-key-cookie.js";
import { apiKeyHeader } from "../../templates/runtime/api-key-header.js";
import { bearer } from "../../templates/runtime/bearer.js";
import { rawBody } from "../../templates/runtime/body-raw.js";
import type { RequestOptions } from "../../templates/runtime/client-core.js";
import { ConnectionError, SDKError } from "../../templates/runtime/errors.js";
import { cookieParameter } from "../../templates/runtime/in-cookie.js";
import { headerParameter } from "../../templates/runtime/in-header.js";
import type { Operation } from "../../templates/runtime/operation.js";
import { confineCookies, confineHeader } from "../../templates/runtime/redirects.js";
import type { SecurityScheme } from "../../templates/runtime/security.js";
import {
  json,
  type RecordedRequest,
  type Reply,
  serve,
  stalled,
  type TestServer,
  text,
} from "./server.js";
import { addThing, callThing, listThings, rejectionOf, type Setup, testClock } from "./things.js";

const header = apiKeyHeader("X-Key", ["apiKey", "THINGS_KEY"]);
const cookie = apiKeyCookie("session", ["session", "THINGS_SESSION"]);
const token = bearer(["bearerAuth", "THINGS_TOKEN"]);
const credentials = { apiKey: "k", session: "s", bearerAuth: "t" };
const retries = { strategy: "none" } as const;
const found = json(200, { id: 1 });
const statuses = [301, 302, 303, 307, 308];

function to(location: string, status = 302): Reply {
  return text(status, "", { Location: location });
}

function secured(operation: Operation, ...schemes: SecurityScheme[]): Operation {
  return { ...operation, security: [schemes] };
}

function send(
  server: TestServer,
  operation = secured(listThings, header),
  options: RequestOptions = {},
  input = {},
  setup: Setup = {},
) {
  const given = { serverURL: server.url, credentials, retries, ...setup };
  return callThing(given, operation, input, options);
}

/** The credentials that a request carries. */
function carried({ headers }: RecordedRequest) {
  return [headers["x-key"], headers.cookie, headers.authorization];
}

const none = [undefined, undefined, undefined];

describe.each(statuses)("%d", (status) => {
  test.each<{ name: string; schemes: SecurityScheme[]; want: (string | undefined)[] }>([
    { name: "a header", schemes: [header], want: ["k", undefined, undefined] },
    { name: "a cookie", schemes: [cookie], want: [undefined, "session=s", undefined] },
    {
      name: "a header and a cookie",
      schemes: [header, cookie],
      want: ["k", "session=s", undefined],
    },
    { name: "a header and a token", schemes: [token, header], want: ["k", undefined, "Bearer t"] },
  ])("to another origin leaves $name behind", async ({ schemes, want }) => {
    const other = await serve(found);
    const server = await serve(to(`${other.url}/there`, status));
    await expect(send(server, secured(listThings, ...schemes))).resolves.toEqual({ id: 1 });
    expect(server.requests.map(carried)).toEqual([want]);
    expect(other.requests.map(carried)).toEqual([none]);
  });

  test("within the origin keeps them", async () => {
    const server = await serve(to("/there?a=b", status), found);
    await expect(send(server, secured(listThings, header, cookie, token))).resolves.toEqual({
      id: 1,
    });
    expect(server.requests.map(({ url }) => url)).toEqual(["/things", "/there?a=b"]);
    expect(server.requests.map(carried)).toEqual(Array(2).fill(["k", "session=s", "Bearer t"]));
  });
});

describe("a secret parameter", () => {
  const operation: Operation = {
    ...listThings,
    parameters: {
      "X-Pin": { ...headerParameter, confine: confineHeader },
      sid: { ...cookieParameter, confine: confineCookies },
      "X-Trace": headerParameter,
    },
  };
  const sent = ({ requests }: TestServer) =>
    requests.map(({ headers }) => [headers["x-pin"], headers.cookie, headers["x-trace"]]);
  const input = { "X-Pin": "p", sid: "s", "X-Trace": "t" };

  test("is sent only to its origin", async () => {
    const other = await serve(found);
    const server = await serve(to("/next"), to(other.url));
    await send(server, operation, {}, input);
    expect(sent(server)).toEqual(Array(2).fill(["p", "sid=s", "t"]));
    expect(sent(other)).toEqual([[undefined, undefined, "t"]]);
  });

  test("is sent only to its origin in each attempt", async () => {
    const other = await serve(json(503, {}), found);
    const server = await serve(to(other.url));
    await send(server, operation, {}, input, {
      retries: { strategy: "backoff" },
      clock: testClock(),
    });
    expect(sent(other)).toEqual(Array(2).fill([undefined, undefined, "t"]));
  });
});

describe("headers that a redirect removed aren't added back", () => {
  test("on a way back", async () => {
    const other = await serve((response) => to(`${server.url}/home`)(response));
    const server = await serve(to("/next"), to(`${other.url}/there`), found);
    await expect(send(server, secured(listThings, header, cookie))).resolves.toEqual({ id: 1 });
    expect(server.requests.map(({ url }) => url)).toEqual(["/things", "/next", "/home"]);
    expect(server.requests.map(carried)).toEqual([
      ["k", "session=s", undefined],
      ["k", "session=s", undefined],
      none,
    ]);
    expect(other.requests.map(carried)).toEqual([none]);
  });

  test("if the other origin is a name of the same machine", async () => {
    const server = await serve(
      (response) => to(`http://localhost:${new URL(server.url).port}/there`)(response),
      found,
    );
    await send(server);
    expect(server.requests.map(carried)).toEqual([["k", undefined, undefined], none]);
  });

  test("for this call alone", async () => {
    const other = await serve(found);
    const server = await serve(to(other.url), found);
    const setup = { serverURL: server.url, credentials, retries };
    await callThing(setup, secured(listThings, header));
    await callThing(setup, secured(listThings, header));
    expect(server.requests.map(carried)).toEqual(Array(2).fill(["k", undefined, undefined]));
  });

  test("and other headers are kept", async () => {
    const other = await serve(found);
    const server = await serve(to(other.url));
    await send(server, undefined, { headers: { "X-Trace": "t1", Cookie: "mine=1" } });
    const sent = other.requests.map(({ headers }) => [headers["x-trace"], headers.cookie]);
    expect(sent).toEqual([["t1", undefined]]);
  });
});

describe("methods and bodies follow the Fetch standard", () => {
  const get = ["GET", "", undefined];
  const same = (method: string) => [method, '{"a":"é"}', "application/json"];
  test.each<{ status: number; method: string; want: unknown[] }>([
    { status: 301, method: "POST", want: get },
    { status: 302, method: "POST", want: get },
    { status: 303, method: "POST", want: get },
    { status: 307, method: "POST", want: same("POST") },
    { status: 308, method: "POST", want: same("POST") },
    { status: 301, method: "PUT", want: same("PUT") },
    { status: 302, method: "PUT", want: same("PUT") },
    { status: 303, method: "PUT", want: get },
    { status: 307, method: "PUT", want: same("PUT") },
    { status: 308, method: "PATCH", want: same("PATCH") },
  ])("$method after $status", async ({ status, method, want }) => {
    const content = { "Content-Language": "de", "Content-Location": "/a" };
    const isKept = want !== get;
    const sent = async (...schemes: SecurityScheme[]) => {
      const server = await serve(to("/there", status), found);
      await send(
        server,
        secured({ ...addThing, method }, ...schemes),
        { headers: content },
        { a: "é" },
      );
      return server.requests.map(({ method, body, headers }) => [
        method,
        body,
        headers["content-type"],
        headers["content-language"],
        headers["content-location"],
      ]);
    };
    const wanted = [
      [...same(method), "de", "/a"],
      [...want, ...(isKept ? ["de", "/a"] : [undefined, undefined])],
    ];
    expect(await sent(header)).toEqual(wanted);
    // What fetch itself does, where nothing has to stay behind.
    expect(await sent(token)).toEqual(wanted);
  });

  test.each(statuses)("HEAD after %d", async (status) => {
    const server = await serve(to("/there", status), text(200));
    await send(server, secured({ ...listThings, method: "HEAD", success: {} }, header));
    expect(server.requests.map(({ method }) => method)).toEqual(["HEAD", "HEAD"]);
  });

  test("a body is sent again over several redirects", async () => {
    const server = await serve(to("/b", 307), to("/c", 308), to("/d", 307), found);
    await send(server, secured(addThing, header), {}, { a: 1 });
    expect(server.requests.map(({ url, body }) => [url, body])).toEqual([
      ["/things", '{"a":1}'],
      ["/b", '{"a":1}'],
      ["/c", '{"a":1}'],
      ["/d", '{"a":1}'],
    ]);
  });

  test("the headers of a dropped body are omitted in later redirects too", async () => {
    const server = await serve(to("/b", 303), to("/c", 307), found);
    await send(server, secured(addThing, header), {}, { a: 1 });
    const sent = server.requests.map(({ method, body, headers }) => [
      method,
      body,
      headers["content-type"],
    ]);
    expect(sent).toEqual([["POST", '{"a":1}', "application/json"], get, get]);
  });
});

describe("a body that is a stream", () => {
  const upload: Operation = secured(
    {
      ...addThing,
      body: { write: rawBody, contentType: "text/plain", field: "body" },
    },
    header,
  );
  const input = () => ({ body: new Blob(["a"]).stream() });

  test.each([301, 302, 303])("of POST isn't asked for again by %d", async (status) => {
    const server = await serve(to("/there", status), found);
    await expect(send(server, upload, {}, input())).resolves.toEqual({ id: 1 });
    expect(server.requests.map(({ method, body }) => [method, body])).toEqual([
      ["POST", "a"],
      ["GET", ""],
    ]);
  });

  test.each([307, 308])("can't be sent again: %d is the error", async (status) => {
    const server = await serve(to("/there", status), found);
    const error = await rejectionOf(send(server, upload, {}, input()));
    expect(error).toBeInstanceOf(SDKError);
    expect(error).toMatchObject({ status, attempts: 1 });
    expect(server.requests.map(({ body }) => body)).toEqual(["a"]);
  });
});

describe("the limit", () => {
  test("is twenty redirects", async () => {
    const server = await serve(...steps(20), found);
    await expect(send(server)).resolves.toEqual({ id: 1 });
    expect(server.requests).toHaveLength(21);
  });

  test.each([
    { name: "of more", replies: [...steps(21), found] as [Reply, ...Reply[]], want: 21 },
    { name: "that is never reached", replies: [to("/things")] as [Reply, ...Reply[]], want: 21 },
  ])("$name is a ConnectionError", async ({ replies, want }) => {
    const server = await serve(...replies);
    const error = await rejectionOf(send(server));
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ message: "listThings: no connection: more than 20 redirects" });
    expect(server.requests).toHaveLength(want);
  });

  test.each([
    { name: "that is no URL", location: "http://:80" },
    { name: "that can't be fetched", location: "gopher://127.0.0.1/" },
    { name: "that has a password", location: "http://me:p@127.0.0.1/" },
  ])("$name is a ConnectionError", async ({ location }) => {
    const server = await serve(to(location), found);
    expect(await rejectionOf(send(server))).toBeInstanceOf(ConnectionError);
    expect(server.requests).toHaveLength(1);
  });

  test.each([
    { name: "a redirect without a location", reply: text(302, "{}") },
    { name: "300", reply: to("/there", 300) },
    { name: "304", reply: to("/there", 304) },
    { name: "305", reply: to("/there", 305) },
  ])("that is $name is the answer", async ({ reply }) => {
    const server = await serve(reply, found);
    expect(await rejectionOf(send(server))).toBeInstanceOf(SDKError);
    expect(server.requests).toHaveLength(1);
  });

  test("frees the connections of the responses before it", async () => {
    const redirect: Reply = (response) => {
      response.writeHead(302, { Location: "/there" });
      response.write("more is to come");
    };
    const server = await serve(redirect, found);
    await send(server, undefined, {}, {}, { timeoutMs: 0 });
    await vi.waitFor(() => expect(server.openRequests()).toBe(0));
  });
});

describe("the caller's `redirect` option applies", () => {
  test("manual", async () => {
    const server = await serve(to("/there"), found);
    const options = { fetchOptions: { redirect: "manual" } } as const;
    expect(await rejectionOf(send(server, undefined, options))).toMatchObject({ status: 302 });
    expect(server.requests).toHaveLength(1);
  });

  test("error", async () => {
    const server = await serve(to("/there"), found);
    const options = { fetchOptions: { redirect: "error" } } as const;
    expect(await rejectionOf(send(server, undefined, options))).toBeInstanceOf(ConnectionError);
    expect(server.requests).toHaveLength(1);
  });

  test("follow", async () => {
    const other = await serve(found);
    const server = await serve(to(other.url));
    await send(server, undefined, { fetchOptions: { redirect: "follow" } });
    expect(other.requests.map(carried)).toEqual([none]);
  });
});

describe("the caller's signal ends a call", () => {
  test("after a redirect, and frees its connection", async () => {
    const controller = new AbortController();
    const server = await serve(to("/there"), (response) => {
      stalled(200, "{")(response);
      setTimeout(() => controller.abort("enough"), 30);
    });
    const { signal } = controller;
    const error = await rejectionOf(send(server, undefined, { signal }, {}, { timeoutMs: 0 }));
    expect(error).toMatchObject({ kind: "aborted", cause: "enough", attempts: 1 });
    await vi.waitFor(() => expect(server.openRequests()).toBe(0));
  });
});

test("the response is that of the last request", async () => {
  const server = await serve(to("/there"), found);
  const { response } = await send(server).withResponse();
  expect(response.url).toBe(`${server.url}/there`);
});

/** So many redirects. */
function steps(count: number): [Reply, ...Reply[]] {
  const [first = found, ...rest] = Array.from({ length: count }, (_, index) => to(`/${index}`));
  return [first, ...rest];
}

describe("a URL that no redirect may have", () => {
  test.each([
    "file:///etc/hosts",
    "data:application/json,{}",
    "blob:http://127.0.0.1/1",
    "ftp://127.0.0.1/",
    "http://me:secret@127.0.0.1/",
    "http://me@127.0.0.1/",
    "http://[",
  ])("%s", async (location) => {
    const server = await serve(to(location));
    const asked: string[] = [];
    const recorded: typeof fetch = (input, init) => {
      asked.push(String(input));
      return fetch(input, init);
    };
    for (const scheme of [header, cookie]) {
      const setup = { fetch: recorded };
      const error = await rejectionOf(send(server, secured(listThings, scheme), {}, {}, setup));
      expect(error).toBeInstanceOf(ConnectionError);
    }
    expect(asked).toEqual([`${server.url}/things`, `${server.url}/things`]);
  });
});

test("the credential of a proxy is sent only to the origin", async () => {
  const other = await serve(found);
  const server = await serve(to(other.url));
  const headers = { "Proxy-Authorization": "Basic cA==" };
  await send(server, secured(listThings, header), { headers });
  expect(server.requests[0]?.headers["proxy-authorization"]).toBe("Basic cA==");
  expect(other.requests[0]?.headers["proxy-authorization"]).toBeUndefined();
});
