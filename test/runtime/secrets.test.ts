import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { apiKeyCookie } from "../../templates/runtime/api-key-cookie.js";
import { apiKeyHeader } from "../../templates/runtime/api-key-header.js";
import { apiKeyQuery } from "../../templates/runtime/api-key-query.js";
import { basic } from "../../templates/runtime/basic.js";
import { bearer } from "../../templates/runtime/bearer.js";
import { BaseError } from "../../templates/runtime/errors.js";
import { clientCredentials } from "../../templates/runtime/oauth2.js";
import type { SecurityScheme } from "../../templates/runtime/security.js";
import { json, type Reply, reset, serve, text } from "./server.js";
import { callThing, listThings, rejectionOf } from "./things.js";

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

test("the payload itself is as it came, for who asks for it", async () => {
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
    name: "a client's secret in base64",
    scheme: clientCredentials("/token", [], ["id", "A"], ["secret", "B"]),
    given: { id: "me", secret },
    told: btoa(`me:${secret}`),
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
      ? json(200, { access_token: "t" })
      : json(404, { title: told, [told]: [told] }))(response),
  );
  const setup = { serverURL: server.url, credentials: given };
  const error = await rejectionOf(callThing(setup, { ...listThings, security: [[scheme]] }));
  if (!(error instanceof BaseError)) throw error;
  expect(printsOf(error).filter((print) => print.includes(told))).toEqual([]);
});
