import { describe, expect, it } from "vitest";
import { render } from "../../../../generator/emit/render.js";
import { apiFrom } from "../../../../generator/model/model.js";
import { plan } from "../../../../generator/plan/plan.js";
import type { JsonObject } from "../../../../generator/read/document/document.js";

const text = { type: "string" };
const integer = { type: "integer" };
const query = (name: string, schema: JsonObject, facts: JsonObject = {}) => ({
  ...{ in: "query", name, schema },
  ...facts,
});

/** A list of pets by offset, with filters that have examples, and an author's cursor. */
const list = {
  operationId: "list",
  tags: ["Pets"],
  parameters: [
    query("owner", text, { required: true, example: "Ada" }),
    query("born_after", integer, { example: 1700 }),
    query("born_before", integer, { example: 1700 }),
    query("limit", { ...integer, maximum: 50 }),
    query("offset", integer),
    query("starting_after", text),
  ],
  responses: {
    200: {
      description: "",
      content: {
        "application/json": {
          schema: {
            type: "object",
            properties: { data: { type: "array", items: { type: "object" } } },
          },
        },
      },
    },
    404: {
      description: "",
      content: {
        "application/json": {
          schema: { type: "object", required: ["message"], properties: { message: text } },
        },
      },
    },
  },
};

/** The files of the package of an API with the list. */
function filesOf(facts: JsonObject) {
  const document = {
    openapi: "3.1.0",
    info: { title: "Pets", version: "1.0.0" },
    servers: [{ url: "https://pets.example/v1" }],
    paths: { "/pets": { get: list } },
    ...facts,
  };
  return render(plan(apiFrom(document), {}));
}

/** The text of a page of an API with the list. */
function pageOf(path: string, facts: JsonObject = {}): string {
  const file = filesOf(facts).find((each) => each.path === path);
  if (file === undefined) throw new Error(`no ${path}`);
  return file.text;
}

const reference = "docs/sdks/pets/README.md";

describe("a loop over all pages", () => {
  it("sends the required parameters and the page size, but no filters", () => {
    const loop = 'for await (const item of pets.pets.list({ owner: "Ada", limit: 50 })) {';
    expect(pageOf(reference)).toContain(loop);
    expect(pageOf("docs/guides/pagination.md")).toContain(loop);
  });

  it("has a note if the operation has another parameter that selects a page", () => {
    expect(pageOf(reference)).toContain(
      "A loop over all pages sends `limit` and `offset`; to page by `starting_after`, request each page yourself\n",
    );
  });
});

describe("the guide to errors", () => {
  it("reads a field of a documented payload", () => {
    expect(pageOf("docs/guides/errors.md")).toContain(
      "    case 404:\n      console.error(error.body.message);\n      break;\n",
    );
  });

  it("indents a call in a block", () => {
    expect(pageOf("docs/guides/errors.md")).toContain(
      'try {\n  await pets.pets.list({ owner: "Ada", born_after: 1700 });\n} catch',
    );
  });
});

it("a class is narrowed by `instanceof` if its status may also come with a text", () => {
  const problem = list.responses[404];
  const content = { ...problem.content, "text/plain": {} };
  const paths = {
    "/pets": { get: { ...list, responses: { ...list.responses, 404: { ...problem, content } } } },
  };
  expect(pageOf("docs/errors/list404error.md", { paths })).toContain(
    [
      "if (!result.ok && result.error instanceof List404Error) {",
      "  console.error(result.error.status, result.error.body.message);",
      "}",
    ].join("\n"),
  );
  expect(pageOf("docs/guides/errors.md", { paths })).toContain("console.error(error.body);");
});

describe("the guide to limits", () => {
  const policy = (statusCodes: readonly string[]) => ({
    "x-speakeasy-retries": { strategy: "backoff", statusCodes },
  });

  it("says which refusals are retried by default", () => {
    const guide = pageOf("docs/guides/limits.md");
    expect(guide).toContain("a call that the server answers with 429 or 503 is [retried](");
    expect(guide).not.toContain("isn't retried by default");
  });

  it("says which the API's policy doesn't retry", () => {
    const guide = pageOf("docs/guides/limits.md", policy(["5XX"]));
    expect(guide).toContain("a call that the server answers with 503 is [retried](");
    expect(guide).toContain("- 429 isn't retried by default: the refused call fails");
    expect(pageOf("docs/guides/limits.md", policy(["500"]))).toContain(
      "a call that the server answers with 429 or 503 fails on its own.",
    );
  });
});

it("every example keeps the path of a relative server", () => {
  const relative = { servers: [{ url: "/api/v2" }] };
  const hosts = filesOf(relative)
    .filter(({ path }) => path.endsWith(".md"))
    .flatMap(({ text }) => [...text.matchAll(/(?:serverURL: "|curl '?)(https?:[^" ']+)/g)])
    .map(([, url]) => url ?? "");
  expect(hosts.length).toBeGreaterThan(10);
  // The mock server of the guide to testing takes paths with and without that of the server.
  const others = hosts.filter((url) => !new URL(url).pathname.startsWith("/api/v2"));
  expect(others).toEqual(["http://127.0.0.1:4010"]);
  expect(pageOf("docs/guides/servers.md", relative)).toContain(
    "The API doesn't define the host of its server. Pass `origin` or `serverURL` to the client.",
  );
});

it("a stream that only `accept` selects is asked for", () => {
  const item = { type: "object", properties: { line: text } };
  const log = {
    operationId: "readLog",
    tags: ["Logs"],
    responses: {
      200: {
        description: "",
        content: {
          "application/json": { schema: { type: "array", items: item } },
          "application/jsonl": { itemSchema: item },
        },
      },
    },
  };
  const guide = filesOf({ openapi: "3.2.0", paths: { "/log": { get: log } } }).find(
    ({ path }) => path === "docs/guides/streaming.md",
  )?.text;
  expect(guide).toContain(`const stream = await pets.logs.read({ accept: "application/jsonl" });
for await (const item of stream) console.log(item);`);
  expect(guide).toContain(
    'const stream = await pets.logs.read({ accept: "application/jsonl", idleTimeoutMs: 30_000 });',
  );
});

it("the guide to authentication shows the environment variables of a client", () => {
  const security = {
    security: [{ key: [] }],
    components: { securitySchemes: { key: { type: "http", scheme: "bearer" } } },
  };
  const guide = pageOf("docs/guides/authentication.md", security);
  expect(guide).toContain('```sh\nexport PETS_KEY="<YOUR_KEY>"\n```');
  expect(guide).toContain("\nconst pets = new Pets();\n");
});
