import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { multipartBody } from "../../templates/runtime/body-multipart.js";
import type { Encoding, Operation } from "../../templates/runtime/operation.js";
import { json, reset, serve } from "./server.js";
import { addThing, callThing, rejectionOf, testClock } from "./things.js";

/** A part as it arrived; bytes are written as Latin-1, a character for each. */
interface Part {
  readonly headers: readonly string[];
  readonly content: string;
}

interface Arrived {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly boundary: string;
  readonly parts: readonly Part[];
}

/** A server that keeps the bytes of a body; the nth request gets the nth status, further ones the last. */
async function receive(...statuses: number[]) {
  const requests: Arrived[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { headers } = request;
    const boundary = /^multipart\/form-data; boundary=(\S+)$/.exec(headers["content-type"] ?? "");
    const body = Buffer.concat(chunks).toString("latin1");
    const parts = partsOf(body, boundary?.[1] ?? "no boundary");
    requests.push({ headers, boundary: boundary?.[1] ?? "", parts });
    const status = statuses[Math.min(requests.length, statuses.length) - 1] ?? 200;
    response.writeHead(status, { "Retry-After": "0" }).end("{}");
  });
  return { url: await listening(server), requests };
}

/** The URL of a server, which listens until the test ends. */
async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  // The cast states what listening on a port guarantees.
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}

/** The parts of a body (RFC 2046, 5.1.1), which has to have nothing beside them. */
function partsOf(body: string, boundary: string): Part[] {
  const [before, ...parts] = `\r\n${body}`.split(`\r\n--${boundary}`);
  const end = parts.pop();
  if (before !== "" || end !== "--\r\n") throw new Error(`no multipart body: ${body}`);
  return parts.map((part) => {
    const [, head = "", content = ""] = /^\r\n((?:.+\r\n)*)\r\n(.*)$/s.exec(part) ?? [];
    return { headers: head.split("\r\n").slice(0, -1), content };
  });
}

function operationWith(encodings: Record<string, Encoding> = {}): Operation {
  const contentType = "multipart/form-data";
  return { ...addThing, body: { write: multipartBody, contentType, encodings } };
}

/** The parts that a server gets of these fields. */
async function sent(fields: object, encodings?: Record<string, Encoding>) {
  const server = await receive();
  await callThing({ serverURL: server.url }, operationWith(encodings), fields);
  return server.requests[0]?.parts;
}

function latin1(text: string): string {
  return Buffer.from(text).toString("latin1");
}

function part(name: string, content: string, ...headers: string[]): Part {
  return {
    headers: [`Content-Disposition: form-data; name="${name}"`, ...headers],
    content: latin1(content),
  };
}

/** Bytes that are no text in UTF-8, and a line that looks like the end of a part. */
const bytes = new Uint8Array([0, 0xff, 0xfe, 0x0d, 0x0a, 0x2d, 0x2d, 0x66, 0x0d, 0x0a]);
const raw = "\0\xff\xfe\r\n--f\r\n";

function file(name: string, filename: string, type: string, content = raw): Part {
  return {
    headers: [
      `Content-Disposition: form-data; name="${name}"; filename="${filename}"`,
      `Content-Type: ${type}`,
    ],
    content,
  };
}

function streamOf(...chunks: Uint8Array<ArrayBuffer>[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    pull(controller) {
      const chunk = chunks.shift();
      if (chunk) controller.enqueue(chunk);
      else controller.close();
    },
  });
}

const octets = "application/octet-stream";

describe("a field is", () => {
  test.each<{ name: string; fields: Record<string, unknown>; want: Part[] }>([
    { name: "text", fields: { a: "é\r\nb" }, want: [part("a", "é\r\nb")] },
    { name: "empty text", fields: { a: "" }, want: [part("a", "")] },
    { name: "a number", fields: { a: 0, b: -1.5 }, want: [part("a", "0"), part("b", "-1.5")] },
    {
      name: "a boolean",
      fields: { a: true, b: false },
      want: [part("a", "true"), part("b", "false")],
    },
    {
      name: "a date",
      fields: { a: new Date("2020-01-02T03:04:05.678Z") },
      want: [part("a", "2020-01-02T03:04:05.678Z")],
    },
    { name: "left out", fields: { a: null, b: undefined, c: 1 }, want: [part("c", "1")] },
    {
      name: "a list, a part for each item",
      fields: { a: ["x", 1, true], b: "y" },
      want: [part("a", "x"), part("a", "1"), part("a", "true"), part("b", "y")],
    },
    { name: "an empty list", fields: { a: [], b: 1 }, want: [part("b", "1")] },
    { name: "a list of nulls", fields: { a: [null, undefined, 1] }, want: [part("a", "1")] },
    {
      name: "an object, as JSON",
      fields: { a: { b: "é", c: null } },
      want: [part("a", '{"b":"é","c":null}', "Content-Type: application/json")],
    },
    {
      name: "a list of objects and lists, as JSON",
      fields: { a: [{ b: 1 }, [2, 3]] },
      want: [
        part("a", '{"b":1}', "Content-Type: application/json"),
        part("a", "[2,3]", "Content-Type: application/json"),
      ],
    },
    {
      name: "an object that isn't quite a named file, as JSON",
      fields: { a: { name: "n" }, b: { content: "c" }, c: { name: "n", content: "c" } },
      want: [
        part("a", '{"name":"n"}', "Content-Type: application/json"),
        part("b", '{"content":"c"}', "Content-Type: application/json"),
        part("c", '{"name":"n","content":"c"}', "Content-Type: application/json"),
      ],
    },
  ])("$name", async ({ fields, want }) => {
    expect(await sent(fields)).toEqual(want);
  });
});

describe("a file is", () => {
  test.each<{ name: string; given: () => unknown; want: Part }>([
    { name: "a Blob", given: () => new Blob([bytes]), want: file("a", "blob", octets) },
    {
      name: "a Blob with a type",
      given: () => new Blob([bytes], { type: "image/png" }),
      want: file("a", "blob", "image/png"),
    },
    { name: "a File", given: () => new File([bytes], "a.bin"), want: file("a", "a.bin", octets) },
    {
      name: "a File with a type",
      given: () => new File([bytes], "a.png", { type: "image/png" }),
      want: file("a", "a.png", "image/png"),
    },
    { name: "an ArrayBuffer", given: () => bytes.buffer, want: file("a", "blob", octets) },
    { name: "a Uint8Array", given: () => bytes, want: file("a", "blob", octets) },
    {
      name: "a part of a buffer",
      given: () => new Uint8Array([9, ...bytes, 9]).subarray(1, 11),
      want: file("a", "blob", octets),
    },
    {
      name: "a DataView",
      given: () => new DataView(bytes.buffer),
      want: file("a", "blob", octets),
    },
    { name: "a stream", given: () => streamOf(bytes), want: file("a", "blob", octets) },
    { name: "empty", given: () => new Blob(), want: file("a", "blob", octets, "") },
    { name: "an empty stream", given: () => streamOf(), want: file("a", "blob", octets, "") },
    {
      name: "a named Blob",
      given: () => ({ content: new Blob([bytes], { type: "image/png" }), name: "a.png" }),
      want: file("a", "a.png", "image/png"),
    },
    {
      name: "a File with another name and type",
      given: () => ({ content: new File([bytes], "b"), name: "a.png", type: "image/png" }),
      want: file("a", "a.png", "image/png"),
    },
    {
      name: "named bytes",
      given: () => ({ content: bytes, name: "a.bin" }),
      want: file("a", "a.bin", octets),
    },
    {
      name: "named text",
      given: () => ({ content: new Blob(["é"]), name: "a.txt", type: "text/plain" }),
      want: file("a", "a.txt", "text/plain", latin1("é")),
    },
    {
      name: "a named stream",
      given: () => ({ content: streamOf(bytes), name: "a.png", type: "image/png" }),
      want: file("a", "a.png", "image/png"),
    },
  ])("$name", async ({ given, want }) => {
    expect(await sent({ a: given() })).toEqual([want]);
  });

  test("one of a list, a part for each", async () => {
    expect(await sent({ a: [new Blob([bytes]), bytes, streamOf(bytes)] })).toEqual(
      Array(3).fill(file("a", "blob", octets)),
    );
  });
});

describe("the media type of a part is", () => {
  const png = () => new Blob([bytes], { type: "image/png" });
  test.each<{ name: string; contentType: string; given: () => unknown; want: Part }>([
    {
      name: "the encoding's, of text",
      contentType: "text/csv",
      given: () => "a,b",
      want: part("a", "a,b", "Content-Type: text/csv"),
    },
    {
      name: "the encoding's, of an object",
      contentType: "application/vnd.a+json",
      given: () => ({ b: 1 }),
      want: part("a", '{"b":1}', "Content-Type: application/vnd.a+json"),
    },
    {
      name: "the encoding's, with its parameters",
      contentType: "text/plain; charset=utf-8",
      given: () => "b",
      want: part("a", "b", "Content-Type: text/plain; charset=utf-8"),
    },
    {
      name: "the encoding's, of bytes",
      contentType: "image/gif",
      given: () => bytes,
      want: file("a", "blob", "image/gif"),
    },
    {
      name: "the encoding's, of a stream",
      contentType: "image/gif",
      given: () => streamOf(bytes),
      want: file("a", "blob", "image/gif"),
    },
    {
      name: "the file's own first",
      contentType: "image/gif",
      given: png,
      want: file("a", "blob", "image/png"),
    },
    {
      name: "the named file's own first",
      contentType: "image/gif",
      given: () => ({ content: png(), name: "a", type: "image/webp" }),
      want: file("a", "a", "image/webp"),
    },
    {
      name: "the file's own where the encoding has a list",
      contentType: "image/gif, image/png",
      given: png,
      want: file("a", "blob", "image/png"),
    },
    {
      name: "unknown where the encoding has a list",
      contentType: "image/gif, image/png",
      given: () => bytes,
      want: file("a", "blob", octets),
    },
    {
      name: "unknown where the encoding has a range",
      contentType: "image/*",
      given: () => bytes,
      want: file("a", "blob", octets),
    },
    {
      name: "none of text where the encoding has a range",
      contentType: "text/*",
      given: () => "b",
      want: part("a", "b"),
    },
    {
      name: "JSON of an object where the encoding has a range",
      contentType: "*/*",
      given: () => ({ b: 1 }),
      want: part("a", '{"b":1}', "Content-Type: application/json"),
    },
  ])("$name", async ({ contentType, given, want }) => {
    expect(await sent({ a: given() }, { a: { contentType } })).toEqual([want]);
  });

  test("never more than one line", async () => {
    const content = { content: bytes, name: "a", type: "image/png\r\nX-Other: 1" };
    expect(await sent({ a: content })).toEqual([file("a", "a", "image/pngX-Other: 1")]);
  });

  test("each field's own", async () => {
    const encodings = { a: { contentType: "text/a" }, b: { contentType: "text/b" } };
    expect(await sent({ a: "1", b: ["2", "3"], c: "4" }, encodings)).toEqual([
      part("a", "1", "Content-Type: text/a"),
      part("b", "2", "Content-Type: text/b"),
      part("b", "3", "Content-Type: text/b"),
      part("c", "4"),
    ]);
  });
});

describe("a name can't end its quotes or its line", () => {
  test.each([
    { name: 'a"b', want: "a%22b" },
    { name: "a\r\nb", want: "a%0D%0Ab" },
    { name: "a\rb\nc", want: "a%0Db%0Ac" },
    { name: "a\\b", want: "a\\b" },
    { name: "a%22b", want: "a%22b" },
    { name: "日本é", want: latin1("日本é") },
    { name: "a; b=c", want: "a; b=c" },
  ])("$name", async ({ name, want }) => {
    expect(await sent({ [name]: new File([bytes], name) })).toEqual([file(want, want, octets)]);
    expect(await sent({ [name]: "b" })).toEqual(
      [part("", "b")].map(({ content }) => ({
        headers: [`Content-Disposition: form-data; name="${want}"`],
        content,
      })),
    );
  });
});

describe("an empty form", () => {
  test("is sent if it is required", async () => {
    expect(await sent({ a: undefined, b: null, c: [] })).toEqual([]);
  });

  test("isn't sent if it is optional", async () => {
    const server = await serve(json(200, {}));
    const operation = operationWith();
    const body = { write: multipartBody, contentType: "multipart/form-data", isOptional: true };
    await callThing({ serverURL: server.url }, { ...operation, body }, { a: undefined });
    const [request] = server.requests;
    expect([request?.body, request?.headers["content-type"]]).toEqual(["", undefined]);
  });

  test("isn't sent under its own field, like a missing value", () => {
    const body = { write: multipartBody, contentType: "a", field: "body" };
    expect(multipartBody({ a: 1 }, body)).toBeUndefined();
  });
});

describe("a form without a stream", () => {
  test("has a length", async () => {
    const server = await receive();
    await callThing({ serverURL: server.url }, operationWith(), { a: new Blob([bytes]) });
    const [request] = server.requests;
    expect(request?.headers["content-length"]).toMatch(/^\d+$/);
    expect(request?.headers["transfer-encoding"]).toBeUndefined();
  });

  test("is sent again completely", async () => {
    const server = await receive(429, 429, 200);
    const fields = { a: new File([bytes], "a.bin"), b: [bytes, "é"] };
    await callThing({ serverURL: server.url, clock: testClock() }, operationWith(), fields);
    const want = [file("a", "a.bin", octets), file("b", "blob", octets), part("b", "é")];
    expect(server.requests.map(({ parts }) => parts)).toEqual(Array(3).fill(want));
  });

  test("has its own boundary", async () => {
    const server = await receive();
    const setup = { serverURL: server.url };
    await Promise.all(
      Array.from({ length: 20 }, () => callThing(setup, operationWith(), { a: 1 })),
    );
    const boundaries = server.requests.map(({ boundary }) => boundary);
    expect(new Set(boundaries).size).toBe(20);
    // RFC 2046, 5.1.1: what a boundary may be.
    const valid = /^[\w'()+,./:=? -]{0,69}[\w'()+,./:=?-]$/;
    expect(boundaries.filter((boundary) => !valid.test(boundary))).toEqual([]);
  });
});

describe("a form with a stream", () => {
  test("is sent as a stream", async () => {
    const server = await receive();
    const fields = { a: "x", b: streamOf(bytes.slice(0, 4), bytes.slice(4)), c: bytes };
    await callThing({ serverURL: server.url }, operationWith(), fields);
    const [request] = server.requests;
    expect(request?.headers["transfer-encoding"]).toBe("chunked");
    expect(request?.headers["content-length"]).toBeUndefined();
    expect(request?.parts).toEqual([
      part("a", "x"),
      file("b", "blob", octets),
      file("c", "blob", octets),
    ]);
  });

  test.each([429, 503])("is sent once, also after %d", async (status) => {
    const server = await receive(status, 200);
    const clock = testClock();
    const retries = { strategy: "backoff", retryNonIdempotent: true } as const;
    const setup = { serverURL: server.url, clock, retries };
    const error = await rejectionOf(callThing(setup, operationWith(), { a: streamOf(bytes) }));
    expect(error).toMatchObject({ status, attempts: 1 });
    expect(server.requests.map(({ parts }) => parts)).toEqual([[file("a", "blob", octets)]]);
    expect(clock.slept).toEqual([]);
  });

  test("is sent once, even if the connection breaks", async () => {
    const server = await serve(reset);
    const retries = { strategy: "backoff", retryNonIdempotent: true } as const;
    const setup = { serverURL: server.url, clock: testClock(), retries };
    const error = await rejectionOf(callThing(setup, operationWith(), { a: streamOf(bytes) }));
    expect(error).toMatchObject({ kind: "connection", attempts: 1 });
    expect(server.requests).toHaveLength(1);
  });

  test("reads each stream in turn, as fast as it is sent", async () => {
    const read: string[] = [];
    const told = (name: string, count: number) =>
      new ReadableStream<Uint8Array>(
        {
          pull(controller) {
            read.push(name);
            if (count-- > 0) controller.enqueue(bytes);
            else controller.close();
          },
        },
        { highWaterMark: 0 },
      );
    const fields = { a: told("a", 2), b: told("b", 1) };
    const body = multipartBody(fields, {});
    if (!(body?.body instanceof ReadableStream)) throw new Error("no stream");
    const reader = body.body.getReader();
    expect(read).toEqual([]);
    while (!(await reader.read()).done);
    expect(read).toEqual(["a", "a", "a", "b", "b"]);
  });

  test("that fails is a ConnectionError, and its other streams are canceled", async () => {
    const server = createServer((request) => request.on("error", () => {}).resume());
    const url = await listening(server);
    const cancel = vi.fn();
    const fields = {
      a: new ReadableStream({ pull: () => Promise.reject(new Error("disk gone")) }),
      b: new ReadableStream({ cancel }),
    };
    const error = await rejectionOf(callThing({ serverURL: url }, operationWith(), fields));
    expect(error).toMatchObject({ kind: "connection", attempts: 1 });
    await vi.waitFor(() => expect(cancel).toHaveBeenCalledOnce());
  });

  test("cancels all its streams if it is canceled", async () => {
    const cancelled: unknown[] = [];
    const stream = (name: string) =>
      new ReadableStream({ cancel: (reason) => void cancelled.push([name, reason]) });
    const fields = { a: stream("a"), b: "text", c: [stream("c"), stream("d")] };
    const body = multipartBody(fields, {});
    if (!(body?.body instanceof ReadableStream)) throw new Error("no stream");
    const reader = body.body.getReader();
    await reader.read();
    const pending = reader.read();
    await reader.cancel("enough");
    expect(await pending).toEqual({ done: true, value: undefined });
    expect(cancelled).toEqual([
      ["a", "enough"],
      ["c", "enough"],
      ["d", "enough"],
    ]);
  });

  test("cancels all its streams even if one fails to", async () => {
    const cancel = vi.fn();
    const stuck = new ReadableStream({ cancel: () => Promise.reject(new Error("stuck")) });
    const fields = { a: stuck, b: new ReadableStream({ cancel }) };
    const body = multipartBody(fields, {});
    if (!(body?.body instanceof ReadableStream)) throw new Error("no stream");
    await body.body.cancel("enough").catch(() => {});
    expect(cancel).toHaveBeenCalledOnce();
  });
});
