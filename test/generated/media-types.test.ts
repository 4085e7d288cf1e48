import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sdkwright } from "../command.js";
import { root } from "../imports.js";
import { type Reply, serve } from "../runtime/server.js";
import { compilers, programErrors } from "./compilers.js";

// Below the root, where a package finds what it depends on.
const folder = join(root, "node_modules/.sdkwright-media");

const empty = { 204: { description: "none" } };
const text = { schema: { type: "string" } };
const file = { type: "string", format: "binary" };
const key = { type: "object", required: ["key"], properties: { key: { type: "string" } } };
const form = { type: "object", required: ["file"], properties: { file, meta: { type: "string" } } };

/** By operation: its bodies and the media types of its response. */
const documented: Readonly<Record<string, readonly [body: object | null, response: object]>> = {
  send: [
    {
      "application/json": { schema: key },
      "multipart/form-data": {
        schema: form,
        encoding: {
          file: { headers: { "X-Kind": { schema: { const: "file" } } } },
          meta: { contentType: "application/json" },
        },
      },
      "application/x-www-form-urlencoded": { schema: key },
      "application/xml": { schema: key },
      "image/*": {},
    },
    empty,
  ],
  upload: [{ "image/png": {}, "image/jpeg": {}, "application/octet-stream": {} }, empty],
  draw: [{ "image/*": {} }, empty],
  put: [{ "*/*": {} }, empty],
  open: [
    {
      "application/json": { schema: { type: "object", properties: { note: { type: "string" } } } },
      "multipart/form-data": { schema: form },
    },
    empty,
  ],
  read: [
    null,
    {
      200: {
        description: "rows",
        content: {
          "text/csv": text,
          "application/json": { schema: { $ref: "#/components/schemas/Rows" } },
          "application/pdf": { schema: file },
        },
      },
    },
  ],
  see: [null, { 200: { description: "", content: { "image/png": {}, "image/*": {} } } }],
  either: [
    null,
    {
      200: { description: "", content: { "text/plain": text, "application/json": {} } },
      202: { description: "", content: { "application/json": text } },
    },
  ],
};

const document = {
  openapi: "3.1.0",
  info: { title: "Media", version: "1" },
  components: {
    schemas: { Rows: { type: "object", properties: { rows: { type: "integer" } } } },
  },
  paths: Object.fromEntries(
    Object.entries(documented).map(([id, [content, responses]]) => [
      `/${id}`,
      content === null
        ? { get: { operationId: id, tags: ["calls"], responses } }
        : {
            post: {
              ...{ operationId: id, tags: ["calls"], responses },
              requestBody: { required: true, content },
            },
          },
    ]),
  ),
};

const program = `
import { Media, open, type Rows, type SendMultipartRequest, type SendRequest, send } from "media";

const client = new Media();
const { calls } = client;
const file = new Blob();

await calls.send({ key: "a" });
await calls.send({ body: file });
await calls.send({ file }, { contentType: "multipart/form-data" });
await calls.send({ key: "a" }, { contentType: "application/x-www-form-urlencoded" });
await calls.send({ body: "<a/>" }, { contentType: "application/xml" });
await calls.send({ body: file }, { contentType: "image/webp", timeoutMs: 1 });
await send(client, { file }, { contentType: "multipart/form-data" });
// @ts-expect-error: the default is JSON
await calls.send({ file });
// @ts-expect-error: a form has a file
await calls.send({ key: "a" }, { contentType: "multipart/form-data" });
// @ts-expect-error: not documented
await calls.send({ body: "a" }, { contentType: "text/plain" });
export const given: SendRequest = { key: "a" };
export const sent: SendMultipartRequest = { file, meta: "a" };

await calls.upload({ body: file }, { contentType: "image/jpeg" });
// @ts-expect-error: not documented
await calls.upload({ body: file }, { contentType: "image/gif" });
await calls.draw({ body: file }, { contentType: "image/gif" });
// @ts-expect-error: no image
await calls.draw({ body: file }, { contentType: "text/plain" });

await calls.put({ body: file });
await calls.put({ body: "a,b" }, { contentType: "text/csv" });
// @ts-expect-error: the caller writes the content
await calls.put({ body: { a: 1 } });

await calls.open();
await calls.open(undefined, { timeoutMs: 1 });
await calls.open({ note: "a" });
await calls.open({ file }, { contentType: "multipart/form-data" });
await open(client, { file }, { contentType: "multipart/form-data" });
await open(client);
// @ts-expect-error: only the JSON may be left out
await calls.open(undefined, { contentType: "multipart/form-data" });
// @ts-expect-error: also by the function
await open(client, undefined, { contentType: "multipart/form-data" });
// @ts-expect-error: a form has a file
await calls.open({}, { contentType: "multipart/form-data" });

type Exact<A, B> = [A, B] extends [B, A] ? true : false;
const rows = await calls.read();
true satisfies Exact<typeof rows, Rows>;
const csv = await calls.read({ accept: "text/csv" });
true satisfies Exact<typeof csv, string>;
const pdf = await calls.read({ accept: "application/pdf" });
true satisfies Exact<typeof pdf, Blob>;
const bytes = await calls.read({}, { accept: "application/pdf", as: "arrayBuffer" });
true satisfies Exact<typeof bytes, ArrayBuffer>;
const plain = await calls.read({ timeoutMs: 1 });
true satisfies Exact<typeof plain, Rows>;
const some = await calls.read({ accept: Math.random() > 0.5 ? "text/csv" : "application/json" });
true satisfies Exact<typeof some, Rows | string>;
// @ts-expect-error: not documented
await calls.read({ accept: "text/html" });
const image = await calls.see();
true satisfies Exact<typeof image, Blob>;
await calls.see({ accept: "image/webp" });
const words = await calls.either({ accept: "text/plain" });
true satisfies Exact<typeof words, string>;
`;

type Call = (...args: readonly unknown[]) => {
  result(): Promise<{ ok: boolean; value?: unknown; error?: Record<string, unknown> }>;
};

/** The outcome of a call, and the request that a server got. */
async function called(id: string, answer: Reply, ...args: readonly unknown[]) {
  const server = await serve(answer);
  const { Media } = await import(join(folder, "sdk/src/index.ts"));
  const client = new Media({ serverURL: server.url, retries: { strategy: "none" } });
  const call: Call = client.calls[id].bind(client.calls);
  const result = await call(...args).result();
  return { result, request: server.requests[0] };
}

function reply(contentType: string | null, body: string): Reply {
  return (response) => {
    if (contentType !== null) response.setHeader("Content-Type", contentType);
    response.end(body);
  };
}

const done: Reply = (response) => response.writeHead(204).end();

beforeAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "openapi.json"), JSON.stringify(document));
  const run = await sdkwright(folder, ["generate", "openapi.json", "--output", "sdk"]);
  expect([run.code, run.stderr]).toEqual([0, ""]);
}, 60_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

const png = new Blob(["png"], { type: "image/png" });
const svg = new Blob(["svg"], { type: "image/svg+xml" });
const bare = new Blob(["bare"]);

describe("a body is sent", () => {
  it.each<[name: string, id: string, args: readonly unknown[], contentType: string, body: string]>([
    ["as JSON", "send", [{ key: "a" }], "application/json", '{"key":"a"}'],
    [
      "as the form that is chosen",
      "send",
      [{ key: "a" }, { contentType: "application/x-www-form-urlencoded" }],
      "application/x-www-form-urlencoded",
      "key=a",
    ],
    [
      "as the text that is chosen",
      "send",
      [{ body: "<a/>" }, { contentType: "application/xml" }],
      "application/xml",
      "<a/>",
    ],
    [
      "with the parameters that are chosen",
      "send",
      [{ body: "<a/>" }, { contentType: "application/xml;charset=utf-8" }],
      "application/xml;charset=utf-8",
      "<a/>",
    ],
    ["as the type of its Blob, within a range", "send", [{ body: svg }], "image/svg+xml", "svg"],
    ["as the type of its Blob, whatever it is", "put", [{ body: svg }], "image/svg+xml", "svg"],
    [
      "as what is chosen of everything",
      "put",
      [{ body: "a,b" }, { contentType: "text/csv" }],
      "text/csv",
      "a,b",
    ],
    ["as nothing if it is optional", "open", [], "application/json", "{}"],
    ["as the type of its Blob", "upload", [{ body: png }], "image/png", "png"],
    ["as the first type for a Blob without one", "upload", [{ body: bare }], "image/png", "bare"],
    ["as the first type for a Blob of another type", "upload", [{ body: svg }], "image/png", "svg"],
    [
      "as what is chosen, whatever its Blob says",
      "upload",
      [{ body: png }, { contentType: "application/octet-stream" }],
      "application/octet-stream",
      "png",
    ],
    ["as the type of its Blob, of a range alone", "draw", [{ body: svg }], "image/svg+xml", "svg"],
    ["as bytes, of a range alone", "draw", [{ body: bare }], "application/octet-stream", "bare"],
    [
      "as what is chosen of a range",
      "draw",
      [{ body: bare }, { contentType: "image/gif" }],
      "image/gif",
      "bare",
    ],
  ])("%s", async (_, id, args, contentType, body) => {
    const { result, request } = await called(id, done, ...args);
    expect(result).toMatchObject({ ok: true });
    expect([request?.headers["content-type"], request?.body]).toEqual([contentType, body]);
  });

  it("as parts with headers, media types and JSON strings", async () => {
    const choice = { contentType: "multipart/form-data" };
    const { request } = await called("send", done, { file: png, meta: "a" }, choice);
    const type = request?.headers["content-type"] ?? "";
    const [, boundary = ""] = /^multipart\/form-data; boundary=(.+)$/.exec(type) ?? [];
    expect(request?.body.split(`--${boundary}`)).toEqual([
      "",
      '\r\nContent-Disposition: form-data; name="file"; filename="blob"\r\nContent-Type: image/png\r\nX-Kind: file\r\n\r\npng\r\n',
      '\r\nContent-Disposition: form-data; name="meta"\r\nContent-Type: application/json\r\n\r\n"a"\r\n',
      "--\r\n",
    ]);
  });

  it("never as a media type that isn't documented", async () => {
    const { result, request } = await called("send", done, {}, { contentType: "text/plain" });
    expect(request).toBeUndefined();
    expect(String(result.error)).toBe(
      'InvalidRequestError: send: invalid request: the contentType "text/plain" isn\'t one of application/json, application/x-www-form-urlencoded, multipart/form-data, application/xml, image/*',
    );
  });
});

describe("a response is requested and read", () => {
  const json = '{"rows":1}';
  it.each<
    [
      name: string,
      args: readonly unknown[],
      accept: string,
      answer: readonly [contentType: string | null, body: string],
      want: unknown,
    ]
  >([
    ["as JSON", [], "application/json", ["application/json", json], { rows: 1 }],
    ["as JSON without a type", [], "application/json", [null, json], { rows: 1 }],
    ["as JSON of a wrong type", [], "application/json", ["text/html", json], { rows: 1 }],
    ["as text", [{ accept: "text/csv" }], "text/csv", ["text/csv", "a,b"], "a,b"],
    ["as the text of JSON", [{ accept: "text/csv" }], "text/csv", ["application/json", "1"], "1"],
    ["as the documented type that came", [], "application/json", ["text/csv", "1"], "1"],
    ["as text if there is no type", [], "application/json", [null, "a,b"], "a,b"],
  ])("%s", async (_, args, accept, answer, want) => {
    const { result, request } = await called("read", reply(...answer), ...args);
    expect(request?.headers.accept).toBe(accept);
    expect(result).toMatchObject({ ok: true, value: want });
  });

  it("as bytes", async () => {
    const options = { accept: "application/pdf" };
    const { result } = await called("read", reply("application/pdf", "%PDF"), options);
    expect(await (result.value as Blob).text()).toBe("%PDF");
  });

  it("as a media type in a range", async () => {
    const answer = reply("image/webp", "RIFF");
    const { result, request } = await called("see", answer, { accept: "image/webp" });
    expect(request?.headers.accept).toBe("image/webp");
    expect(await (result.value as Blob).text()).toBe("RIFF");
  });

  it.each<[contentType: string | null, body: string, reason: string]>([
    ["text/csv", "1", "text/csv arrived instead of application/json: ask for it with accept"],
    [
      "application/pdf",
      "1",
      "application/pdf arrived instead of application/json: ask for it with accept",
    ],
    [null, "a,b", "Unexpected token 'a', \"a,b\" is not valid JSON"],
  ])("as nothing but JSON if the call accepts JSON: %s", async (contentType, body, reason) => {
    const options = { accept: "application/json" };
    const { result } = await called("read", reply(contentType, body), options);
    expect(result.error).toMatchObject({ kind: "decode", httpStatus: 200, rawBody: body });
    expect(result.error?.["cause"]).toMatchObject({ message: reason });
  });

  it("as JSON of a wrong type if the call accepts JSON", async () => {
    const options = { accept: "application/json" };
    const { result } = await called("read", reply("text/html", json), options);
    expect(result).toMatchObject({ ok: true, value: { rows: 1 } });
  });

  it("but not as text if it is broken JSON", async () => {
    const { result } = await called("read", reply("application/json", "{"));
    expect(result.error).toMatchObject({ kind: "decode", httpStatus: 200, rawBody: "{" });
  });
});

it.each(compilers)(
  "%s knows what each media type takes and returns",
  async (_, compiler) => {
    expect(await programErrors(compiler, folder, "media", program)).toBe("");
  },
  60_000,
);
