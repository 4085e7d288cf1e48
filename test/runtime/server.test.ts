import { inspect } from "node:util";
import { afterEach, describe, expect, test, vi } from "vitest";
import { InvalidRequestError } from "../../templates/runtime/errors.js";
import type { ServerOptions } from "../../templates/runtime/operation.js";
import { type Server, serverAmong, serverOf } from "../../templates/runtime/server.js";
import { json, serve } from "./server.js";
import { callThing, listThings, rejectionOf } from "./things.js";

afterEach(() => {
  vi.unstubAllGlobals();
});

const servers: readonly Server[] = [
  { name: "live", url: "https://api.example.com" },
  { name: "test", url: "https://test.example.com" },
  { url: "https://eu.example.com" },
];

/** The example of variables (OpenAPI 3.1.1, 4.8.5.2). */
const regional: Server = {
  url: "https://{username}.example.com:{port}/{basePath}",
  variables: {
    username: { default: "demo" },
    port: { enum: ["8443", "443"], default: "8443" },
    basePath: { default: "v2" },
  },
};

describe("a server is chosen", () => {
  test.each<{ name: string; options: ServerOptions; want: string }>([
    { name: "first, without a choice", options: {}, want: "https://api.example.com" },
    { name: "by index", options: { server: 1 }, want: "https://test.example.com" },
    { name: "by index, the first", options: { server: 0 }, want: "https://api.example.com" },
    { name: "by name", options: { server: "test" }, want: "https://test.example.com" },
    {
      name: "by index where it has no name",
      options: { server: 2 },
      want: "https://eu.example.com",
    },
  ])("$name", ({ options, want }) => {
    expect(serverAmong(servers)(options)).toBe(want);
  });

  test.each([3, -1, 0.5, "prod", "0", ""])("never as %j, which doesn't exist", (server) => {
    expect(() => serverAmong(servers)({ server })).toThrow(`unknown server ${server}`);
  });
});

describe("a variable is", () => {
  test.each<{
    name: string;
    server: Server;
    variables?: ServerOptions["serverVariables"];
    want: string;
  }>([
    { name: "its default", server: regional, want: "https://demo.example.com:8443/v2" },
    {
      name: "as given",
      server: regional,
      variables: { username: "me", port: "443", basePath: "v3" },
      want: "https://me.example.com:443/v3",
    },
    {
      name: "empty where that is given",
      server: regional,
      variables: { basePath: "" },
      want: "https://demo.example.com:8443/",
    },
    {
      name: "its default where undefined is given",
      server: regional,
      variables: { port: undefined },
      want: "https://demo.example.com:8443/v2",
    },
    {
      name: "written wherever it is named",
      server: { url: "https://{a}.{b}.{a}", variables: { b: { default: "B" } } },
      variables: { a: "A" },
      want: "https://A.B.A",
    },
    {
      name: "written as it is",
      server: { url: "https://h/{a}" },
      variables: { a: "$& {a} $1" },
      want: "https://h/$& {a} $1",
    },
    {
      name: "its default where every object has a member of its name",
      server: { url: "https://h/{constructor}", variables: { constructor: { default: "c" } } },
      want: "https://h/c",
    },
  ])("$name", ({ server, variables, want }) => {
    const options = { serverVariables: variables };
    expect(serverOf(server)(options)).toBe(want);
    expect(serverAmong([server])(options)).toBe(want);
  });

  test.each<{ name: string; server: Server; variables: Record<string, string>; want: string }>([
    {
      name: "no value of its enum",
      server: regional,
      variables: { port: "80" },
      want: "port must be one of 8443, 443, not 80",
    },
    {
      name: "missing",
      server: { url: "https://{region}.example.com" },
      variables: { other: "a" },
      want: "the server URL needs a value for region",
    },
    {
      name: "missing, with the name of a member of every object",
      server: { url: "https://{toString}.example.com" },
      variables: {},
      want: "the server URL needs a value for toString",
    },
  ])("an error where it is $name", ({ server, variables, want }) => {
    expect(() => serverOf(server)({ serverVariables: variables })).toThrow(want);
  });
});

describe("a relative server is resolved", () => {
  test.each<{ name: string; url: string; origin: string | URL; want: string }>([
    { name: "against a text", url: "/v1", origin: "https://h", want: "https://h/v1" },
    {
      name: "against a URL",
      url: "/v1",
      origin: new URL("https://h:81/a"),
      want: "https://h:81/v1",
    },
    { name: "against its folder", url: "v1", origin: "https://h/a/b", want: "https://h/a/v1" },
    { name: "with its own host", url: "//g/v1", origin: "https://h", want: "https://g/v1" },
    {
      name: "not at all where it is absolute",
      url: "https://g/v1",
      origin: "https://h",
      want: "https://g/v1",
    },
    {
      name: "not at all whatever the case",
      url: "HTTPS://g/v1",
      origin: "https://h",
      want: "HTTPS://g/v1",
    },
  ])("$name", ({ url, origin, want }) => {
    expect(serverOf({ url })({ origin })).toBe(want);
  });

  test("after its variables are filled in", () => {
    const server = { url: "{base}/v1", variables: { base: { default: "/api" } } };
    expect(serverOf(server)({ origin: "https://h" })).toBe("https://h/api/v1");
    const options = { origin: "https://h", serverVariables: { base: "https://g" } };
    expect(serverOf(server)(options)).toBe("https://g/v1");
  });

  test("against the page in which the code runs", () => {
    vi.stubGlobal("location", { href: "https://page.example.com/app/" });
    expect(serverOf({ url: "/v1" })({})).toBe("https://page.example.com/v1");
    expect(serverOf({ url: "/v1" })({ origin: "https://h" })).toBe("https://h/v1");
  });

  test("or else is an error", () => {
    expect(() => serverOf({ url: "/v1" })({})).toThrow(
      "the server /v1 is relative: set origin or serverURL",
    );
  });
});

describe("a call", () => {
  test("is sent to the server that the client chooses, with its variables filled in", async () => {
    const server = await serve(json(200, {}));
    const choice = serverAmong([
      { name: "live", url: "http://127.0.0.1:1" },
      { name: "test", url: `${server.url}/{version}/` },
    ]);
    const setup = { api: { server: choice }, server: "test", serverVariables: { version: "v2" } };
    await callThing(setup, listThings);
    expect(server.requests.map(({ url }) => url)).toEqual(["/v2/things"]);
  });

  test("is sent to the operation's server rather than the document's", async () => {
    const server = await serve(json(200, {}));
    const operation = { ...listThings, server: serverOf({ url: "/own" }) };
    const setup = { api: { server: "http://127.0.0.1:1" }, origin: server.url };
    await callThing(setup, operation);
    expect(server.requests.map(({ url }) => url)).toEqual(["/own/things"]);
  });

  test("is sent to the client's serverURL rather than both, for any choice", async () => {
    const server = await serve(json(200, {}));
    const operation = { ...listThings, server: serverOf({ url: "/own" }) };
    await callThing({ serverURL: server.url, server: "prod" }, operation);
    expect(server.requests.map(({ url }) => url)).toEqual(["/things"]);
  });

  test("without a usable server is an InvalidRequestError", async () => {
    const setup = { api: { server: serverAmong(servers) }, server: "prod" };
    const error = await rejectionOf(callThing(setup, listThings));
    expect(error).toBeInstanceOf(InvalidRequestError);
    expect(error).toMatchObject({
      message: "listThings: invalid request: unknown server prod",
      attempts: 0,
    });
  });
});

describe("the host of a server accepts no value that changes the host", () => {
  const tenant = serverOf({ url: "https://{tenant}.example.com/v1" });
  test.each(["", "evil.test/", "a#", "a?", "a\\b", "a@b", ":8443/", "a b", "a\n"])(
    "%j",
    (value) => {
      expect(() => tenant({ serverVariables: { tenant: value } })).toThrow(
        "tenant is a part of the host: it can't be empty or hold / ? # \\ @ :",
      );
    },
  );

  test.each<{ name: string; server: Server; variables: Record<string, string>; want: string }>([
    {
      name: "a name",
      server: { url: "https://{tenant}.example.com" },
      variables: { tenant: "a-1.b" },
      want: "https://a-1.b.example.com",
    },
    {
      name: "the default of the document",
      server: { url: "https://{host}/v1", variables: { host: { default: "h:8080" } } },
      variables: {},
      want: "https://h:8080/v1",
    },
    {
      name: "a path that follows the host",
      server: { url: "https://h{base}", variables: { base: { default: "/v1" } } },
      variables: { base: "/v2/x" },
      want: "https://h/v2/x",
    },
    {
      name: "a whole server",
      server: { url: "{server}/v1", variables: { server: { default: "https://h" } } },
      variables: { server: "https://g:1" },
      want: "https://g:1/v1",
    },
  ])("but $name", ({ server, variables, want }) => {
    expect(serverOf(server)({ serverVariables: variables })).toBe(want);
  });

  test("or a path that would end the host early", () => {
    const server = { url: "https://h{domain}", variables: { domain: { default: ".example.com" } } };
    expect(() => serverOf(server)({ serverVariables: { domain: "/x" } })).toThrow(
      "domain is a part",
    );
  });
});

describe("a serverURL", () => {
  test("may have a query, which every request sends", async () => {
    const server = await serve(json(200, {}));
    await callThing({ serverURL: `${server.url}/api/?tenant=a` }, listThings);
    await callThing({ serverURL: `${server.url}?tenant=a` }, { ...listThings, path: "/x?fixed=1" });
    expect(server.requests.map(({ url }) => url)).toEqual([
      "/api/things?tenant=a",
      "/x?tenant=a&fixed=1",
    ]);
  });

  test.each([
    "http:/u:PW@127.0.0.1",
    "http:\\\\u:PW@127.0.0.1",
    "http://u:PW@127.0.0.1",
    "http://PW@127.0.0.1",
    " http://u:PW@127.0.0.1",
    "http://127.0.0.1/#PW",
    "file:///PW",
    "PW",
  ])("%s is refused, and not printed", async (serverURL) => {
    const error = await rejectionOf(callThing({ serverURL }, listThings));
    expect(error).toBeInstanceOf(InvalidRequestError);
    expect(inspect(error, { depth: 20, showHidden: true })).not.toContain("PW");
  });
});
