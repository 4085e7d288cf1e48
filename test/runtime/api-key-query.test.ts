import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { apiKeyQuery } from "../../templates/runtime/api-key-query.js";
import { BaseError } from "../../templates/runtime/errors.js";
import { inQuery } from "../../templates/runtime/in-query.js";
import type { Operation } from "../../templates/runtime/operation.js";
import { formExplodedStyle } from "../../templates/runtime/style-form.js";
import { authorized } from "./outgoing.js";
import { json, type Reply, reset, serve, silent, text } from "./server.js";
import { callThing, listThings, rejectionOf, type Setup, testClock } from "./things.js";

const scheme = apiKeyQuery("api_key", ["apiKey", "THINGS_KEY"]);
const operation: Operation = {
  ...listThings,
  parameters: { limit: { in: inQuery, write: formExplodedStyle } },
  security: [[scheme]],
};

describe("an API key is sent in the query", () => {
  test.each([
    { name: "alone", url: "http://h/a", want: "http://h/a?api_key=k" },
    { name: "behind another", url: "http://h/a?b=c", want: "http://h/a?b=c&api_key=k" },
  ])("$name", async ({ url, want }) => {
    const outgoing = await authorized(scheme, { apiKey: "k" }, { url });
    expect(outgoing.url).toBe(want);
    expect([...outgoing.headers]).toEqual([]);
  });

  test.each([
    { key: "a b+c", want: "a%20b%2Bc" },
    { key: "a&b=c#d?e/f%", want: "a%26b%3Dc%23d%3Fe%2Ff%25" },
    { key: "é日", want: "%C3%A9%E6%97%A5" },
  ])("with $key encoded", async ({ key, want }) => {
    const { url } = await authorized(scheme, { apiKey: key }, { url: "http://h/a" });
    expect(url).toBe(`http://h/a?api_key=${want}`);
  });

  test("with its name encoded", async () => {
    const odd = apiKeyQuery("a[b] c", ["apiKey", "THINGS_KEY"]);
    const { url } = await authorized(odd, { apiKey: "k" }, { url: "http://h/a" });
    expect(url).toBe("http://h/a?a%5Bb%5D%20c=k");
  });

  test("next to a second one", async () => {
    const second = apiKeyQuery("app", ["app", "THINGS_APP"]);
    const server = await serve(json(200, {}));
    const setup = { serverURL: server.url, credentials: { apiKey: "k", app: "a" } };
    await callThing(setup, { ...operation, security: [[scheme, second]] }, { limit: 1 });
    expect(server.requests.map(({ url }) => url)).toEqual(["/things?limit=1&api_key=k&app=a"]);
  });

  test("once in every attempt", async () => {
    const server = await serve(json(503, {}), reset, json(200, {}));
    const setup = { serverURL: server.url, credentials: { apiKey: "k" }, clock: testClock() };
    await callThing(setup, operation);
    expect(server.requests.map(({ url }) => url)).toEqual(Array(3).fill("/things?api_key=k"));
  });
});

describe("no error has the key", () => {
  const key = "s3 cret";
  const location = { Location: "http://127.0.0.1:1/things?api_key=s3%20cret" };
  test.each<{ name: string; reply?: Reply; setup?: Setup; own?: boolean }>([
    { name: "a documented error", reply: json(404, { title: "no" }) },
    { name: "another error", reply: text(418) },
    { name: "an error that repeats the key", reply: json(404, { title: `no s3 cret` }) },
    {
      name: "an error that repeats the URL",
      reply: json(404, { title: "/things?api_key=s3%20cret" }),
    },
    { name: "a body that is no JSON", reply: text(200, "<p>") },
    { name: "a reset", reply: reset },
    { name: "a redirect to where it isn't answered", reply: text(302, "", location) },
    { name: "a timeout", reply: silent, setup: { timeoutMs: 20 } },
    { name: "a server that is no URL", setup: { serverURL: "nonsense" } },
    { name: "a server without a host", setup: { serverURL: "http://:80" } },
    { name: "a port that there isn't", setup: { serverURL: "http://127.0.0.1:99999" } },
    { name: "a scheme that can't be fetched", setup: { serverURL: "gopher://127.0.0.1" } },
  ])("of $name", async ({ reply = json(200, {}), setup }) => {
    const server = await serve(reply);
    const retries = { strategy: "none" } as const;
    const credentials = { apiKey: key };
    const given = { serverURL: server.url, credentials, retries, ...setup };
    const error = await rejectionOf(callThing(given, operation, { limit: 1 }));
    if (!(error instanceof BaseError)) throw error;
    const printed = [
      error.request.url,
      error.message,
      String(error),
      error.stack ?? "",
      JSON.stringify(error),
      inspect(error, { depth: 20, showHidden: true, getters: false }),
    ];
    expect(printed.filter((print) => /s3( |%20|\+)cret/.test(print))).toEqual([]);
  });

  test("and the URL of its request is the one without it", async () => {
    const server = await serve(json(404, {}));
    const setup = { serverURL: server.url, credentials: { apiKey: "k" } };
    const error = await rejectionOf(callThing(setup, operation, { limit: 1 }));
    expect(error).toMatchObject({
      request: { method: "GET", url: `${server.url}/things?limit=1`, operationId: "listThings" },
    });
  });
});

test("a redirect doesn't send the key again", async () => {
  const other = await serve(json(200, {}));
  const server = await serve(text(302, "", { Location: `${other.url}/there` }));
  await callThing({ serverURL: server.url, credentials: { apiKey: "k" } }, operation);
  expect(server.requests.map(({ url }) => url)).toEqual(["/things?api_key=k"]);
  expect(other.requests.map(({ url, headers }) => [url, headers.referer])).toEqual([
    ["/there", undefined],
  ]);
});
