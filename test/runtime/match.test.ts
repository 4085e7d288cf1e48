import { describe, expect, test } from "vitest";
import { type BaseError, ResponseDecodeError, SDKError } from "../../templates/runtime/errors.js";
import { json } from "../../templates/runtime/json.js";
import { errorFrom, isSuccess, valueFrom } from "../../templates/runtime/match.js";
import { nothing } from "../../templates/runtime/nothing.js";
import type { BodyReader, Operation } from "../../templates/runtime/operation.js";
import { text } from "../../templates/runtime/text.js";
import { listThings, Problem, rejectionOf, testClock } from "./things.js";

const request = { method: "GET", url: "/things", operationId: "listThings" };
const sent = {
  request: {},
  options: {},
  settings: { options: {}, clock: testClock() },
  operationInfo: { id: "listThings", method: "GET", path: "/things" },
};

class Fallback extends Problem {}

async function matched(
  operation: Operation,
  status: number,
  body: string | Uint8Array<ArrayBuffer>,
): Promise<unknown> {
  const isBodyless = status === 204 || status === 205 || status === 304;
  const response = new Response(isBodyless ? null : body, { status });
  const call = { request, attempts: 1, secrets: [] };
  if (isSuccess(operation, response)) return valueFrom(operation, response, call, sent);
  throw await errorFrom(operation, response, call);
}

describe("a success is read as documented for its status, else as for the documented ones", () => {
  const raw = '"a"';
  test.each<{ success: NonNullable<Operation["success"]>; status: number; want: unknown }>([
    { success: { 200: json, "2XX": text }, status: 200, want: "a" },
    { success: { 200: json, "2XX": text }, status: 201, want: raw },
    { success: { 200: json, default: text }, status: 201, want: raw },
    { success: { 201: text }, status: 200, want: raw },
    { success: { 201: json }, status: 204, want: undefined },
    { success: { 200: json, 202: nothing }, status: 202, want: undefined },
    { success: { 200: json, 304: nothing }, status: 304, want: undefined },
    { success: {}, status: 200, want: undefined },
  ])("$success, $status", async ({ success, status, want }) => {
    await expect(matched({ ...listThings, success }, status, raw)).resolves.toBe(want);
  });

  test("an operation that documents none has none", async () => {
    const { success: _, ...operation } = listThings;
    await expect(matched(operation, 200, "")).resolves.toBeUndefined();
  });

  test("a reader of streams receives the response and the call's options", async () => {
    const taker: BodyReader = {
      take: async (response, _, { options }) => [response.bodyUsed, options.as],
    };
    const response = new Response("a");
    const call = { request, attempts: 1, secrets: [] };
    const operation = { ...listThings, success: { 200: taker } };
    const asStream = { ...sent, options: { as: "stream" } } as const;
    await expect(valueFrom(operation, response, call, asStream)).resolves.toEqual([
      false,
      "stream",
    ]);
  });
});

describe("an error is matched by its code, then its range, then default", () => {
  const errors = { 404: Problem, "4XX": Fallback };
  test.each<{
    errors: NonNullable<Operation["errors"]>;
    status: number;
    want: abstract new (...parts: never[]) => BaseError;
  }>([
    { errors, status: 404, want: Problem },
    { errors, status: 400, want: Fallback },
    { errors, status: 500, want: SDKError },
    { errors: { ...errors, default: Problem }, status: 500, want: Problem },
    { errors: { default: Fallback }, status: 302, want: Fallback },
    { errors: {}, status: 404, want: SDKError },
  ])("$status", async ({ errors, status, want }) => {
    const error = await rejectionOf(matched({ ...listThings, errors }, status, "{}"));
    expect(error).toMatchObject({ constructor: want, status });
  });

  test("an operation that documents none has SDKError", async () => {
    const { errors: _, ...operation } = listThings;
    const error = await rejectionOf(matched(operation, 404, "gone"));
    expect(error).toMatchObject({ name: "SDKError", body: "gone" });
  });
});

describe("undecodable responses are distinguished", () => {
  test.each([
    { status: 200, raw: "", want: /^listThings: the server answered 200: an empty body: / },
    {
      status: 200,
      raw: "<p>",
      want: /^listThings: the server answered 200: an unreadable body: /,
    },
    { status: 404, raw: "", want: /^listThings: the server answered 404: an empty body: / },
    {
      status: 422,
      raw: "{",
      want: /^listThings: the server answered 422: an unreadable body: /,
    },
  ])("$status $raw", async ({ status, raw, want }) => {
    const error = await rejectionOf(matched(listThings, status, raw));
    expect(error).toBeInstanceOf(ResponseDecodeError);
    expect(error).toMatchObject({ message: expect.stringMatching(want), rawBody: raw });
  });

  test("bytes that aren't UTF-8", async () => {
    const bytes = Uint8Array.of(0x22, 0xff, 0x22);
    const error = await rejectionOf(matched(listThings, 200, bytes));
    expect(error).toBeInstanceOf(ResponseDecodeError);
    expect(error).toMatchObject({ rawBody: '"\ufffd"' });
  });
});

describe("the body of an error is read up to 16 MiB", () => {
  const limit = 2 ** 24;

  /** A response that never ends, and whether its connection is freed. */
  function endless(status: number) {
    const state = { isFreed: false };
    const body = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(2 ** 20).fill(0x61)),
      cancel: () => {
        state.isFreed = true;
      },
    });
    return { response: new Response(body, { status }), state };
  }

  test.each([
    {
      status: 404,
      name: "ResponseDecodeError",
      message: /^listThings: the server answered 404: a body of 16 MiB or more: /,
    },
    { status: 500, name: "SDKError", message: /^listThings: the server answered 500: aaaa/ },
  ])("of a $status", async ({ status, name, message }) => {
    const { response, state } = endless(status);
    const call = { request, attempts: 1, secrets: [] };
    const error = await errorFrom(listThings, response, call);
    expect(error).toMatchObject({ name, rawBody: expect.toSatisfy((raw) => raw.length === limit) });
    expect(error.message).toMatch(message);
    expect(state.isFreed).toBe(true);
  });

  test("and one of exactly that length is complete", async () => {
    const body = `"${"a".repeat(limit - 2)}"`;
    const response = new Response(body, { status: 500 });
    const error = await errorFrom(listThings, response, { request, attempts: 1, secrets: [] });
    expect(error).toMatchObject({ body: expect.toSatisfy((text) => text.length === limit - 2) });
  });
});
