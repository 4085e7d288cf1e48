import { RequestAbortedError, type RetryConfig, Things } from "#sdk";
import { type Case, expectEqual, expectTrue, sleep, spotFor } from "./case.js";
import { countedSignal } from "./counted-signal.js";

/** As the built-in policy, but for the waits. */
const hasty: RetryConfig = {
  strategy: "backoff",
  backoff: { initialInterval: 1, maxInterval: 100, maxElapsedTime: 600_000 },
};

/** Waits that no test would live to see the end of. */
const patient: RetryConfig = {
  strategy: "backoff",
  backoff: { initialInterval: 1_800_000, maxInterval: 1_800_000, maxElapsedTime: 7_200_000 },
};

interface Row {
  readonly name: string;
  readonly reply: string;
  readonly method: "GET" | "PUT" | "POST" | "DELETE";
  readonly retries: RetryConfig;
  readonly ends: "ok" | { readonly status: number; readonly attempts: number };
  /** How many requests arrive; a browser may send one again by itself when a connection breaks. */
  readonly arrivals: number | "at least 3";
}

const rows: readonly Row[] = [
  ...(["GET", "PUT", "DELETE"] as const).map((method) => ({
    name: `${method} is tried again after a 503`,
    reply: "unavailable-once",
    method,
    retries: hasty,
    ends: "ok" as const,
    arrivals: 2,
  })),
  {
    name: "POST isn't tried again after a 503",
    reply: "unavailable",
    method: "POST",
    retries: hasty,
    ends: { status: 503, attempts: 1 },
    arrivals: 1,
  },
  {
    name: "POST is tried again after a 429",
    reply: "busy-once",
    method: "POST",
    retries: hasty,
    ends: "ok",
    arrivals: 2,
  },
  {
    name: "POST is retried after a 503 if the caller allows it",
    reply: "unavailable-once",
    method: "POST",
    retries: { ...hasty, retryNonIdempotent: true },
    ends: "ok",
    arrivals: 2,
  },
  {
    name: "a call ends with the last answer when all attempts are made",
    reply: "unavailable",
    method: "GET",
    retries: { ...hasty, maxAttempts: 4 },
    ends: { status: 503, attempts: 4 },
    arrivals: 4,
  },
  {
    name: "no status is tried again that the policy doesn't list",
    reply: "unavailable",
    method: "GET",
    retries: { ...hasty, statusCodes: [500] },
    ends: { status: 503, attempts: 1 },
    arrivals: 1,
  },
  {
    name: "a truncated body is tried again",
    reply: "truncated-once",
    method: "GET",
    retries: hasty,
    ends: "ok",
    arrivals: 2,
  },
  {
    name: "a reset connection is tried again",
    reply: "reset-twice",
    method: "GET",
    retries: hasty,
    ends: "ok",
    arrivals: "at least 3",
  },
  {
    name: "Retry-After-Ms takes precedence over the policy's own wait",
    reply: "wait-ms",
    method: "GET",
    retries: patient,
    ends: "ok",
    arrivals: 2,
  },
  {
    name: "a Retry-After of more than maxInterval ends the call at once",
    reply: "wait-an-hour",
    method: "GET",
    retries: patient,
    ends: { status: 503, attempts: 1 },
    arrivals: 1,
  },
];

export const retries: readonly Case[] = [
  ...rows.map((row) => ({
    name: row.name,
    run: async (place: Parameters<Case["run"]>[0]) => {
      const spot = spotFor(place, row.reply);
      const result = await send(row, spot.url).result();
      const ending = result.ok
        ? "ok"
        : { status: result.error.status, attempts: result.error.attempts };
      expectEqual("ending", ending, row.ends);
      const arrivals = await spot.arrivals();
      const { length } = arrivals;
      if (row.arrivals === "at least 3") expectTrue("3 arrivals", length >= 3);
      else expectEqual("arrivals", length, row.arrivals);
      const bodies = new Set(arrivals.map(({ method, body }) => `${method} ${body}`));
      expectEqual("different requests", bodies.size, 1);
    },
  })),
  {
    name: "an error says how long the server asked to wait",
    run: async (place) => {
      const { url } = spotFor(place, "wait-an-hour");
      const { things } = new Things({ serverURL: url, retries: patient });
      const result = await things.get({ id: "1" }).result();
      if (result.ok || result.error.kind !== "response") throw new Error("no response");
      expectEqual("wait", result.error.retryAfterMs, 3_600_000);
    },
  },
  {
    name: "calls that wait for their next attempt share one listener on their signal",
    run: async (place) => {
      const spot = spotFor(place, "unavailable");
      const { things } = new Things({ serverURL: spot.url, retries: patient });
      const { signal, listeners, abort } = countedSignal();
      const ids = Array.from({ length: 30 }, (_, index) => `${index}`);
      const waiting = ids.map((id) => things.get({ id }, { signal }).result());
      while ((await spot.arrivals()).length < ids.length) await sleep(5);
      await sleep(50);
      expectEqual("listeners", listeners(), 1);
      abort();
      const results = await Promise.all(waiting);
      const kinds = new Set(results.map((result) => (result.ok ? "ok" : result.error.kind)));
      expectEqual("endings", [...kinds], ["aborted"]);
    },
  },
  {
    name: "an abort ends the wait before the next attempt",
    run: async (place) => {
      const spot = spotFor(place, "unavailable");
      const { things } = new Things({ serverURL: spot.url, retries: patient });
      const controller = new AbortController();
      const call = things.get({ id: "1" }, { signal: controller.signal }).result();
      while ((await spot.arrivals()).length === 0) await sleep(5);
      await sleep(50);
      controller.abort();
      const result = await call;
      expectTrue("aborted", !result.ok && result.error instanceof RequestAbortedError);
      expectEqual("arrivals", (await spot.arrivals()).length, 1);
    },
  },
];

function send({ method, retries }: Row, serverURL: string) {
  const { things } = new Things({ serverURL, retries });
  const body = { name: "spoon", size: 2 };
  switch (method) {
    case "GET":
      return things.get({ id: "1" });
    case "PUT":
      return things.replace({ id: "1", ...body });
    case "POST":
      return things.add(body);
    case "DELETE":
      return things.delete({ id: "1" });
  }
}
