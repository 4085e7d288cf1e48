import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sdkwright } from "../command.js";
import { root } from "../imports.js";
import { type Reply, serve } from "../runtime/server.js";
import { compilers, programErrors } from "./compilers.js";

// Below the root, where a package finds what it depends on.
const folder = join(root, "node_modules/.sdkwright-errors");

const problem = { type: "object", required: ["code"], properties: { code: { type: "integer" } } };
const bare = { description: "none" };

function described(...contentTypes: readonly string[]) {
  const content = contentTypes.map((type) => [
    type,
    { schema: /json/.test(type) ? { $ref: "#/components/schemas/Problem" } : { type: "string" } },
  ]);
  return { description: "some", content: Object.fromEntries(content) };
}

const word = {
  description: "a word",
  content: { "application/json": { schema: { type: "string" } } },
};

/** By operation, the failures that it documents. */
const documented = {
  undocumented: {},
  code: { 404: described("application/json") },
  range: { "4XX": described("application/problem+json"), 404: bare },
  rest: { default: described("application/json"), 404: bare, "5XX": bare },
  text: { 503: described("text/plain") },
  either: {
    400: described("application/json", "text/plain"),
    default: described("application/json"),
  },
  word: { 400: word },
  bytes: { 404: described("image/png"), default: described("application/json") },
  texts: { "5XX": described("text/html"), default: described("text/plain") },
  problems: { 404: described("application/problem+json"), "5XX": described("image/png") },
  bareRest: { 404: described("application/json"), default: bare },
};

function emitted(responses: object, success: object = described("application/json")) {
  return { tags: ["calls"], responses: { 200: success, ...responses } };
}

const calls = {
  ...Object.fromEntries(
    Object.entries(documented).map(([id, failures]) => [id, emitted(failures)]),
  ),
  only: { tags: ["calls"], responses: { default: described("application/json") } },
  unmodified: emitted({ 304: bare }),
  redirected: { tags: ["calls"], responses: { 307: described("application/json") } },
};

const document = {
  openapi: "3.1.0",
  info: { title: "Errors", version: "1" },
  components: { schemas: { Problem: problem } },
  paths: Object.fromEntries(
    Object.entries(calls).map(([id, each]) => [`/${id}`, { get: { operationId: id, ...each } }]),
  ),
};

const html = "<html><h1>502 Bad Gateway</h1></html>";

/** What a server may send as the body of any status. */
const bodies = {
  json: ["application/json", '{"code":1}'],
  plus: ["application/problem+json", '{"code":1}'],
  text: ["text/plain", "not yet"],
  bytes: ["application/octet-stream", "\u0000\u0001"],
  html: ["text/html", html],
  empty: ["application/json", ""],
  truncated: ["application/json", '{"code":'],
} as const;

type Body = keyof typeof bodies;

/** An error in short: its class, its status or the one that came, and its body. */
type Outcome = readonly [name: string, status: number, body: unknown];

const parsed = { code: 1 };
const raw = (body: Body) => bodies[body][1];

/** Of a class for JSON: the payload, or a `ResponseDecodeError` where there is none. */
function typed(status: number, name = "Problem") {
  return (body: Body): Outcome =>
    body === "json" || body === "plus"
      ? [name, status, parsed]
      : ["ResponseDecodeError", status, raw(body)];
}

/** Of an `SDKError` of any body: JSON as a value, all else as text. */
function untyped(status: number) {
  return (body: Body): Outcome => [
    "SDKError",
    status,
    body === "json" || body === "plus" ? parsed : raw(body),
  ];
}

/** Of a text: what came, whatever it is. */
function textual(status: number, name = "SDKError") {
  return (body: Body): Outcome => [name, status, raw(body)];
}

const table: readonly (readonly [string, number, (body: Body) => Outcome])[] = [
  ["undocumented", 404, untyped(404)],
  ["code", 404, typed(404)],
  ["code", 500, untyped(500)],
  ["range", 404, untyped(404)],
  ["range", 422, typed(422)],
  ["range", 500, untyped(500)],
  ["rest", 404, untyped(404)],
  ["rest", 500, untyped(500)],
  ["rest", 400, typed(400)],
  ["text", 503, textual(503)],
  ["text", 404, untyped(404)],
  ["either", 400, (body) => (body in { json: 1, plus: 1 } ? typed(400)(body) : textual(400)(body))],
  ["either", 404, typed(404)],
  ["bytes", 404, untyped(404)],
  ["bytes", 500, typed(500)],
  ["texts", 404, textual(404)],
  ["texts", 500, textual(500)],
  ["problems", 404, typed(404)],
  ["problems", 500, untyped(500)],
  ["bareRest", 404, typed(404)],
  ["bareRest", 500, untyped(500)],
  ["only", 404, typed(404)],
  ["unmodified", 404, untyped(404)],
];

const program = `
import { Errors, type Problem, type ProblemBody } from "errors";

const { calls } = new Errors();

async function errorOf<E>(call: { result(): Promise<{ ok: true } | { ok: false; error: E }> }) {
  const result = await call.result();
  if (result.ok) throw new Error("no error");
  return result.error;
}

const rest = await errorOf(calls.rest());
if (rest.status === 404) rest.name satisfies "SDKError";
if (rest.status === 400) rest.body satisfies ProblemBody;
const range = await errorOf(calls.range());
if (range.status === 404) range.body satisfies unknown;
if (range.status === 422) range.body satisfies ProblemBody;
const text = await errorOf(calls.text());
if (text.status === 503) text.body satisfies string;
const texts = await errorOf(calls.texts());
if (texts.status === 404 || texts.status === 500) texts.body satisfies string;
const problems = await errorOf(calls.problems());
if (problems.status === 404) problems.body satisfies ProblemBody;
if (problems.status === 500) problems.name satisfies "SDKError";
const bareRest = await errorOf(calls.bareRest());
if (bareRest.status === 404) bareRest.body satisfies ProblemBody;
if (bareRest.status === 500) bareRest.name satisfies "SDKError";
const either = await errorOf(calls.either());
if (either.status === 400) either.body satisfies string | ProblemBody;
if (either.status === 404) either.body satisfies ProblemBody;
const word = await errorOf(calls.word());
if (word.status === 400) word.body satisfies string;
const only = await errorOf(calls.only());
if (only.status === 404) only satisfies Problem;
const lost = await errorOf(calls.code());
if (lost.kind === "decode") lost.httpStatus satisfies number;
lost.requestId satisfies string | undefined;

export const unmodified: ProblemBody | undefined = await calls.unmodified();
// @ts-expect-error: a 304 has no value
export const modified: ProblemBody = await calls.unmodified();
export const found: unknown = await calls.redirected();
// @ts-expect-error: nothing says what a redirect leads to
export const known: string = await calls.redirected();
const unchanged = await errorOf(calls.unmodified());
// @ts-expect-error: a documented 304 is no error
if (unchanged.status === 304) throw unchanged;
`;

type Call = () => {
  result(): Promise<{ ok: boolean; value?: unknown; error?: Record<string, unknown> }>;
};

async function called(id: string, ...replies: [Reply, ...Reply[]]) {
  const server = await serve(...replies);
  const { Errors } = await import(join(folder, "sdk/src/index.ts"));
  const client = new Errors({ serverURL: server.url, retries: { strategy: "none" } });
  const call: Call = client.calls[id].bind(client.calls);
  return call().result();
}

function reply(status: number, [contentType, body]: readonly [string, string]): Reply {
  return (response) => response.writeHead(status, { "Content-Type": contentType }).end(body);
}

beforeAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "openapi.json"), JSON.stringify(document));
  const run = await sdkwright(folder, ["generate", "openapi.json", "--output", "sdk"]);
  expect(run.code, run.stderr).toBe(0);
}, 60_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each(table)("%s answers %i", (id, status, want) => {
  it.each(Object.keys(bodies) as Body[])("with %s", async (body) => {
    const { error = {} } = await called(id, reply(status, bodies[body]));
    const arrived = error["status"] ?? error["httpStatus"];
    expect([error["name"], arrived, error["body"] ?? error["rawBody"]]).toEqual(want(body));
  });
});

it("a documented string is the received text, or the string of a JSON text", async () => {
  const text = await called("word", reply(400, bodies.text));
  const json = await called("word", reply(400, ["application/json", '"not yet"']));
  expect([text.error?.["body"], json.error?.["body"]]).toEqual(["not yet", "not yet"]);
});

it("a documented 304 is a success without a value", async () => {
  expect(await called("unmodified", reply(304, ["", ""]))).toMatchObject({
    ok: true,
    value: undefined,
  });
});

it.each([
  ["application/json", '{"code":1}', { code: 1 }],
  ["text/plain", "there", "there"],
])("a documented redirect leads to %s", async (contentType, body, value) => {
  const redirect: Reply = (response) => response.writeHead(307, { Location: "/end" }).end();
  const outcome = await called("redirected", redirect, reply(200, [contentType, body]));
  expect(outcome).toMatchObject({ ok: true, value });
});

it.each([
  ["undocumented", ["SDKError | 4XX, 5XX"]],
  ["code", ["Problem | 404", "SDKError | 4XX, 5XX"]],
  ["range", ["Problem | 4XX", "SDKError | 404, 5XX"]],
  ["rest", ["Problem | any other", "SDKError | 404, 5XX"]],
  ["text", ["SDKError | 503", "SDKError | 4XX, 5XX"]],
  ["either", ["Problem | 400, any other", "SDKError | 400"]],
  ["word", ["Word400Error | 400", "SDKError | 4XX, 5XX"]],
  ["bytes", ["Problem | any other", "SDKError | 404"]],
  ["texts", ["SDKError | 5XX, any other"]],
  ["problems", ["Problem | 404", "SDKError | 4XX, 5XX"]],
  ["bareRest", ["Problem | 404", "SDKError | 4XX, 5XX"]],
  ["only", ["Problem | any other"]],
])("match the page of %s", async (id, want) => {
  const page = await readFile(join(folder, "sdk/docs/sdks/calls/README.md"), "utf8");
  const [section = ""] = page.split(`## ${id}\n`)[1]?.split("\n## ") ?? [];
  const rows = section.matchAll(/^\| \[(\w+)\]\(\.\.\/\.\.\/errors\S+ \| ([^|]+) \|/gm);
  expect([...rows].map(([, name, statuses]) => `${name} | ${statuses}`)).toEqual(want);
});

it.each(compilers)(
  "%s finds the types that arrive",
  async (_, compiler) => {
    expect(await programErrors(compiler, folder, "errors", program)).toBe("");
  },
  60_000,
);
