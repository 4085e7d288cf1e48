/** The state of a rate limit, as a response reports it. */
export interface RateLimit {
  /** The name of the policy or resource that the limit belongs to. */
  readonly policy: string | undefined;
  /** The remaining quota. */
  readonly remaining: number | undefined;
  /** Milliseconds until the quota is renewed. */
  readonly resetMs: number | undefined;
}

/** The spellings of the headers before they were standardized, each with its reset. */
const older = [
  ["RateLimit-Remaining", "RateLimit-Reset"],
  ["X-RateLimit-Remaining", "X-RateLimit-Reset"],
  ["X-RateLimit-Remaining-Requests", "X-RateLimit-Reset-Requests"],
  ["X-RateLimit-Remaining-Tokens", "X-RateLimit-Reset-Tokens"],
] as const;

/**
 * The limit in the headers of a response: `RateLimit` (draft-ietf-httpapi-ratelimit-headers), else
 * its older spellings. Of several limits, the one that is used up, else the one with least left.
 * Values that can't be read are ignored.
 *
 * @param now milliseconds since the epoch, if the response has no `Date`.
 */
export function rateLimitIn(headers: Headers, now: number = Date.now()): RateLimit | undefined {
  const date = Date.parse(headers.get("Date") ?? "");
  const sentAt = Number.isNaN(date) ? now : date;
  const limits = [
    ...standardLimits(headers.get("RateLimit") ?? ""),
    ...older.flatMap(([remaining, reset]) => {
      const left = countIn(headers.get(remaining));
      const policy = headers.get("X-RateLimit-Resource") ?? undefined;
      const resetMs = durationIn(headers.get(reset), sentAt);
      return left === undefined ? [] : [{ policy, remaining: left, resetMs }];
    }),
  ];
  return limits.sort((a, b) => rankOf(a) - rankOf(b))[0];
}

function rankOf({ remaining = Number.POSITIVE_INFINITY, resetMs = 0 }: RateLimit): number {
  return remaining === 0 ? -1 - resetMs : remaining;
}

/**
 * An item of a Structured Fields list with its parameters: `"burst";r=30;t=12` (RFC 9651, 3.1). A
 * word without parameters is matched as a whole, so that none of its letters is tried again.
 */
const item = /(?:"([^"]*)"|([\w*.:/-]+))((?:\s*;\s*[\w*.-]+=[^;,\s]+)+)|[\w*.:/-]+/g;

function standardLimits(text: string): RateLimit[] {
  return [...text.matchAll(item)].flatMap(([, quoted, token, parameters]) => {
    if (parameters === undefined) return [];
    const value = (name: string) =>
      countIn(new RegExp(`;\\s*${name}=([^;,\\s]+)`).exec(parameters)?.[1]);
    const seconds = value("t");
    return {
      policy: quoted ?? token,
      remaining: value("r"),
      resetMs: seconds === undefined ? undefined : seconds * 1000,
    };
  });
}

function countIn(text: string | null | undefined): number | undefined {
  return text && /^\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : undefined;
}

const units = { h: 3_600_000, m: 60_000, s: 1000, ms: 1 } as const;

/**
 * Milliseconds until a reset: seconds, seconds since the epoch from 10⁹ on, durations like `6m0s`,
 * or a date. `undefined` if it has passed.
 */
function durationIn(text: string | null, sentAt: number): number | undefined {
  if (text === null) return undefined;
  const count = countIn(text);
  if (count !== undefined) return count < 1e9 ? count * 1000 : later(count * 1000 - sentAt);
  if (/^(\d+(\.\d+)?(h|ms|m|s))+$/.test(text)) {
    return [...text.matchAll(/([\d.]+)(h|ms|m|s)/g)].reduce(
      // The cast is safe: the pattern allows only these units.
      (sum, [, amount, unit]) => sum + Number(amount) * units[unit as keyof typeof units],
      0,
    );
  }
  return /^\d{4}-\d\d-\d\dT/.test(text) ? later(Date.parse(text) - sentAt) : undefined;
}

function later(ms: number): number | undefined {
  return ms > 0 ? ms : undefined;
}
