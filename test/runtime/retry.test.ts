import { describe, expect, test } from "vitest";
import {
  type FailedAttempt,
  type RetryConfig,
  retryAfterIn,
  retryDelay,
} from "../../templates/runtime/retry.js";
import { failedAttempt as failed } from "./failed-attempt.js";

const backoff: RetryConfig = { strategy: "backoff" };
const lowest = () => 0;
const highest = () => 1;

function isRetried(config: RetryConfig, attempt: Partial<FailedAttempt>): boolean {
  return retryDelay(config, { ...failed, ...attempt }, lowest) !== undefined;
}

describe("the wait grows with each attempt, up to maxInterval, and lies between half of it and all", () => {
  const many = { strategy: "backoff", maxAttempts: 9 } as const;
  const own = { initialInterval: 100, maxInterval: 350, exponent: 2, maxElapsedTime: 1000 };
  test.each([
    { config: backoff, attempts: 1, least: 250, most: 500 },
    { config: backoff, attempts: 2, least: 375, most: 750 },
    { config: many, attempts: 3, least: 562.5, most: 1125 },
    { config: many, attempts: 4, least: 843.75, most: 1687.5 },
    { config: { ...many, backoff: own }, attempts: 1, least: 50, most: 100 },
    { config: { ...many, backoff: own }, attempts: 2, least: 100, most: 200 },
    { config: { ...many, backoff: own }, attempts: 3, least: 175, most: 350 },
    { config: { ...many, backoff: own }, attempts: 8, least: 175, most: 350 },
    { config: { ...many, backoff: { initialInterval: 8 } }, attempts: 2, least: 6, most: 12 },
    { config: { ...many, backoff: { maxInterval: 10 } }, attempts: 2, least: 5, most: 10 },
    { config: { ...many, backoff: { exponent: 1 } }, attempts: 5, least: 250, most: 500 },
  ])("$config.backoff after attempt $attempts: $least to $most", (row) => {
    const attempt = { ...failed, attempts: row.attempts };
    expect(retryDelay(row.config, attempt, lowest)).toBe(row.least);
    expect(retryDelay(row.config, attempt, highest)).toBe(row.most);
  });

  test("Math.random is used if no random is passed", () => {
    const delay = retryDelay(backoff, failed);
    expect(delay).toBeGreaterThanOrEqual(250);
    expect(delay).toBeLessThan(500);
  });

  test("an undefined setting has the built-in default", () => {
    // As JavaScript, or TypeScript without exactOptionalPropertyTypes, may say it.
    const parts: object = { initialInterval: undefined, exponent: undefined };
    expect(retryDelay({ strategy: "backoff", backoff: parts }, failed, lowest)).toBe(250);
  });
});

describe("which failures are retried", () => {
  const idempotent = ["GET", "HEAD", "OPTIONS", "PUT", "DELETE", "TRACE"];
  const others = ["POST", "PATCH"];
  const retriedStatuses = [408, 429, 500, 502, 503, 504];
  const finalStatuses = [300, 302, 400, 401, 403, 404, 409, 418, 422, 425, 501, 505, 599];

  test.each(idempotent)("%s: the listed statuses and a failed connection", (method) => {
    const retried = [...retriedStatuses, ...finalStatuses, undefined].filter((status) =>
      isRetried(backoff, { method, status }),
    );
    expect(retried).toEqual([...retriedStatuses, undefined]);
  });

  test.each(others)("%s: 429 alone", (method) => {
    const retried = [...retriedStatuses, ...finalStatuses, undefined].filter((status) =>
      isRetried(backoff, { method, status }),
    );
    expect(retried).toEqual([429]);
  });

  test.each(others)("%s with an idempotency key: like GET", (method) => {
    const retried = [...retriedStatuses, ...finalStatuses, undefined].filter((status) =>
      isRetried(backoff, { method, status, idempotencyKey: true }),
    );
    expect(retried).toEqual([...retriedStatuses, undefined]);
  });

  test.each(others)("%s with retryNonIdempotent: like GET", (method) => {
    const config = { strategy: "backoff", retryNonIdempotent: true } as const;
    const retried = [...retriedStatuses, ...finalStatuses, undefined].filter((status) =>
      isRetried(config, { method, status }),
    );
    expect(retried).toEqual([...retriedStatuses, undefined]);
  });

  test.each([
    { statusCodes: [418], status: 418, want: true },
    { statusCodes: [418], status: 503, want: false },
    { statusCodes: ["5XX"], status: 500, want: true },
    { statusCodes: ["5XX"], status: 599, want: true },
    { statusCodes: ["5XX"], status: 499, want: false },
    { statusCodes: ["4XX", 503], status: 404, want: true },
    { statusCodes: ["4XX", 503], status: 503, want: true },
    { statusCodes: ["4XX", 503], status: 500, want: false },
    { statusCodes: [], status: 503, want: false },
  ] as const)(
    "statusCodes $statusCodes, status $status: $want",
    ({ statusCodes, status, want }) => {
      expect(isRetried({ strategy: "backoff", statusCodes }, { status })).toBe(want);
    },
  );

  test.each([
    { statusCodes: [503], method: "POST", status: 429, want: false },
    { statusCodes: ["4XX"], method: "POST", status: 429, want: true },
    { statusCodes: ["4XX"], method: "POST", status: 409, want: false },
  ] as const)("statusCodes $statusCodes, $method, status $status: $want", (row) => {
    const { statusCodes, method, status, want } = row;
    expect(isRetried({ strategy: "backoff", statusCodes }, { method, status })).toBe(want);
  });

  test.each([
    { retryConnectionErrors: undefined, want: true },
    { retryConnectionErrors: true, want: true },
    { retryConnectionErrors: false, want: false },
  ])("retryConnectionErrors $retryConnectionErrors: $want", ({ retryConnectionErrors, want }) => {
    const config = { strategy: "backoff", retryConnectionErrors } as const;
    expect(isRetried(config, { status: undefined })).toBe(want);
    expect(isRetried(config, { status: 503 })).toBe(true);
  });

  test("strategy none: nothing", () => {
    const failures = [...retriedStatuses, undefined].map((status) => ({ status }));
    expect(failures.some((failure) => isRetried({ strategy: "none" }, failure))).toBe(false);
  });
});

describe("when it ends", () => {
  test.each([
    { maxAttempts: undefined, attempts: 2, want: true },
    { maxAttempts: undefined, attempts: 3, want: false },
    { maxAttempts: 5, attempts: 4, want: true },
    { maxAttempts: 5, attempts: 5, want: false },
    { maxAttempts: 1, attempts: 1, want: false },
    { maxAttempts: 0, attempts: 1, want: false },
  ])("maxAttempts $maxAttempts after attempt $attempts: $want", (row) => {
    const { maxAttempts, attempts, want } = row;
    expect(isRetried({ strategy: "backoff", maxAttempts }, { attempts })).toBe(want);
  });

  test.each([
    { maxElapsedTime: undefined, elapsedMs: 59_750, want: 250 },
    { maxElapsedTime: undefined, elapsedMs: 59_751, want: undefined },
    { maxElapsedTime: 1000, elapsedMs: 750, want: 250 },
    { maxElapsedTime: 1000, elapsedMs: 751, want: undefined },
  ])("maxElapsedTime $maxElapsedTime after $elapsedMs ms: $want", (row) => {
    const { maxElapsedTime, elapsedMs, want } = row;
    const parts = maxElapsedTime === undefined ? {} : { maxElapsedTime };
    const config = { strategy: "backoff", backoff: parts } as const;
    expect(retryDelay(config, { ...failed, elapsedMs }, lowest)).toBe(want);
  });
});

describe("the server's delay", () => {
  const parts = { maxInterval: 2000, maxElapsedTime: 10_000 };
  test.each([
    { name: "replaces the backoff", retryAfterMs: 1234, elapsedMs: 0, want: 1234 },
    { name: "may be no wait at all", retryAfterMs: 0, elapsedMs: 0, attempts: 3, want: 0 },
    { name: "is a wait after that", retryAfterMs: 0, elapsedMs: 0, attempts: 4, want: 1000 },
    { name: "may be as long as maxInterval", retryAfterMs: 2000, elapsedMs: 0, want: 2000 },
    { name: "ends the call beyond it", retryAfterMs: 2001, elapsedMs: 0, want: undefined },
    { name: "may use up the time", retryAfterMs: 2000, elapsedMs: 8000, want: 2000 },
    { name: "ends the call beyond that", retryAfterMs: 2000, elapsedMs: 8001, want: undefined },
  ])("$name", ({ retryAfterMs, elapsedMs, attempts = 1, want }) => {
    const config = { strategy: "backoff", maxAttempts: Infinity, backoff: parts } as const;
    const answered = { ...failed, retryAfterMs, elapsedMs, attempts };
    expect(retryDelay(config, answered, highest)).toBe(want);
  });

  test("doesn't cause retries by itself", () => {
    expect(isRetried(backoff, { status: 404, retryAfterMs: 10 })).toBe(false);
    expect(isRetried(backoff, { attempts: 3, retryAfterMs: 10 })).toBe(false);
    expect(isRetried({ strategy: "none" }, { retryAfterMs: 10 })).toBe(false);
  });

  const now = Date.UTC(1994, 10, 6, 8, 49, 37);
  test.each([
    { headers: {}, want: undefined },
    { headers: { "Retry-After-Ms": "250" }, want: 250 },
    { headers: { "Retry-After-Ms": "0.5" }, want: 0.5 },
    { headers: { "Retry-After-Ms": "250", "Retry-After": "9" }, want: 250 },
    { headers: { "Retry-After-Ms": "soon", "Retry-After": "9" }, want: 9000 },
    { headers: { "Retry-After": "0" }, want: 0 },
    { headers: { "Retry-After": "120" }, want: 120_000 },
    { headers: { "Retry-After": "1.5" }, want: 1500 },
    { headers: { "Retry-After": "Sun, 06 Nov 1994 08:49:39 GMT" }, want: 2000 },
    { headers: { "Retry-After": "Sunday, 06-Nov-94 08:49:39 GMT" }, want: 2000 },
    { headers: { "Retry-After": "Sun, 06 Nov 1994 08:49:37 GMT" }, want: 0 },
    { headers: { "Retry-After": "Sun, 06 Nov 1994 08:49:00 GMT" }, want: 0 },
    { headers: { "Retry-After": "soon" }, want: undefined },
    { headers: { "Retry-After": "soon: never" }, want: undefined },
    { headers: { "Retry-After": "" }, want: undefined },
    { headers: { "Retry-After": "-5" }, want: undefined },
    { headers: { "Retry-After": "1e3" }, want: undefined },
    { headers: { "Retry-After": "in 5" }, want: undefined },
    { headers: { "Retry-After": "Infinity" }, want: undefined },
    { headers: { "Retry-After-Ms": "-1" }, want: undefined },
  ])("$headers is $want ms", ({ headers, want }) => {
    const given: [string, string][] = Object.entries(headers);
    expect(retryAfterIn(new Headers(given), () => now)).toBe(want);
  });

  test("a date is compared with the clock of the system", () => {
    const tomorrow = new Date(Date.now() + 86_400_000).toUTCString();
    const wish = retryAfterIn(new Headers({ "Retry-After": tomorrow }));
    expect(Math.round((wish ?? 0) / 60_000)).toBe(1440);
  });
});
