import { afterEach, describe, expect, test, vi } from "vitest";
import { durationText, settingViews } from "../../generator/plan/docs/call-policies.js";
import { type FailedAttempt, retryDelay } from "../../templates/runtime/retry.js";
import { failedAttempt } from "./failed-attempt.js";
import { callThing, listThings } from "./things.js";

// The pages and the runtime each have these defaults, and they must agree.
const stated = Object.fromEntries(settingViews(null).map(({ name, builtIn }) => [name, builtIn]));

const longest = () => 1;

function delayAfter(failed: Partial<FailedAttempt> = {}): number | undefined {
  return retryDelay(undefined, { ...failedAttempt, ...failed }, longest);
}

afterEach(() => {
  vi.useRealTimers();
});

describe("the pages state the runtime's own defaults", () => {
  test("of attempts", () => {
    const attempts = [1, 2, 3, 4, 5].filter((made) => delayAfter({ attempts: made }) !== undefined);
    expect(stated["maxAttempts"]).toBe(String(attempts.length + 1));
  });

  test("of statuses", () => {
    const all = Array.from({ length: 300 }, (_, index) => index + 300);
    const repeated = all.filter((status) => delayAfter({ status }) !== undefined);
    expect(stated["statusCodes"]).toBe(repeated.join(", "));
  });

  test("of failed connections and unsafe methods", () => {
    const connection = delayAfter({ status: undefined }) !== undefined;
    expect(stated["retryConnectionErrors"]).toBe(String(connection));
    expect(stated["retryNonIdempotent"]).toBe(String(delayAfter({ method: "POST" }) !== undefined));
  });

  test("of waits", () => {
    const first = delayAfter() ?? 0;
    expect(stated["backoff.initialInterval"]).toBe(durationText(first));
    expect(stated["backoff.exponent"]).toBe(String((delayAfter({ attempts: 2 }) ?? 0) / first));
    const wished = [59_999, 60_000, 60_001].filter(
      (retryAfterMs) => delayAfter({ retryAfterMs }) !== undefined,
    );
    expect(stated["backoff.maxInterval"]).toBe(durationText(Math.max(...wished)));
    const elapsed = [59_499, 59_500, 59_501].filter(
      (elapsedMs) => delayAfter({ elapsedMs }) !== undefined,
    );
    expect(stated["backoff.maxElapsedTime"]).toBe(durationText(Math.max(...elapsed) + first));
  });

  test("of the time limit", async () => {
    vi.useFakeTimers();
    const fetch = () => new Promise<Response>(() => {});
    const ending = callThing({ serverURL: "http://127.0.0.1", fetch }, listThings).result();
    await vi.advanceTimersByTimeAsync(59_999);
    expect(await Promise.race([ending, Promise.resolve("open")])).toBe("open");
    await vi.advanceTimersByTimeAsync(1);
    expect(await ending).toMatchObject({ error: { kind: "timeout", timeoutMs: 60_000 } });
  });
});
