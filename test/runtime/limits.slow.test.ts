import { describe, expect, test } from "vitest";
import { callWith } from "../../templates/runtime/call-with.js";
import { ClientCore } from "../../templates/runtime/client-core.js";
import { type LimitsConfig, limits } from "../../templates/runtime/limits.js";
import { type VirtualClock, virtualClock } from "../../templates/runtime/virtual-clock.js";
import { type Failure, listThings } from "./things.js";

/** What a server decides about a request, and reports about its quota. */
interface Verdict {
  readonly isTaken: boolean;
  readonly remaining: number;
  /** Milliseconds. */
  readonly resetMs: number;
}

/** @param now milliseconds. */
type Quota = (now: number) => Verdict;

/** `quota` requests in each window of `windowMs`. */
function fixedWindow(quota: number, windowMs: number): Quota {
  let [window, used] = [0, 0];
  return (now) => {
    const current = Math.floor(now / windowMs);
    if (current !== window) [window, used] = [current, 0];
    const isTaken = used < quota;
    if (isTaken) used += 1;
    return { isTaken, remaining: quota - used, resetMs: (current + 1) * windowMs - now };
  };
}

/** `quota` requests in any `windowMs`. */
function slidingWindow(quota: number, windowMs: number): Quota {
  let taken: number[] = [];
  return (now) => {
    taken = taken.filter((at) => at > now - windowMs);
    const isTaken = taken.length < quota;
    if (isTaken) taken.push(now);
    const [oldest = now] = taken;
    return { isTaken, remaining: quota - taken.length, resetMs: oldest + windowMs - now };
  };
}

/** Up to `size` requests at once, and one more each `refillMs`. */
function tokenBucket(size: number, refillMs: number): Quota {
  let [tokens, at] = [size, 0];
  return (now) => {
    tokens = Math.min(size, tokens + (now - at) / refillMs);
    at = now;
    const isTaken = tokens >= 1;
    if (isTaken) tokens -= 1;
    return { isTaken, remaining: Math.floor(tokens), resetMs: (1 - (tokens % 1)) * refillMs };
  };
}

/** How a server reports its quota. */
type Report = (verdict: Verdict, now: number) => Record<string, string>;

const seconds = (ms: number) => Math.max(1, Math.ceil(ms / 1000));

/** The standard header, and `Retry-After` for a refused request. */
const standard: Report = ({ isTaken, remaining, resetMs }) => ({
  RateLimit: `"default";r=${remaining};t=${seconds(resetMs)}`,
  ...(isTaken ? {} : { "Retry-After": `${seconds(resetMs)}` }),
});

/** `Retry-After` for a refused request, and nothing before. */
const silent: Report = ({ isTaken, resetMs }) =>
  isTaken ? {} : { "Retry-After": `${seconds(resetMs)}` };

/** Nothing at all: a refused request says only that it is refused. */
const mute: Report = () => ({});

/** The time of the reset by a clock that is an hour ahead, and no `Retry-After`. */
const ahead: Report = ({ remaining, resetMs }, now) => {
  const at = Date.UTC(2026, 0, 1, 1) + now;
  return {
    Date: new Date(at).toUTCString(),
    "X-RateLimit-Remaining": `${remaining}`,
    "X-RateLimit-Reset": `${Math.ceil((at + resetMs) / 1000)}`,
  };
};

/** A server with a quota that takes 20 ms for each request. */
function serverWith(quota: Quota, report: Report, clock: VirtualClock) {
  const seen = { requests: 0, refused: 0 };
  const fetch = async () => {
    await clock.sleep(10, undefined);
    const verdict = quota(clock.now());
    seen.requests += 1;
    if (!verdict.isTaken) seen.refused += 1;
    const headers = { "Content-Type": "application/json", ...report(verdict, clock.now()) };
    await clock.sleep(10, undefined);
    return new Response("[]", { status: verdict.isTaken ? 200 : 429, headers });
  };
  return { seen, fetch };
}

interface Outcome {
  readonly requests: number;
  readonly refused: number;
  /** How many calls failed in the end. */
  readonly failed: number;
  /** How long all calls took, on the clock. */
  readonly seconds: number;
}

/** Makes `count` calls at once, shared out among clients, and waits until all have ended. */
async function simulated(
  { quota, report, count }: { quota: Quota; report: Report; count: number },
  clients: readonly LimitsConfig[],
): Promise<Outcome> {
  const clock = virtualClock();
  const { seen, fetch } = serverWith(quota, report, clock);
  const serverURL = "https://api.test";
  const cores = clients.map(
    (config) => new ClientCore({ serverURL, fetch, clock, limits: limits(config) }, {}, {}),
  );
  const calls = cores.flatMap((core) =>
    Array.from({ length: count / cores.length }, () =>
      callWith<unknown[], Failure>(core, listThings, {}).result(),
    ),
  );
  await clock.run();
  const results = await Promise.all(calls);
  const failed = results.filter(({ ok }) => !ok).length;
  return { ...seen, failed, seconds: Math.round(clock.now() / 1000) };
}

const ten = { concurrency: 10 };
const window = () => fixedWindow(20, 10_000);

describe("40 calls at once, with a limit of 20 in 10 s:", () => {
  test.each<[string, Quota, Report, readonly LimitsConfig[], Partial<Outcome>]>([
    ["a fixed window", window(), standard, [ten], { refused: 0, seconds: 11 }],
    ["a clock that is an hour ahead", window(), ahead, [ten], { refused: 0, seconds: 11 }],
    ["a sliding window", slidingWindow(20, 10_000), standard, [ten], { refused: 0, seconds: 11 }],
    ["a token bucket", tokenBucket(20, 500), standard, [ten], { refused: 3, seconds: 10 }],
    ["a limit that isn't reported", window(), silent, [ten], { refused: 10, seconds: 11 }],
    ["a limit that isn't even named", window(), mute, [ten], { refused: 34, seconds: 11 }],
    ["an unreported bucket", tokenBucket(20, 500), silent, [ten], { refused: 16, seconds: 11 }],
    ["an unnamed one", tokenBucket(20, 500), mute, [ten], { refused: 19, seconds: 11 }],
    ["a small one", tokenBucket(5, 200), silent, [ten], { refused: 10, seconds: 7 }],
    ["two processes", window(), standard, [ten, ten], { refused: 10, seconds: 11 }],
    ["two that get no report", window(), silent, [ten, ten], { refused: 20, seconds: 11 }],
    ["no concurrency", window(), standard, [{}], { refused: 20, seconds: 11 }],
  ])("%s", async (_, quota, report, clients, want) => {
    const outcome = await simulated({ quota, report, count: 40 }, clients);
    expect(outcome).toMatchObject({ ...want, failed: 0 });
  });

  test("a window of a day, in which the other calls fail at once", async () => {
    const outcome = await simulated(
      { quota: fixedWindow(20, 86_400_000), report: standard, count: 40 },
      [ten],
    );
    expect(outcome).toEqual({ requests: 21, refused: 1, failed: 20, seconds: 0 });
  });
});
