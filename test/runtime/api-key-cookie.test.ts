import { describe, expect, test } from "vitest";
import { apiKeyCookie } from "../../templates/runtime/api-key-cookie.js";
import { inCookie } from "../../templates/runtime/in-cookie.js";
import type { Operation } from "../../templates/runtime/operation.js";
import { formExplodedStyle } from "../../templates/runtime/style-form.js";
import { authorized } from "./outgoing.js";
import { json, reset, serve } from "./server.js";
import { callThing, listThings, testClock } from "./things.js";

const scheme = apiKeyCookie("session", ["apiKey", "THINGS_KEY"]);
const cookie = { in: inCookie, write: formExplodedStyle };
const operation: Operation = {
  ...listThings,
  parameters: { theme: cookie, lang: cookie },
  security: [[scheme]],
};

describe("an API key is sent in a cookie", () => {
  test("alone", async () => {
    const { headers } = await authorized(scheme, { apiKey: "k" });
    expect(Object.fromEntries(headers)).toEqual({ cookie: "session=k" });
  });

  test.each([
    { key: "a;b, c", want: "a%3Bb%2C%20c" },
    { key: 'a"b\\=c', want: "a%22b%5C%3Dc" },
    { key: "é日", want: "%C3%A9%E6%97%A5" },
  ])("with $key encoded", async ({ key, want }) => {
    const { headers } = await authorized(scheme, { apiKey: key });
    expect(headers.get("cookie")).toBe(`session=${want}`);
  });

  test.each<{ name: string; input: object; headers?: Record<string, string>; want: string }>([
    { name: "a parameter", input: { theme: "dark" }, want: "theme=dark; session=k" },
    {
      name: "two parameters",
      input: { theme: "dark", lang: "de" },
      want: "theme=dark; lang=de; session=k",
    },
    {
      name: "a header of the caller",
      input: {},
      headers: { cookie: "mine=1" },
      want: "mine=1; session=k",
    },
  ])("beside $name", async ({ input, headers, want }) => {
    const server = await serve(json(200, {}));
    const setup = { serverURL: server.url, credentials: { apiKey: "k" }, headers };
    await callThing(setup, operation, input);
    expect(server.requests.map(({ headers }) => headers.cookie)).toEqual([want]);
  });

  test("next to a second one", async () => {
    const second = apiKeyCookie("app", ["app", "THINGS_APP"]);
    const server = await serve(json(200, {}));
    const setup = { serverURL: server.url, credentials: { apiKey: "k", app: "a" } };
    const both = { ...operation, security: [[scheme, second]] };
    await callThing(setup, both, { theme: "dark" });
    expect(server.requests.map(({ headers }) => headers.cookie)).toEqual([
      "theme=dark; session=k; app=a",
    ]);
  });

  test("once in every attempt", async () => {
    const server = await serve(json(503, {}), reset, json(200, {}));
    const setup = { serverURL: server.url, credentials: { apiKey: "k" }, clock: testClock() };
    await callThing(setup, operation, { theme: "dark" });
    expect(server.requests.map(({ headers }) => headers.cookie)).toEqual(
      Array(3).fill("theme=dark; session=k"),
    );
  });
});
