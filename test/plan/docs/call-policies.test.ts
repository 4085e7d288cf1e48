import { describe, expect, it, vi } from "vitest";
import { Clerk } from "../../../generated/src/index.js";
import type { RetryPolicy } from "../../../generator/model/api/operation.js";
import { callFrom } from "../../../generator/plan/call/call.js";
import {
  builtIn,
  durationText,
  repeatable,
  settingViews,
  callPolicies as wordsOf,
} from "../../../generator/plan/docs/call-policies.js";
import { retryDelay } from "../../../templates/runtime/retry.js";
import { docsFor, operation, resource } from "./fixture.js";

const policy: Extract<RetryPolicy, { strategy: "backoff" }> = {
  strategy: "backoff",
  initialInterval: null,
  maxInterval: null,
  exponent: null,
  maxElapsedTime: null,
  statusCodes: ["5XX"],
  retryConnectionErrors: null,
};

function termsOf(facts: Parameters<typeof operation>[1], retries: RetryPolicy | null = null) {
  const node = operation("do", facts);
  const scheme = { kind: "bearer", description: null, format: null } as const;
  const api = docsFor({
    retries,
    security: [
      { ...scheme, name: "token" },
      { ...scheme, name: "key" },
    ],
    resources: [resource("Things", [node])],
  });
  return wordsOf(callFrom(node, api.api), api);
}

describe("retries are described", () => {
  it.each([
    [
      "as built in",
      {},
      null,
      "up to 3 attempts, on 408, 429, 500, 502, 503, 504 and connection errors",
    ],
    ["as the document sets them", {}, policy, "up to 3 attempts, on 5XX and connection errors"],
    [
      "without connection errors",
      {},
      { ...policy, retryConnectionErrors: false },
      "up to 3 attempts, on 5XX",
    ],
    ["for no status", {}, { ...policy, statusCodes: [] }, "up to 3 attempts, on connection errors"],
    ["for nothing", {}, { ...policy, statusCodes: [], retryConnectionErrors: false }, "none"],
    ["switched off", {}, { strategy: "none" } as const, "none"],
    [
      "for a POST",
      { method: "post" } as const,
      null,
      "up to 3 attempts, on 429 only, because a POST may not be safe to repeat",
    ],
    [
      "for a PATCH without 429",
      { method: "patch" } as const,
      policy,
      "none, because a PATCH may not be safe to repeat",
    ],
    [
      "with an operation's own waits",
      { retries: { ...policy, initialInterval: 10 } },
      null,
      "up to 3 attempts, waits from 10 ms to 60 s, 60 s in all, on 5XX and connection errors",
    ],
  ])("%s", (_, facts, retries, want) => {
    expect(termsOf(facts, retries).retries).toBe(want);
  });
});

describe("security is described", () => {
  it.each([
    [[], "none"],
    [[["token"]], "`token`"],
    [[["token"], ["key"]], "`token`, or `key`"],
    [[["token", "key"], []], "`token` with `key`, or no credential at all"],
  ])("%j", (alternatives, want) => {
    const security = alternatives.map((names) => ({
      schemes: names.map((name) => ({ name, scopes: [] })),
    }));
    expect(termsOf({ security }).security).toBe(want);
  });
});

it("a setting is shown with its default and with an example", () => {
  const [, codes] = settingViews(policy);
  expect([codes?.value, codes?.builtIn]).toEqual(["5XX", "408, 429, 500, 502, 503, 504"]);
});

it.each([
  [500, "500 ms"],
  [1500, "1500 ms"],
  [60_000, "60 s"],
  [3_600_000, "60 min"],
  [7_200_000, "2 h"],
])("%d ms is %s", (ms, want) => {
  expect(durationText(ms)).toBe(want);
});

describe("the built-in defaults on pages are those of the runtime", () => {
  const first = {
    method: "GET",
    idempotencyKey: false,
    attempts: 1,
    elapsedMs: 0,
    status: undefined,
    retryAfterMs: undefined,
  };
  const whole = () => 1;
  /** The wait after a failed attempt by the default policy, or one that differs from it in its waits. */
  const wait = (failed: Partial<typeof first> | object, backoff = {}) =>
    retryDelay({ strategy: "backoff", backoff }, { ...first, ...failed }, whole);
  const isRetried = (failed: object) => wait(failed) !== undefined;

  it("in attempts, statuses and methods", () => {
    const { maxAttempts, statusCodes } = builtIn;
    expect(isRetried({ attempts: maxAttempts - 1 })).toBe(true);
    expect(isRetried({ attempts: maxAttempts })).toBe(false);
    const statuses = Array.from({ length: 300 }, (_, index) => 300 + index);
    expect(statuses.filter((status) => isRetried({ status }))).toEqual(statusCodes);
    const methods = [...repeatable, "post", "patch", "copy"];
    expect(methods.filter((each) => isRetried({ method: each.toUpperCase() }))).toEqual(repeatable);
  });

  it("in waits", () => {
    const { initialInterval, exponent, maxInterval, maxElapsedTime } = builtIn;
    expect(wait({})).toBe(initialInterval);
    expect(wait({ attempts: 2 })).toBe(initialInterval * exponent);
    const endless = { maxElapsedTime: Number.POSITIVE_INFINITY };
    expect(wait({ retryAfterMs: maxInterval }, endless)).toBe(maxInterval);
    expect(wait({ retryAfterMs: maxInterval + 1 }, endless)).toBe(undefined);
    expect(isRetried({ elapsedMs: maxElapsedTime - initialInterval })).toBe(true);
    expect(isRetried({ elapsedMs: maxElapsedTime - initialInterval + 1 })).toBe(false);
  });

  it("in the time that an attempt may take", async () => {
    vi.useFakeTimers();
    const silent = new Clerk({ bearerAuth: "a", fetch: () => new Promise(() => {}) });
    let ended: unknown;
    const call = silent.domains.list().result();
    call.then((result) => {
      ended = result;
    });
    await vi.advanceTimersByTimeAsync(builtIn.timeoutMs - 1);
    expect(ended).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1);
    expect(ended).toMatchObject({ ok: false, error: { kind: "timeout" } });
    vi.useRealTimers();
  });
});
