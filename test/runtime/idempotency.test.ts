import { describe, expect, test } from "vitest";
import type { CallOptions } from "../../templates/runtime/client-core.js";
import { idempotencyHeader } from "../../templates/runtime/idempotency.js";
import type { Operation } from "../../templates/runtime/operation.js";
import { json, reset, serve } from "./server.js";
import { addThing, callThing, rejectionOf, testClock } from "./things.js";

const header = "Idempotency-Key";
const operation: Operation = { ...addThing, idempotency: idempotencyHeader(header) };
const uuid = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;
const busy = json(503, {});
const found = json(200, { id: 1 });

describe("the header", () => {
  test("has a random UUID for each request", () => {
    const keys = Array.from(
      { length: 100 },
      () => idempotencyHeader(header).fields(undefined)[header],
    );
    expect(keys.filter((key) => !uuid.test(key ?? ""))).toEqual([]);
    expect(new Set(keys).size).toBe(100);
  });

  test("has the given key", () => {
    expect(idempotencyHeader(header).fields("mine")).toEqual({ "Idempotency-Key": "mine" });
  });
});

describe("the key of a call", () => {
  test.each<{ name: string; options: CallOptions }>([
    { name: "the option", options: { idempotencyKey: "mine" } },
    { name: "the header", options: { headers: { "idempotency-key": "mine" } } },
    {
      name: "the header before the option",
      options: { idempotencyKey: "other", headers: { [header]: "mine" } },
    },
  ])("is that of $name", async ({ options }) => {
    const server = await serve(found);
    await callThing({ serverURL: server.url }, operation, {}, options);
    expect(server.requests.map(({ headers }) => headers["idempotency-key"])).toEqual(["mine"]);
  });

  test("is the same for all attempts, so that POST is retried", async () => {
    const server = await serve(busy, reset, found);
    const setup = { serverURL: server.url, clock: testClock() };
    await expect(callThing(setup, operation, { name: "n" })).resolves.toEqual({ id: 1 });
    const keys = server.requests.map(({ headers }) => headers["idempotency-key"]);
    expect(keys).toEqual(Array(3).fill(expect.stringMatching(uuid)));
    expect(new Set(keys).size).toBe(1);
    expect(server.requests.map(({ body }) => body)).toEqual(Array(3).fill('{"name":"n"}'));
  });

  test("differs between calls", async () => {
    const server = await serve(found);
    await callThing({ serverURL: server.url }, operation);
    await callThing({ serverURL: server.url }, operation);
    const keys = server.requests.map(({ headers }) => headers["idempotency-key"]);
    expect(new Set(keys).size).toBe(2);
  });
});

describe("without a key POST isn't retried", () => {
  test.each<{ name: string; asked: Operation; options: CallOptions }>([
    { name: "where the operation takes none", asked: addThing, options: {} },
    {
      name: "where the call takes it away",
      asked: operation,
      options: { headers: { "idempotency-key": null } },
    },
    { name: "where the call's is empty", asked: operation, options: { idempotencyKey: "" } },
  ])("$name", async ({ asked, options }) => {
    const server = await serve(busy, found);
    const setup = { serverURL: server.url, clock: testClock() };
    const error = await rejectionOf(callThing(setup, asked, {}, options));
    expect(error).toMatchObject({ status: 503, attempts: 1 });
    expect(server.requests.map(({ headers }) => headers["idempotency-key"] || undefined)).toEqual([
      undefined,
    ]);
  });
});
