import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { bearer } from "../../templates/runtime/bearer.js";
import {
  BaseError,
  type CallSummary,
  ConnectionError,
  InvalidRequestError,
  RequestAbortedError,
  RequestTimeoutError,
  ResponseDecodeError,
  ResponseError,
  SDKError,
} from "../../templates/runtime/errors.js";
import type { Operation } from "../../templates/runtime/operation.js";
import { textAt } from "../../templates/runtime/text-at.js";
import { json, type Reply, reset, serve, silent, text } from "./server.js";
import { callThing, listThings, Problem, rejectionOf, type Setup, testClock } from "./things.js";

const request = { method: "GET", url: "http://127.0.0.1/things", operationId: "listThings" };
const call: CallSummary = { request, attempts: 2, secrets: [] };

function responseError(body: unknown, headers: Record<string, string> = {}): SDKError {
  const rawBody = JSON.stringify(body);
  const response = new Response(rawBody, { status: 418, headers });
  return new SDKError(call, { response, rawBody, body });
}

describe("an error that knows the message field of its payload", () => {
  class Told extends ResponseError<number, unknown> {
    override readonly name = "Told";
    static override reasonIn(body: unknown): string | undefined {
      return textAt(body, ["errors", 0, "hint"]) ?? ResponseError.reasonIn(body);
    }
  }

  test.each([
    [{ errors: [{ hint: "Sleep." }], message: "M" }, "Sleep."],
    [{ errors: [], message: "M" }, "M"],
    [{ errors: [{ hint: 1, message: "E" }] }, "E"],
    [null, "418"],
  ])("%j", (body, want) => {
    const reply = { response: new Response("", { status: 418 }), rawBody: "", body };
    expect(new Told(call, reply).message).toMatch(new RegExp(` ${want}$`));
  });
});

describe("every error", () => {
  const reply = { response: new Response(), rawBody: "{" };
  test.each([
    { error: responseError({}), name: "SDKError", kind: "response", status: 418 },
    { error: new ConnectionError(call, "w"), name: "ConnectionError", kind: "connection" },
    { error: new RequestTimeoutError(call, 5), name: "RequestTimeoutError", kind: "timeout" },
    { error: new RequestAbortedError(call, "w"), name: "RequestAbortedError", kind: "aborted" },
    {
      error: new InvalidRequestError(call, "w"),
      name: "InvalidRequestError",
      kind: "invalid-request",
    },
    {
      error: new ResponseDecodeError(call, "w", reply),
      name: "ResponseDecodeError",
      kind: "decode",
    },
  ])("$name", ({ error, name, kind, status }) => {
    expect(error).toBeInstanceOf(Error);
    expect(error).toBeInstanceOf(BaseError);
    expect(error instanceof ResponseError).toBe(kind === "response");
    expect([error.name, error.kind, error.status]).toEqual([name, kind, status]);
    expect([error.request, error.attempts]).toEqual([request, 2]);
    expect(error.message).toMatch(/^listThings: /);
    expect(error.stack).toContain("errors.test.ts");
  });

  test("keeps its cause", () => {
    const cause = new Error("deep");
    expect(new ConnectionError(call, "w", { cause }).cause).toBe(cause);
    expect(new InvalidRequestError(call, "w", { cause }).cause).toBe(cause);
    expect(new RequestAbortedError(call, "w", { cause }).cause).toBe(cause);
    expect(new ResponseDecodeError(call, "w", reply, { cause }).cause).toBe(cause);
  });
});

describe("the message names the operation, the status and the reason in the payload", () => {
  test.each([
    { body: { message: "gone" }, want: ": gone" },
    { body: { detail: "gone" }, want: ": gone" },
    { body: { title: "gone" }, want: ": gone" },
    { body: { title: "short", detail: "gone" }, want: ": gone" },
    { body: { title: "gone", detail: "" }, want: ": gone" },
    { body: { title: "gone", detail: { code: 1 } }, want: ": gone" },
    { body: { error: { message: "gone" } }, want: ": gone" },
    { body: { errors: [{ message: "short", long_message: "gone" }] }, want: ": gone" },
    { body: { errors: [{ message: "gone" }, { message: "second" }] }, want: ": gone" },
    { body: { errors: [{ message: "gone" }], message: "general" }, want: ": gone" },
    { body: { errors: [], message: "gone" }, want: ": gone" },
    { body: { errors: "odd", message: "gone" }, want: ": gone" },
    { body: { errors: [null], error: null }, want: "" },
    { body: { message: 7 }, want: "" },
    { body: { error: "gone" }, want: ": gone" },
    { body: { error: "code", error_description: "gone" }, want: ": gone" },
    { body: { errors: ["gone", "second"] }, want: ": gone" },
    { body: { type: "about:blank", title: "short", status: 418, detail: "gone" }, want: ": gone" },
    { body: "gone\nsecond line", want: ": gone" },
    {
      body: { message: "a\u001b[31mb\r\n::error::\u202ec" },
      want: ": a\\u{1b}[31mb\\u{d}\\u{a}::error::\\u{202e}c",
    },
    { body: { message: "x".repeat(5_000_000) }, want: `: ${"x".repeat(963)}…` },
    { body: {}, want: "" },
    { body: [], want: "" },
    { body: null, want: "" },
    { body: "<p>", want: "" },
  ])("$body", ({ body, want }) => {
    expect(responseError(body).message).toBe(`listThings: the server answered 418${want}`);
  });
});

describe("the id of the request", () => {
  test.each([
    { headers: { "X-Request-Id": "r1", "CF-Ray": "c1" }, want: "r1" },
    { headers: { "request-id": "r1" }, want: "r1" },
    { headers: { "x-amzn-requestid": "r1" }, want: "r1" },
    { headers: {}, want: undefined },
  ])("of $headers", async ({ headers, want }) => {
    const server = await serve(json(404, { title: "gone" }, headers));
    const error = await rejectionOf(callThing({ serverURL: server.url }, listThings));
    if (!(error instanceof BaseError)) throw error;
    expect([error.requestId, error.toJSON()["requestId"]]).toEqual([want, want]);
  });

  test("is that of the last attempt", async () => {
    const server = await serve(json(503, {}, { "X-Request-Id": "r1" }), reset);
    const setup = { serverURL: server.url, clock: testClock() };
    const error = await rejectionOf(callThing(setup, listThings));
    expect(error).toMatchObject({ kind: "connection", attempts: 3, requestId: undefined });
  });
});

describe("a parser that quotes what it can't read", () => {
  test("puts no secret into the cause", async () => {
    const server = await serve(text(404, "s3cret"));
    const setup = { serverURL: server.url, credentials: { token: "s3cret" } };
    const security = [[bearer(["token", "A"])]];
    const error = await rejectionOf(callThing(setup, { ...listThings, security }));
    expect(error).toMatchObject({ kind: "decode", cause: { name: "SyntaxError" } });
    expect(inspect(error, { depth: 20, showHidden: true })).not.toContain("s3cret");
  });
});

describe("an error response", () => {
  test("is kept completely", async () => {
    const headers = { "Content-Type": "application/problem+json", "X-Request-Id": "r1" };
    const raw = '{ "title": "gone" }';
    const server = await serve(text(404, raw, { ...headers, "Retry-After": "1.5" }));
    const error = await rejectionOf(callThing({ serverURL: server.url }, listThings));
    if (!(error instanceof Problem)) throw error;
    expect({
      status: error.status,
      body: error.body,
      rawBody: error.rawBody,
      contentType: error.contentType,
      id: error.headers.get("X-Request-Id"),
      retryAfterMs: error.retryAfterMs,
      attempts: error.attempts,
      request: error.request,
      message: error.message,
    }).toEqual({
      status: 404,
      body: { title: "gone" },
      rawBody: raw,
      contentType: "application/problem+json",
      id: "r1",
      retryAfterMs: 1500,
      attempts: 1,
      request: { method: "GET", url: `${server.url}/things`, operationId: "listThings" },
      message: "listThings: the server answered 404: gone",
    });
    expect(error.response.status).toBe(404);
    expect(error.response.headers).toBe(error.headers);
  });

  test.each([
    { name: "JSON", raw: "[1]", body: [1] },
    { name: "text", raw: "teapot", body: "teapot" },
    { name: "nothing", raw: "", body: "" },
  ])("that no one documented has $name as its body", async ({ raw, body }) => {
    const server = await serve(text(418, raw));
    const error = await rejectionOf(callThing({ serverURL: server.url }, listThings));
    expect(error).toBeInstanceOf(SDKError);
    expect(error).toMatchObject({ status: 418, body, rawBody: raw, contentType: "" });
  });

  test("that can't be decoded is kept as received", async () => {
    const server = await serve(text(404, "<p>", { "X-Request-Id": "r1" }));
    const error = await rejectionOf(callThing({ serverURL: server.url }, listThings));
    if (!(error instanceof ResponseDecodeError)) throw error;
    expect([error.rawBody, error.response.status]).toEqual(["<p>", 404]);
    expect(error.response.headers.get("X-Request-Id")).toBe("r1");
    expect(error.cause).toBeInstanceOf(SyntaxError);
    expect(error.message).toMatch(
      /^listThings: the server answered 404: an unreadable body: Unexpected token/,
    );
  });
});

describe("toJSON returns what may be logged", () => {
  const given = { request, attempts: 2 };
  const hidden = { authorization: "reset", "set-cookie": "reset" };
  test.each<{ error: BaseError; want: object }>([
    {
      error: responseError({ title: "gone" }, hidden),
      want: {
        name: "SDKError",
        kind: "response",
        status: 418,
        message: "listThings: the server answered 418: gone",
        ...given,
        body: { title: "gone" },
      },
    },
    {
      error: new ResponseDecodeError(call, "no JSON", {
        response: new Response("", { headers: hidden }),
        rawBody: "reset",
      }),
      want: {
        name: "ResponseDecodeError",
        kind: "decode",
        message: "listThings: the server answered 200: no JSON",
        ...given,
        httpStatus: 200,
      },
    },
    {
      error: new ConnectionError(call, "gone", { cause: new Error("reset") }),
      want: {
        name: "ConnectionError",
        kind: "connection",
        message: "listThings: gone: reset",
        ...given,
      },
    },
    {
      error: new RequestTimeoutError(call, 5),
      want: {
        name: "RequestTimeoutError",
        kind: "timeout",
        message: "listThings: no answer within 5 ms",
        timeoutMs: 5,
        ...given,
      },
    },
  ])("$error.name", ({ error, want }) => {
    expect(JSON.parse(JSON.stringify(error))).toEqual(want);
  });
});

describe("no credential and no header is printed", () => {
  const secured: Operation = {
    ...listThings,
    security: [[bearer(["bearerAuth", "THINGS_TOKEN"])]],
  };
  const cookie = { "Set-Cookie": "session=s3cret" };
  test.each<{ name: string; reply: Reply; token?: string; setup?: Setup }>([
    { name: "a documented error", reply: json(404, {}, cookie) },
    { name: "another error", reply: text(418, "", cookie) },
    { name: "a body that is no JSON", reply: text(200, "<p>", cookie) },
    { name: "a reset", reply: reset },
    { name: "a timeout", reply: silent, setup: { timeoutMs: 20 } },
    { name: "an unusable credential", reply: silent, token: "s3cret\nsecond line" },
    { name: "an unusable credential of another script", reply: silent, token: "s3cret\u0416" },
    {
      name: "an unusable header",
      reply: silent,
      setup: { headers: { Authorization: "s3cret\nsecond line" } },
    },
    { name: "a password in the URL", reply: silent, setup: { serverURL: "http://me:s3cret@h" } },
  ])("of $name", async ({ reply, token = "s3cret", setup }) => {
    const server = await serve(reply);
    const retries = { strategy: "none" } as const;
    const credentials = { bearerAuth: token };
    const error = await rejectionOf(
      callThing({ serverURL: server.url, credentials, retries, ...setup }, secured),
    );
    if (!(error instanceof BaseError)) throw error;
    const printed = [
      error.message,
      String(error),
      error.stack,
      JSON.stringify(error),
      inspect(error, { depth: 20, showHidden: true, getters: false }),
    ];
    expect(printed.filter((print) => print === undefined || print.includes("s3cret"))).toEqual([]);
  });
});
