import { describe, expect, test } from "vitest";
import { callWith } from "../../templates/runtime/call-with.js";
import { ClientCore, type RequestOptions } from "../../templates/runtime/client-core.js";
import { doubleOf } from "../../templates/runtime/double.js";
import { eventStream } from "../../templates/runtime/event-stream.js";
import { type LimitsConfig, limits } from "../../templates/runtime/limits.js";
import { operation } from "../../templates/runtime/operation.js";
import { rateLimitIn } from "../../templates/runtime/rate-limit.js";
import type { EventStream } from "../../templates/runtime/stream.js";
import { type Failure, getThing, listThings } from "./things.js";

function get(client: ClientCore, request: { id: string }, options?: RequestOptions) {
  return callWith<unknown, Failure>(client, getThing, request, options);
}

function list(client: ClientCore, request: object = {}, options?: RequestOptions) {
  return callWith<unknown[], Failure>(client, listThings, request, options);
}

const watchThings = operation("watchThings", "GET", "/things/changes", {
  accept: "text/event-stream",
  success: { 200: eventStream() },
});

function watch(client: ClientCore) {
  return callWith<EventStream<{ data: number }>, Failure>(client, watchThings, {});
}

function setUp(config?: LimitsConfig) {
  const api = doubleOf({});
  const shared = limits(config);
  const clientWith = (token: string) =>
    new ClientCore(
      { serverURL: "https://api.test", limits: shared, ...api.options },
      {},
      { token },
    );
  return { api, shared, clientWith, client: clientWith("a") };
}

describe("calls that share a limit", () => {
  test("wait together after a 429 that names a delay", async () => {
    const { api, client } = setUp({ concurrency: 10 });
    api.on(list).failsWith(429, { retryAfter: 2 }).times(10);
    api.on(list).replies([]);
    const calls = Array.from({ length: 50 }, () => list(client).result());
    await api.clock.run();
    expect((await Promise.all(calls)).every(({ ok }) => ok)).toBe(true);
    const attempts = api.calls(list).map((call) => call.attempts);
    expect(attempts.reduce((sum, count) => sum + count, 0)).toBe(60);
    expect(api.clock.now()).toBeGreaterThanOrEqual(2000);
    expect(api.clock.now()).toBeLessThan(2300);
  });

  test("wait together for the first one's backoff after a 429 that names no delay", async () => {
    const { api, client } = setUp();
    api.on(list).failsWith(429).once();
    api.on(list).replies([]);
    const retries = { strategy: "backoff", backoff: { initialInterval: 4000 } } as const;
    const refused = list(client, {}, { retries }).result();
    await api.clock.run(1);
    const waiting = list(client).result();
    await api.clock.run(1999);
    expect(api.calls(list)).toHaveLength(1);
    await api.clock.run();
    expect([await refused, await waiting]).toMatchObject([{ ok: true }, { ok: true }]);
    expect(api.calls(list).map(({ attempts }) => attempts)).toEqual([2, 1]);
  });

  test("never have more attempts under way than `concurrency`", async () => {
    const { api, client } = setUp({ concurrency: 3 });
    api.on(get).replies({}).after(100);
    const calls = Array.from({ length: 9 }, (_, id) => get(client, { id: `${id}` }).result());
    await api.clock.run(99);
    expect(api.calls(get)).toHaveLength(3);
    await api.clock.run(100);
    expect(api.calls(get)).toHaveLength(6);
    await api.clock.run();
    await Promise.all(calls);
    expect(api.clock.now()).toBe(300);
  });

  test("lets the next one start when the headers of a stream arrive, not at its end", async () => {
    const { api, client } = setUp({ concurrency: 1 });
    api.on(watch).streams([{ data: 1 }, { data: 2 }]);
    const [first, second] = [watch(client), watch(client)];
    const stream = await first;
    expect(await second).toBeDefined();
    expect(api.calls(watch)).toHaveLength(2);
    const items: unknown[] = [];
    for await (const { data } of stream) items.push(data);
    expect(items).toEqual([1, 2]);
  });

  test("of two clients with one key wait for each other, as do those of one", async () => {
    const { api, clientWith } = setUp();
    api.on(list).failsWith(429, { retryAfter: 5 }).once();
    api.on(list).replies([]);
    const [first, second, foreign] = [clientWith("a"), clientWith("a"), clientWith("b")];
    const refused = list(first).result();
    await api.clock.run(1);
    const waiting = list(second).result();
    expect(await list(foreign).result()).toMatchObject({ ok: true });
    await api.clock.run(4998);
    expect(api.calls(list)).toHaveLength(2);
    await api.clock.run();
    expect([await refused, await waiting]).toMatchObject([{ ok: true }, { ok: true }]);
    expect(api.calls(list).map(({ attempts }) => attempts)).toEqual([2, 1, 1]);
  });

  test("are grouped by operation, unless the server names a policy", async () => {
    const { api, client } = setUp();
    api.on(list).failsWith(429, { retryAfter: 5 }).once();
    api.on(list).replies([]);
    api.on(get).replies({});
    const limited = list(client).result();
    await api.clock.run(1);
    expect(await get(client, { id: "a" }).result()).toMatchObject({ ok: true });
    await api.clock.run();
    expect(await limited).toMatchObject({ ok: true });
  });

  test("are grouped by credential with that setting", async () => {
    const { api, client, clientWith } = setUp({ per: "credential" });
    api.on(list).failsWith(429, { retryAfter: 5 }).once();
    api.on(list).replies([]);
    api.on(get).replies({});
    const calls = [list(client).result()];
    await api.clock.run(1);
    const [same, other] = [get(client, { id: "same" }), get(clientWith("b"), { id: "other" })];
    await api.clock.run(1);
    expect(api.calls(get).map(({ url }) => url)).toEqual(["https://api.test/things/other"]);
    await api.clock.run();
    expect(await Promise.all([...calls, same.result(), other.result()])).toMatchObject([
      { ok: true },
      { ok: true },
      { ok: true },
    ]);
  });
});

describe("what the server reports", () => {
  test.each([
    ["the standard header", { RateLimit: '"burst";r=0;t=5' }],
    ["an older one", { "RateLimit-Remaining": "0", "RateLimit-Reset": "5" }],
    ["a widespread one", { "X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "5" }],
    ["a duration", { "x-ratelimit-remaining-requests": "0", "x-ratelimit-reset-requests": "5s" }],
    [
      "a time of a skewed clock",
      {
        Date: "Thu, 01 Jan 2026 00:00:00 GMT",
        "X-RateLimit-Remaining": "0",
        "X-RateLimit-Reset": `${Date.UTC(2026, 0, 1) / 1000 + 5}`,
      },
    ],
  ])("makes the next call wait: %s", async (_, headers) => {
    const { api, client } = setUp();
    api.on(list).sends("[]", { contentType: "application/json", headers });
    await list(client);
    const next = list(client).result();
    await api.clock.run(4999);
    expect(api.calls(list)).toHaveLength(1);
    await api.clock.run();
    expect(await next).toMatchObject({ ok: true });
    expect(api.calls(list)).toHaveLength(2);
  });

  test.each([
    [
      "a reset that has passed",
      { "X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "1000000000" },
    ],
    ["a negative one", { "X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "-5" }],
    ["no number", { "X-RateLimit-Remaining": "none", "X-RateLimit-Reset": "soon" }],
    ["one of days", { RateLimit: '"day";r=0;t=1382400' }],
  ])("is ignored: %s", async (_, headers) => {
    const { api, client } = setUp();
    api.on(list).sends("[]", { contentType: "application/json", headers });
    await list(client);
    expect(await list(client).result()).toMatchObject({ ok: true });
    expect(api.clock.now()).toBe(0);
  });

  test("names 100 policies at most, because each is kept", async () => {
    const { api, client } = setUp();
    const sends = (policy: string) => ({
      contentType: "application/json",
      headers: { RateLimit: `"${policy}";r=50;t=1` },
    });
    for (let count = 1; count <= 100; count += 1) {
      api
        .on(list)
        .sends("[]", sends(`p${count}`))
        .once();
      await list(client);
    }
    api.on(get).sends("{}", sends("late")).times(2);
    await get(client, { id: "a" });
    const headers = { RateLimit: '"late";r=0;t=5' };
    api.on(list).failsWith(429, { retryAfter: 5, headers }).once();
    api.on(list).replies([]);
    const limited = list(client).result();
    await api.clock.run(1);
    const other = get(client, { id: "a" }).result();
    await api.clock.run(1);
    expect(api.calls(get)).toHaveLength(2);
    await api.clock.run();
    expect([await other, await limited]).toMatchObject([{ ok: true }, { ok: true }]);
  });

  test("can be queried", async () => {
    const { api, client, shared } = setUp();
    expect(shared.of(list)).toBeUndefined();
    const headers = { RateLimit: '"burst";r=30;t=12' };
    api.on(list).sends("[]", { contentType: "application/json", headers });
    await list(client);
    expect(shared.of(list)).toMatchObject({ remaining: 30, policy: "burst", waiting: 0 });
  });

  test.each<[string, LimitsConfig]>([
    ["an operation", {}],
    ["a credential", { per: "credential" }],
    ["a function's key", { per: ({ url }) => url }],
  ])("can be queried by operation, shared by %s", async (_, config) => {
    const { api, client, shared } = setUp(config);
    const headers = { "X-RateLimit-Remaining": "7", "X-RateLimit-Reset": "5" };
    api.on(list).sends("[]", { contentType: "application/json", headers });
    await list(client);
    expect(shared.of(list)).toMatchObject({ remaining: 7, waiting: 0 });
    expect(shared.of(get)).toBeUndefined();
  });

  test("allows no more attempts at a time than are left", async () => {
    const { api, client } = setUp();
    const headers = { RateLimit: '"burst";r=3;t=60' };
    api.on(list).sends("[]", { contentType: "application/json", headers }).after(100);
    const first = list(client).result();
    await api.clock.run(100);
    await first;
    const calls = Array.from({ length: 9 }, () => list(client).result());
    await api.clock.run(99);
    expect(api.calls(list)).toHaveLength(4);
    await api.clock.run();
    expect((await Promise.all(calls)).every(({ ok }) => ok)).toBe(true);
  });

  test("says how long to wait if a refusal doesn't", async () => {
    const { api, client } = setUp();
    const headers = { "X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "5" };
    api.on(list).failsWith(429, { headers }).once();
    api.on(list).replies([]);
    const call = list(client).result();
    await api.clock.run();
    expect(await call).toMatchObject({ ok: true });
    expect(api.clock.now()).toBe(5000);
  });

  test("is left alone with `pace: off`", async () => {
    const { api, client } = setUp({ pace: "off" });
    const headers = { RateLimit: '"burst";r=0;t=5' };
    api.on(list).sends("[]", { contentType: "application/json", headers });
    await list(client);
    expect(await list(client).result()).toMatchObject({ ok: true });
  });
});

test("the keys of a function may be endless: the oldest that no call uses are forgotten", async () => {
  const { api, client, shared } = setUp({ per: ({ url }) => url });
  const headers = { "X-RateLimit-Remaining": "7", "X-RateLimit-Reset": "5" };
  api.on(list).sends("[]", { contentType: "application/json", headers });
  api.on(get).replies({});
  await list(client);
  for (let id = 1; id < 1000; id += 1) await get(client, { id: `${id}` });
  expect(shared.of(list)).toMatchObject({ remaining: 7 });
  await get(client, { id: "1000" });
  expect(shared.of(list)).toBeUndefined();
});

test.each([
  ["that is infinite", "9".repeat(400)],
  ["until a date far away", "Wed, 21 Oct 2999 07:28:00 GMT"],
])(
  "after a refusal with a wait %s, a call asks the server again within the hour",
  async (_, wait) => {
    const { api, client } = setUp();
    api
      .on(list)
      .failsWith(429, { headers: { "Retry-After": wait } })
      .once();
    api.on(list).replies([]);
    expect(await list(client).result()).toMatchObject({ ok: false });
    expect(await list(client).result()).toMatchObject({ ok: false });
    expect(api.calls(list)).toHaveLength(1);
    await api.clock.run(3_600_000);
    expect(await list(client).result()).toMatchObject({ ok: true });
  },
);

test.each(["a", '"', "a;", "a;b=1;", "a; "])(
  "a RateLimit header of 100,000 characters, %s again and again, is read in time",
  (part) => {
    const RateLimit = `"burst";r=3;t=9, ${part.repeat(100_000 / part.length)}=`;
    expect(rateLimitIn(new Headers({ RateLimit }))).toMatchObject({
      policy: "burst",
      remaining: 3,
    });
  },
);

test("a wait of days fails all calls at once, with the delay", async () => {
  const { api, client } = setUp({ concurrency: 1 });
  api.on(get).failsWith(429, { retryAfter: 1_382_400, body: { title: "quota" } });
  const calls = ["a", "b", "c"].map((id) => get(client, { id }).result());
  const results = await Promise.all(calls);
  expect(results).toMatchObject(
    Array.from({ length: 3 }, () => ({
      ok: false,
      error: { status: 429, retryAfterMs: 1_382_400_000 },
    })),
  );
  expect(api.calls(get)).toHaveLength(1);
});

describe("a call that waits", () => {
  test("ends at once when it is aborted", async () => {
    const { api, client } = setUp();
    api.on(list).sends("[]", {
      contentType: "application/json",
      headers: { RateLimit: '"burst";r=0;t=5' },
    });
    await list(client);
    const controller = new AbortController();
    const waiting = list(client, {}, { signal: controller.signal }).result();
    await api.clock.run(1000);
    controller.abort("enough");
    expect(await waiting).toMatchObject({ ok: false, error: { kind: "aborted", attempts: 0 } });
  });

  test("doesn't use up its time limit", async () => {
    const { api, client } = setUp();
    api.on(list).sends("[]", {
      contentType: "application/json",
      headers: { RateLimit: '"burst";r=0;t=50' },
    });
    await list(client);
    const waiting = list(client, {}, { timeoutMs: 10 }).result();
    await api.clock.run();
    expect(await waiting).toMatchObject({ ok: true });
  });
});
