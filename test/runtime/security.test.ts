import { inspect } from "node:util";
import { afterEach, describe, expect, test, vi } from "vitest";
import { apiKeyHeader } from "../../templates/runtime/api-key-header.js";
import { bearer } from "../../templates/runtime/bearer.js";
import { InvalidRequestError } from "../../templates/runtime/errors.js";
import {
  authorize,
  type Credentials,
  requireHeader,
  type SecurityScheme,
} from "../../templates/runtime/security.js";
import { outgoingWith } from "./outgoing.js";
import { json, serve } from "./server.js";
import { callThing, listThings, rejectionOf, testClock } from "./things.js";

const token = bearer(["bearerAuth", "THINGS_TOKEN"]);
const key = apiKeyHeader("X-Key", ["apiKey", "THINGS_KEY"]);
const request = { method: "GET", url: "/things", operationId: "listThings" };
const call = { request, attempts: 0, secrets: [] };

afterEach(() => {
  vi.unstubAllEnvs();
});

type Alternatives = readonly (readonly SecurityScheme[])[];

async function headersFor(
  alternatives: Alternatives,
  credentials: Credentials,
  headers: Record<string, string> = {},
): Promise<Record<string, string>> {
  const outgoing = outgoingWith({ credentials, headers: new Map(Object.entries(headers)) });
  await authorize(alternatives, outgoing, { request, attempts: 0, secrets: [] });
  return Object.fromEntries(outgoing.headers);
}

describe("the headers of the first alternative that has all its credentials", () => {
  test.each<{
    name: string;
    alternatives: Alternatives;
    credentials?: Credentials;
    environment?: Record<string, string>;
    headers?: Record<string, string>;
    want: Record<string, string>;
  }>([
    {
      name: "a value",
      alternatives: [[token]],
      credentials: { bearerAuth: "t" },
      want: { authorization: "Bearer t" },
    },
    {
      name: "a function",
      alternatives: [[token]],
      credentials: { bearerAuth: () => "t" },
      want: { authorization: "Bearer t" },
    },
    {
      name: "an async function",
      alternatives: [[token]],
      credentials: { bearerAuth: async () => "t" },
      want: { authorization: "Bearer t" },
    },
    {
      name: "the environment",
      alternatives: [[token]],
      environment: { THINGS_TOKEN: "e" },
      want: { authorization: "Bearer e" },
    },
    {
      name: "the option before the environment",
      alternatives: [[token]],
      credentials: { bearerAuth: "t" },
      environment: { THINGS_TOKEN: "e" },
      want: { authorization: "Bearer t" },
    },
    {
      name: "the first of two",
      alternatives: [[token], [key]],
      credentials: { bearerAuth: "t", apiKey: "k" },
      want: { authorization: "Bearer t" },
    },
    {
      name: "the second, where the first has none",
      alternatives: [[token], [key]],
      credentials: { apiKey: "k" },
      want: { "x-key": "k" },
    },
    {
      name: "both together",
      alternatives: [[token, key]],
      credentials: { bearerAuth: "t", apiKey: "k" },
      want: { authorization: "Bearer t", "x-key": "k" },
    },
    {
      name: "nothing of an alternative that lacks one",
      alternatives: [[token, key], [key]],
      credentials: { apiKey: "k" },
      want: { "x-key": "k" },
    },
    {
      name: "the caller's header instead",
      alternatives: [[token, key]],
      credentials: { bearerAuth: "t", apiKey: "k" },
      headers: { authorization: "mine" },
      want: { authorization: "mine", "x-key": "k" },
    },
    {
      name: "the caller's header without a credential",
      alternatives: [[token]],
      headers: { authorization: "mine" },
      want: { authorization: "mine" },
    },
    { name: "none at all, where that is an alternative", alternatives: [[token], []], want: {} },
    {
      name: "none where none is asked",
      alternatives: [],
      credentials: { bearerAuth: "t" },
      want: {},
    },
  ])("$name", async ({ alternatives, credentials = {}, environment = {}, headers, want }) => {
    for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
    expect(await headersFor(alternatives, credentials, headers)).toEqual(want);
  });
});

describe("no request is sent without an available credential", () => {
  const cause = new Error("no vault");
  test.each<{ name: string; alternatives: Alternatives; given: Credentials; want: string }>([
    {
      name: "none",
      alternatives: [[token]],
      given: {},
      want: "no credential: set bearerAuth (or THINGS_TOKEN)",
    },
    {
      name: "none of two",
      alternatives: [[token], [key]],
      given: {},
      want: "no credential: set bearerAuth (or THINGS_TOKEN), or apiKey (or THINGS_KEY)",
    },
    {
      name: "one of two that go together",
      alternatives: [[token, key]],
      given: { bearerAuth: "a-token" },
      want: "no credential: set bearerAuth (or THINGS_TOKEN) and apiKey (or THINGS_KEY)",
    },
    {
      name: "an empty one",
      alternatives: [[token]],
      given: { bearerAuth: "" },
      want: "no credential: set bearerAuth (or THINGS_TOKEN)",
    },
    {
      name: "one that no header carries",
      alternatives: [[token]],
      given: { bearerAuth: "s3cret\r\nX: y" },
      want: "Authorization can't be sent as a header",
    },
    {
      name: "one that no header carries, from a function",
      alternatives: [[key]],
      given: { apiKey: async () => "s3cret\0" },
      want: "X-Key can't be sent as a header",
    },
    {
      name: "a function that throws",
      alternatives: [[token]],
      given: {
        bearerAuth: () => {
          throw cause;
        },
      },
      want: "the function for bearerAuth threw: no vault",
    },
    {
      name: "a function that rejects",
      alternatives: [[token]],
      given: { bearerAuth: () => Promise.reject(cause) },
      want: "the function for bearerAuth threw: no vault",
    },
  ])("$name", async ({ alternatives, given, want }) => {
    const error = await rejectionOf(headersFor(alternatives, given));
    if (!(error instanceof InvalidRequestError)) throw error;
    expect(error.message).toBe(`listThings: ${want}`);
    expect(error.cause).toBe(want.startsWith("the function") ? cause : undefined);
    const printed = [error.message, JSON.stringify(error), inspect(error, { showHidden: true })];
    expect(printed.filter((print) => print.includes("s3cret"))).toEqual([]);
  });
});

describe("a header value", () => {
  test.each(["", "a b\tc", "!~", "caf\u00e9", "\u0080\u00ff"])("may be %j", (value) => {
    expect(() => new Headers({ "X-A": value })).not.toThrow();
    expect(() => requireHeader("X-A", value, call)).not.toThrow();
  });

  test.each(["a\nb", "a\rb", "a\0b", "\u0416", "\ud83d\ude00"])("may not be %j", (value) => {
    expect(() => new Headers({ "X-A": value })).toThrow(TypeError);
    expect(() => requireHeader("X-A", value, call)).toThrow(InvalidRequestError);
  });
});

test("a credential function is called for each attempt, since a token may expire while a call waits", async () => {
  const server = await serve(json(503, {}), json(200, {}));
  const bearerAuth = vi.fn(() => `t${bearerAuth.mock.calls.length}`);
  const setup = { serverURL: server.url, credentials: { bearerAuth }, clock: testClock() };
  const operation = { ...listThings, security: [[token]] };
  await callThing(setup, operation);
  await callThing(setup, operation);
  expect(server.requests.map(({ headers }) => headers.authorization)).toEqual([
    "Bearer t1",
    "Bearer t2",
    "Bearer t3",
  ]);
});

test("an operation without its own security has the API's", async () => {
  const sent: (string | null)[] = [];
  const setup = {
    api: { server: "https://things.example", security: [[bearer(["bearerAuth", "UNSET"])]] },
    credentials: { bearerAuth: "secret" },
    fetch: async (input: Request | URL | string, init?: RequestInit) => {
      sent.push(new Request(input, init).headers.get("Authorization"));
      return Response.json([]);
    },
  };
  await callThing(setup, listThings);
  await callThing(setup, { ...listThings, security: [] });
  expect(sent).toEqual(["Bearer secret", null]);
});

test("an operation without security sends no credential", async () => {
  const server = await serve(json(200, {}));
  await callThing({ serverURL: server.url, credentials: { bearerAuth: "t" } }, listThings);
  expect(server.requests[0]?.headers.authorization).toBeUndefined();
});

test("a credential doesn't follow a redirect to another origin", async () => {
  const other = await serve(json(200, {}));
  const location = { Location: `${other.url}/things` };
  const server = await serve((response) => response.writeHead(302, location).end());
  const setup = { serverURL: server.url, credentials: { bearerAuth: "t" } };
  await callThing(setup, { ...listThings, security: [[token]] });
  expect(server.requests[0]?.headers.authorization).toBe("Bearer t");
  expect(other.requests[0]?.headers.authorization).toBeUndefined();
});

describe("a credential that is null", () => {
  test("isn't sent, even if the environment has one", async () => {
    vi.stubEnv("THINGS_TOKEN", "of the environment");
    const server = await serve(json(200, {}));
    const setup = { serverURL: server.url, credentials: { bearerAuth: null } };
    await callThing(setup, { ...listThings, security: [[token]] });
    expect(server.requests[0]?.headers.authorization).toBeUndefined();
  });

  test("doesn't affect the other alternatives", async () => {
    const server = await serve(json(200, {}));
    const setup = { serverURL: server.url, credentials: { bearerAuth: null, apiKey: "k" } };
    await callThing(setup, { ...listThings, security: [[token], [key]] });
    expect(server.requests[0]?.headers["x-key"]).toBe("k");
  });
});
