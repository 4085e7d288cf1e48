import { describe, expect, it } from "vitest";
import type { RetryPolicy } from "../../../generator/model/api.js";
import {
  settingViews,
  spellDuration,
  termsOf as wordsOf,
} from "../../../generator/plan/docs/terms.js";
import { operation, reference, resource } from "./fixture.js";

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
  const api = reference({
    retries,
    security: [
      { ...scheme, name: "token" },
      { ...scheme, name: "key" },
    ],
    resources: [resource("Things", [node])],
  });
  return wordsOf(node, api);
}

describe("retries are told", () => {
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
      "up to 3 attempts, on 429 only: a POST may not be safe to repeat",
    ],
    [
      "for a PATCH without 429",
      { method: "patch" } as const,
      policy,
      "none: a PATCH may not be safe to repeat",
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

describe("security is told", () => {
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

it("a setting is shown as it is and as it would be", () => {
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
  expect(spellDuration(ms)).toBe(want);
});
