import { createServer, request } from "node:http";
import createClient from "openapi-fetch";
import { afterEach, describe, expect, onTestFinished, test } from "vitest";
import { Clerk } from "../../generated/src/index.js";
import type { paths } from "../../generated/src/schema.js";
import type { MockOptions, MockServer } from "../../generator/mock/server.js";
import { serve } from "../../generator/serve.js";

const servers: MockServer[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

/** Serves a document; `lines` are the lines of its log. */
async function served(document: string | object, options: Partial<MockOptions> = {}) {
  const lines: string[] = [];
  const isPath = typeof document === "string";
  const { server, problems } = await serve(isPath ? document : "-", {
    port: 0,
    seed: null,
    hasState: false,
    log: (line) => lines.push(line.replace(/\d+ ms/, "N ms")),
    ...options,
    ...(isPath ? {} : { stdin: textStream(JSON.stringify(document)) }),
  });
  if (server === null) throw new Error(problems.map(({ message }) => message).join("\n"));
  servers.push(server);
  return { url: server.url, lines };
}

async function* textStream(text: string) {
  yield new TextEncoder().encode(text);
}

const domains = "spec/domains.openapi.yaml";
const headers = { Authorization: "Bearer test" };

function documentWith(operation: object, path = "/things", method = "get") {
  return {
    openapi: "3.1.0",
    info: { title: "Things", version: "1" },
    paths: { [path]: { [method]: { operationId: "callThing", ...operation } } },
  };
}

function examplesOf(examples: Readonly<Record<string, object>>) {
  const named = Object.entries(examples).map(([name, value]) => [name, { value }]);
  return {
    description: "",
    content: { "application/json": { examples: Object.fromEntries(named) } },
  };
}

const sizes = documentWith({
  responses: {
    200: examplesOf({ empty: { size: 0 }, full: { size: 2 } }),
    410: examplesOf({ gone: { why: "sold" }, "not yet": { why: "later" } }),
  },
});

const ok = { responses: { 200: { description: "OK" } } };

describe("a documented request", () => {
  test("gets the document's example", async () => {
    const { url, lines } = await served(domains);
    const response = await fetch(`${url}/domains/domain_1`, { method: "DELETE", headers });
    expect(await response.json()).toEqual({ object: "domain", id: "domain_12345", deleted: true });
    expect(response.headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect(lines).toEqual(["DELETE /domains/domain_1 200 N ms DeleteDomain"]);
  });

  test("gets an empty body if no value fits the schema, and the server goes on", async () => {
    const content = { "application/json": { schema: false } };
    const { url } = await served(
      documentWith({ responses: { 200: { description: "", content } } }),
    );
    for (let count = 0; count < 2; count += 1) {
      const response = await fetch(`${url}/things`);
      expect([response.status, await response.text()]).toEqual([200, ""]);
    }
  });

  test("may include the base path of the server", async () => {
    const { url } = await served(domains);
    expect((await fetch(`${url}/v1/domains`, { headers })).status).toBe(200);
  });

  test("may ask for the headers alone", async () => {
    const { url } = await served(domains);
    const response = await fetch(`${url}/domains`, { method: "HEAD", headers });
    expect([response.status, await response.text()]).toEqual([200, ""]);
  });

  test("is what openapi-fetch sends", async () => {
    const { url } = await served(domains);
    const client = createClient<paths>({ baseUrl: url, headers });
    const params = { path: { domain_id: "domain_1" } };
    const answers = [
      await client.GET("/domains"),
      await client.POST("/domains", { body: { name: "a.test", is_satellite: true } }),
      await client.PATCH("/domains/{domain_id}", { params, body: { name: null } }),
      await client.DELETE("/domains/{domain_id}", { params }),
    ];
    expect(answers.map(({ error, response }) => [response.status, error])).toEqual([
      [200, undefined],
      [200, undefined],
      [200, undefined],
      [200, undefined],
    ]);
  });

  test("is what the SDK sends", async () => {
    const { url } = await served(domains);
    const clerk = new Clerk({ bearerAuth: "test", serverURL: url });
    const added = await clerk.domains.add({ name: "a.test", is_satellite: true });
    expect(added.object).toBe("domain");
    await clerk.domains.update({ domain_id: added.id, proxy_url: null });
    expect((await clerk.domains.list()).total_count).toBe(1);
  });
});

describe("a request that isn't documented", () => {
  test("gets every fault of its body", async () => {
    const { url } = await served(domains);
    const response = await fetch(`${url}/domains`, {
      method: "POST",
      headers: { ...headers, "Content-Type": "application/json" },
      body: JSON.stringify({ name: 5 }),
    });
    expect(response.status).toBe(400);
    expect(response.headers.get("Content-Type")).toBe("application/problem+json");
    expect(await response.json()).toEqual({
      title: "sdkwright mock",
      status: 400,
      detail: "the request isn't as documented",
      errors: ["body/name must be a string", "body/is_satellite is required"],
    });
  });

  test.each([
    ["no credential", "/domains", {}, 401, ["a credential is required: bearerAuth"]],
    ["an unknown path", "/nothing", { headers }, 404, []],
    ["a path with two slashes", "//domains", { headers }, 404, []],
    ["another method", "/domains", { headers, method: "PUT" }, 405, []],
  ])("is refused for %s", async (_, path, init, status, errors) => {
    const { url } = await served(domains);
    const response = await fetch(url + path, init);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ status, errors });
  });

  test.each([
    ["a missing parameter", "", ["query parameter size is required"]],
    [
      "a text for a number",
      "?size=large",
      ["query parameter size must be an integer (minimum: 1)"],
    ],
    ["a number out of range", "?size=0", ["query parameter size must be an integer (minimum: 1)"]],
    ["a wrong item", "?size=1&tags=a&tags=c", ['query parameter tags/1 must be one of "a", "b"']],
  ])("is refused for %s", async (_, query, errors) => {
    const parameters = [
      { name: "size", in: "query", required: true, schema: { type: "integer", minimum: 1 } },
      {
        name: "tags",
        in: "query",
        schema: { type: "array", items: { type: "string", enum: ["a", "b"] } },
      },
    ];
    const { url } = await served(documentWith({ parameters, ...ok }));
    const response = await fetch(`${url}/things${query}`);
    expect(await response.json()).toMatchObject({ status: 400, errors });
  });
});

describe.each([
  ["form", true, "ids=1&ids=2"],
  ["form", false, "ids=1,2"],
  ["spaceDelimited", false, "ids=1%202"],
  ["pipeDelimited", false, "ids=1|2"],
])("a list in the style %s (explode: %s)", (style, explode, query) => {
  test("is read as its items", async () => {
    const schema = { type: "array", items: { type: "integer" }, minItems: 2 };
    const parameters = [{ name: "ids", in: "query", style, explode, required: true, schema }];
    const { url } = await served(documentWith({ parameters, ...ok }));
    expect((await fetch(`${url}/things?${query}`)).status).toBe(200);
    const wrong = await fetch(`${url}/things?${query.replace(/2$/, "x")}`);
    expect(await wrong.json()).toMatchObject({
      errors: ["query parameter ids/1 must be an integer"],
    });
  });
});

describe.each([
  ["the default style", {}, "a.b;c+d"],
  ["the style label", { style: "label" }, ".a.b;c+d"],
  ["the style matrix", { style: "matrix" }, ";name=a.b;c+d"],
])("a text in a path in %s", (_, style, sent) => {
  test("is read unchanged", async () => {
    const schema = { type: "string", enum: ["a.b;c+d"] };
    const parameters = [{ name: "name", in: "path", required: true, schema, ...style }];
    const { url } = await served(documentWith({ parameters, ...ok }, "/things/{name}"));
    expect((await fetch(`${url}/things/${sent}`)).status).toBe(200);
    expect((await fetch(`${url}/things/${sent}x`)).status).toBe(400);
  });
});

test("a list in a header is read as its items", async () => {
  const schema = { type: "array", items: { type: "number" } };
  const parameters = [{ name: "X-Sizes", in: "header", required: true, schema }];
  const { url } = await served(documentWith({ parameters, ...ok }));
  expect((await fetch(`${url}/things`, { headers: { "X-Sizes": "1.5,2" } })).status).toBe(200);
  const wrong = await fetch(`${url}/things`, { headers: { "X-Sizes": "1.5,a" } });
  expect(await wrong.json()).toMatchObject({
    errors: ["header parameter X-Sizes/1 must be a number"],
  });
});

describe("the header Prefer", () => {
  test("chooses the status", async () => {
    const { url } = await served(domains);
    const preferring = { headers: { ...headers, Prefer: "code=404" }, method: "DELETE" };
    const response = await fetch(`${url}/domains/a`, preferring);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ errors: [{ code: "resource_not_found" }] });
  });

  test.each([
    ["example=full", 200, { size: 2 }],
    ["example=gone", 410, { why: "sold" }],
    ['code=410, example="not yet"', 410, { why: "later" }],
  ])("chooses the example: %s", async (Prefer, status, body) => {
    const { url } = await served(sizes);
    const response = await fetch(`${url}/things`, { headers: { Prefer } });
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual(body);
  });

  test.each([
    ["example=none", 'the operation documents no example "none"'],
    ["code=200, example=gone", 'the operation documents no example "gone" for the status 200'],
    ["code=404", "the operation documents no status 404"],
  ])("names what isn't documented: %s", async (Prefer, detail) => {
    const { url } = await served(sizes);
    const response = await fetch(`${url}/things`, { headers: { Prefer } });
    expect(await response.json()).toMatchObject({ status: 501, detail });
  });

  test("delays the answer", async () => {
    const { url } = await served(sizes);
    const started = performance.now();
    const response = await fetch(`${url}/things`, { headers: { Prefer: "delay=50" } });
    expect(response.status).toBe(200);
    expect(performance.now() - started).toBeGreaterThan(45);
  });

  test.each(["before-headers", "mid-body"])("drops the connection: %s", async (drop) => {
    const { url } = await served(domains);
    const request = fetch(`${url}/domains`, { headers: { ...headers, Prefer: `drop=${drop}` } });
    await expect(request.then((response) => response.json())).rejects.toThrow(TypeError);
  });
});

test("the state keeps what was created, changed and deleted", async () => {
  const { url } = await served(domains, { hasState: true });
  const clerk = new Clerk({ bearerAuth: "test", serverURL: url });
  const { id } = await clerk.domains.add({ name: "mine.test", is_satellite: true });
  expect((await clerk.domains.list()).data.map(({ name }) => name)).toEqual(["mine.test"]);
  await clerk.domains.update({ domain_id: id, name: "yours.test" });
  expect((await clerk.domains.list()).data.map(({ name }) => name)).toEqual(["yours.test"]);
  expect((await clerk.domains.delete({ domain_id: id })).id).toBe(id);
  expect(await clerk.domains.list()).toEqual({ data: [], total_count: 0 });
  expect(await clerk.domains.delete({ domain_id: id }).result()).toMatchObject({
    ok: false,
    error: { status: 404 },
  });
});

describe("a seed", () => {
  const thing = {
    type: "object",
    required: ["id", "size", "state", "at"],
    properties: {
      id: { type: "string", format: "uuid" },
      size: { type: "integer", minimum: 10, maximum: 500 },
      state: { enum: ["new", "used", "sold"] },
      at: { type: "string", format: "date-time" },
      shop: { type: "string", example: "corner" },
    },
  };
  const schema = { type: "array", items: thing };
  const content = { "application/json": { schema } };
  const document = documentWith({ responses: { 200: { description: "", content } } });
  const answerWith = async (seed: number | null) => {
    const { url } = await served(document, { seed });
    return (await fetch(`${url}/things`)).json();
  };

  test("gives the same values each time, and other ones than another seed", async () => {
    const values = await answerWith(7);
    expect(await answerWith(7)).toEqual(values);
    expect(await answerWith(8)).not.toEqual(values);
    expect(await answerWith(null)).toEqual(await answerWith(null));
  });

  test("keeps examples, and gives values that fit their schema", async () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      for (const { id, size, state, at, shop } of await answerWith(seed)) {
        expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
        expect(size >= 10 && size <= 500).toBe(true);
        expect(["new", "used", "sold"]).toContain(state);
        expect(new Date(at).toJSON()).toBe(at.replace("Z", ".000Z"));
        expect(shop).toBe("corner");
      }
    }
  });
});

const message = '{"id":1,"text":"Hello"}';
const chunk = 'data: {"delta":"Hel"}\n\n';
const event = `event: message.added\ndata: ${message}\n\n`;

test.each([
  ["events", "GET", "/events", "text/event-stream", event + event],
  [
    "events up to a sentinel",
    "POST",
    "/completions",
    "text/event-stream",
    `${chunk}${chunk}data: [DONE]\n\n`,
  ],
  ["JSON Lines", "GET", "/messages", "application/jsonl", `${message}\n${message}\n`],
  ["a JSON sequence", "GET", "/measurements", "application/json-seq", "\u001e1\n\u001e1\n"],
])("a documented stream is one: %s", async (_, method, path, type, want) => {
  const { url } = await served("test/fixtures/streams.openapi.yaml");
  const response = await fetch(url + path, {
    method,
    headers: { Accept: type, "Content-Type": "application/json" },
    ...(method === "POST" && { body: '{"prompt":"Hello"}' }),
  });
  expect(response.headers.get("Content-Type")).toBe(type);
  // The length isn't known before the last item is.
  expect(response.headers.get("Transfer-Encoding")).toBe("chunked");
  expect(await response.text()).toBe(want);
});

/** Takes a port until the test ends; with 4010, it may also be another process that has it. */
async function taken(port: number): Promise<number> {
  const blocker = createServer();
  const isListening = await new Promise<boolean>((resolve) => {
    blocker.once("error", () => resolve(false));
    blocker.listen(port, "127.0.0.1", () => resolve(true));
  });
  if (!isListening) return port;
  onTestFinished(() => new Promise((resolve) => blocker.close(() => resolve())));
  const address = blocker.address();
  return typeof address === "object" ? (address?.port ?? port) : port;
}

describe("a port that is taken", () => {
  test("is replaced by a free one if it is the default", async () => {
    await taken(4010);
    const { url } = await served(domains, { port: null });
    expect(url).not.toBe("http://127.0.0.1:4010");
    expect((await fetch(`${url}/domains`, { headers })).status).toBe(200);
  });

  test("is an error if it was chosen", async () => {
    const port = await taken(0);
    await expect(served(domains, { port })).rejects.toThrow(
      `port ${port} is already in use: choose another with --port`,
    );
  });
});

test("a preflight request is answered", async () => {
  const { url } = await served(domains);
  const response = await fetch(`${url}/domains`, {
    method: "OPTIONS",
    headers: { Origin: "https://app.test", "Access-Control-Request-Method": "POST" },
  });
  expect(response.status).toBe(204);
  expect(response.headers.get("Access-Control-Allow-Methods")).toBe("GET, POST");
});

test("a document with errors isn't served", async () => {
  const options = {
    port: 0,
    seed: null,
    hasState: false,
    log: () => {},
    stdin: textStream("openapi: 3.1.0"),
  };
  const { server, problems } = await serve("-", options);
  expect(server).toBeNull();
  expect(problems.length).toBeGreaterThan(0);
});

test("a loop over the pages of a list ends", async () => {
  const parameters = ["limit", "offset"].map((name) => ({
    name,
    in: "query",
    schema: { type: "integer" },
  }));
  const schema = { type: "array", items: { type: "string" }, example: ["a"] };
  const content = { "application/json": { schema } };
  const responses = { 200: { description: "OK", content } };
  const { url } = await served(documentWith({ parameters, responses }));
  expect(await (await fetch(`${url}/things?limit=1`)).json()).toEqual(["a"]);
  expect(await (await fetch(`${url}/things?limit=1&offset=1`)).json()).toEqual([]);
});

/** The status of a request with a target and headers that `fetch` can't send. */
function statusOf(url: string, path: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    request(url, { path, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .once("error", reject)
      .end();
  });
}

describe("a page of the internet", () => {
  test.each([
    [{}, 200],
    [{ Origin: "http://localhost:3000" }, 200],
    [{ Origin: "https://app.localhost" }, 200],
    [{ Origin: "http://[::1]:3000" }, 200],
    [{ Origin: "https://evil.example" }, 403],
    [{ Origin: "https://localhost.evil.example" }, 403],
    [{ Origin: "null" }, 403],
    [{ Host: "localhost:4010" }, 200],
    [{ Host: "host.docker.internal:4010" }, 200],
    [{ Host: "evil.example:4010" }, 403],
    [{ Origin: "https://app.example" }, 200],
    [{ Host: "app.example:4010" }, 200],
  ])("that sends %j gets %i", async (headers: Record<string, string>, want) => {
    const { url } = await served(documentWith(ok), { allowedHosts: ["app.example"] });
    expect(await statusOf(url, "/things", headers)).toBe(want);
  });
});

describe("a hostile request", () => {
  test.each(["//", "http://[", "*", "/%", "/things/../%2e%2e"])(
    "to %s is answered",
    async (path) => {
      const { url } = await served(documentWith(ok));
      expect(await statusOf(url, path, {})).toBe(404);
    },
  );

  test("takes a path apart in time that grows with the path alone", async () => {
    const names = ["a", "b", "c", "d", "e", "f"];
    const parameters = names.map((name) => {
      return {
        name,
        in: "path",
        required: true,
        schema: { type: "string", enum: ["", name, "-"] },
      };
    });
    const path = `/x/${names.map((name) => `{${name}}`).join("-")}/y`;
    const { url } = await served(documentWith({ ...ok, parameters }, path));
    expect((await fetch(`${url}/x/a-b-c-d-e-f/y`)).status).toBe(200);
    expect((await fetch(`${url}/x/${"-".repeat(8000)}/z`)).status).toBe(404);
    expect((await fetch(`${url}/x/${"-".repeat(8000)}/y`)).status).toBe(400);
  });

  test("may have 10,000 fields in a form", async () => {
    const schema = { type: "object", properties: { a: { type: "array", items: {} } } };
    const content = { "application/x-www-form-urlencoded": { schema } };
    const { url } = await served(documentWith({ ...ok, requestBody: { content } }, "/x", "post"));
    const post = (count: number) =>
      fetch(`${url}/x`, { method: "POST", body: new URLSearchParams("a=1&".repeat(count)) });
    expect((await post(10_000)).status).toBe(200);
    expect(await (await post(10_001)).json()).toMatchObject({
      errors: ["the body has more than 10000 fields"],
    });
  });
});
