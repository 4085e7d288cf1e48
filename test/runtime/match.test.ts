import { describe, expect, test } from "vitest";
import { type BaseError, ResponseDecodeError, SDKError } from "../../templates/runtime/errors.js";
import { json } from "../../templates/runtime/json.js";
import { discard, readerFor, resultFrom } from "../../templates/runtime/match.js";
import type { Operation } from "../../templates/runtime/operation.js";
import { text } from "../../templates/runtime/text.js";
import { listThings, Problem } from "./things.js";

const request = { method: "GET", url: "/things", operationId: "listThings" };
const call = { request, attempts: 1 };

class Fallback extends Problem {}

function matched(operation: Operation, status: number, raw: string) {
  const response = new Response(null, { status });
  return resultFrom(operation, { response, raw }, call);
}

describe("a success is read as documented for its status, else as for the documented ones", () => {
  test.each([
    { success: { 200: json, "2XX": text }, status: 200, want: json },
    { success: { 200: json, "2XX": text }, status: 201, want: text },
    { success: { 200: json, default: text }, status: 201, want: text },
    { success: { 201: text }, status: 200, want: text },
    { success: {}, status: 200, want: undefined },
  ])("$success, $status", ({ success, status, want }) => {
    expect(readerFor({ ...listThings, success }, status)).toBe(want);
  });

  test("an operation that documents none has none", () => {
    const { success: _, ...operation } = listThings;
    expect(readerFor(operation, 200)).toBeUndefined();
    expect(matched(operation, 200, "")).toMatchObject({ ok: true, value: undefined });
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
  ])("$status", ({ errors, status, want }) => {
    const result = matched({ ...listThings, errors }, status, "{}");
    if (result.ok) throw new Error("expected an error");
    expect(result.error.constructor).toBe(want);
    expect(result.error.status).toBe(status);
  });

  test("an operation that documents none has SDKError", () => {
    const { errors: _, ...operation } = listThings;
    expect(matched(operation, 404, "gone")).toMatchObject({
      ok: false,
      error: { name: "SDKError", body: "gone" },
    });
  });
});

describe("what can't be decoded is told apart", () => {
  test.each([
    { status: 200, raw: "", want: "the server answered 200 with an empty body" },
    { status: 200, raw: "<p>", want: "the server answered 200 with a body that is no JSON" },
    { status: 404, raw: "", want: "the server answered 404 with an empty body" },
    { status: 422, raw: "{", want: "the server answered 422 with a body that is no JSON" },
  ])("$status $raw", ({ status, raw, want }) => {
    const result = matched(listThings, status, raw);
    if (result.ok) throw new Error("expected an error");
    expect(result.error).toBeInstanceOf(ResponseDecodeError);
    expect(result.error).toMatchObject({ message: `listThings: ${want}`, rawBody: raw });
  });
});

describe("discard", () => {
  test("cancels the body", async () => {
    const cancelled = new Promise((cancel) =>
      discard(new Response(new ReadableStream({ cancel }))),
    );
    await expect(cancelled).resolves.toBeUndefined();
  });

  test.each([
    { name: "no body", response: new Response() },
    {
      name: "a body whose cancellation fails",
      response: new Response(new ReadableStream({ cancel: () => Promise.reject("stuck") })),
    },
  ])("bears $name", async ({ response }) => {
    expect(discard(response)).toBeUndefined();
  });

  test("bears a body that is being read", async () => {
    const response = new Response("a");
    const reading = response.text();
    discard(response);
    await expect(reading).resolves.toBe("a");
  });
});
