import { afterEach, beforeEach, describe, expect, expectTypeOf, test, vi } from "vitest";
import { APIPromise } from "../../templates/runtime/api-promise.js";
import type { Result } from "../../templates/runtime/result.js";
import { json, serve } from "./server.js";
import { callThing, listThings, rejectionOf } from "./things.js";

const response = new Response();
const failure = new Error("failed");

function fulfilled<T>(value: T): APIPromise<T, Error> {
  return new APIPromise(Promise.resolve<Result<T, Error>>({ ok: true, value, response }));
}

function failed(): APIPromise<number, Error> {
  return new APIPromise(Promise.resolve<Result<number, Error>>({ ok: false, error: failure }));
}

describe("is a real promise", () => {
  test("by instanceof", () => {
    expect(fulfilled(1)).toBeInstanceOf(Promise);
    expect(fulfilled(1)).toBeInstanceOf(APIPromise);
    expectTypeOf(fulfilled(1)).toExtend<Promise<number>>();
  });

  test("with await", async () => {
    expect(await fulfilled(1)).toBe(1);
    expect(await rejectionOf(failed())).toBe(failure);
  });

  test("with the functions of Promise", async () => {
    expect(await Promise.all([fulfilled(1), fulfilled("a")])).toEqual([1, "a"]);
    expect(await Promise.race([fulfilled(1)])).toBe(1);
    expect(await Promise.any([failed(), fulfilled(2)])).toBe(2);
    expect(await Promise.allSettled([fulfilled(1), failed()])).toEqual([
      { status: "fulfilled", value: 1 },
      { status: "rejected", reason: failure },
    ]);
    expect(await Promise.resolve(fulfilled(1))).toBe(1);
    expect(await rejectionOf(Promise.all([fulfilled(1), failed()]))).toBe(failure);
  });

  test("with then, catch and finally", async () => {
    const calls: string[] = [];
    expect(await fulfilled(1).then((value) => value + 1)).toBe(2);
    expect(await fulfilled(1).then()).toBe(1);
    expect(await fulfilled(1).then(null, () => 9)).toBe(1);
    expect(await failed().then(null, () => 9)).toBe(9);
    expect(await failed().catch((error) => error)).toBe(failure);
    expect(await fulfilled(1).catch(() => 9)).toBe(1);
    expect(await fulfilled(1).finally(() => calls.push("fulfilled"))).toBe(1);
    expect(await rejectionOf(failed().finally(() => calls.push("failed")))).toBe(failure);
    expect(calls).toEqual(["fulfilled", "failed"]);
  });

  test("then, catch and finally return an ordinary one", () => {
    const derived = [fulfilled(1).then(), fulfilled(1).catch(), fulfilled(1).finally()];
    for (const promise of derived) {
      expect(promise).toBeInstanceOf(Promise);
      expect(promise).not.toBeInstanceOf(APIPromise);
    }
  });

  test("returned from an async function", async () => {
    expect(await (async () => fulfilled(1))()).toBe(1);
  });
});

test("result returns the outcome as a value", async () => {
  expect(await fulfilled(1).result()).toEqual({ ok: true, value: 1, response });
  expect(await failed().result()).toEqual({ ok: false, error: failure });
});

test("withResponse returns the value and the response, or throws what await throws", async () => {
  const answered = await fulfilled(1).withResponse();
  expect(answered).toEqual({ data: 1, response });
  expect(answered.response).toBe(response);
  expect(await rejectionOf(failed().withResponse())).toBe(failure);
});

test("one request is sent when the call is made, however often it is read", async () => {
  const server = await serve(json(200, { id: 1 }));
  const call = callThing({ serverURL: server.url }, listThings);
  const result = await call.result();
  expect(await Promise.all([call, call, call.then(), call.result(), call.withResponse()])).toEqual([
    { id: 1 },
    { id: 1 },
    { id: 1 },
    result,
    { data: { id: 1 }, response: expect.any(Response) },
  ]);
  expect(server.requests).toHaveLength(1);
});

test("the request is sent even if the call isn't awaited", async () => {
  const server = await serve(json(200, {}));
  callThing({ serverURL: server.url }, listThings);
  await vi.waitFor(() => expect(server.requests).toHaveLength(1));
});

describe("an unhandled rejection", () => {
  const unhandled: unknown[] = [];
  const listener = (reason: unknown) => void unhandled.push(reason);
  // Node tells of a rejection once the microtasks are through.
  const told = () => new Promise((resolve) => setTimeout(resolve, 20));

  beforeEach(() => {
    unhandled.length = 0;
    process.on("unhandledRejection", listener);
  });
  afterEach(() => {
    process.off("unhandledRejection", listener);
  });

  test("isn't raised if the result is read late, or only as a result, or never", async () => {
    const server = await serve(json(404, {}));
    const calls = [1, 2, 3].map(() => callThing({ serverURL: server.url }, listThings));
    await calls[0]?.result();
    await told();
    expect(await calls[1]?.result()).toMatchObject({ ok: false, error: { status: 404 } });
    await told();
    expect(unhandled).toEqual([]);
  });

  test("is raised if then is used and its rejection dropped, as with every promise", async () => {
    failed().then();
    await told();
    expect(unhandled).toEqual([failure]);
  });
});
