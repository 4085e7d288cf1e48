import { rangeOf } from "./status.js";

/** When a call is tried again. Times are in milliseconds. What is left out has the built-in default. */
export type RetryConfig =
  | { readonly strategy: "none" }
  | {
      readonly strategy: "backoff";
      readonly backoff?: Partial<Backoff> | undefined;
      /** How often the request is sent at most, the first time included. Default 3. */
      readonly maxAttempts?: number | undefined;
      /** Statuses that are tried again. Default 408, 429, 500, 502, 503, 504. */
      readonly statusCodes?: readonly (number | StatusClass)[] | undefined;
      /** Whether connection failures are retried. Default true. */
      readonly retryConnectionErrors?: boolean | undefined;
      /** Whether POST and PATCH are tried again like the other methods. Default false. */
      readonly retryNonIdempotent?: boolean | undefined;
    };

/** A class of statuses: `5XX` is 500…599. */
export type StatusClass = `${1 | 2 | 3 | 4 | 5}XX`;

/** The wait before attempt n+1, n from 0, is `min(maxInterval, initialInterval · exponentⁿ) · U(0.5, 1)`. */
export interface Backoff {
  /** Milliseconds. Default 500. */
  readonly initialInterval: number;
  /** Milliseconds; also the longest `Retry-After` that is obeyed. Default 60 000. */
  readonly maxInterval: number;
  /** Default 1.5. */
  readonly exponent: number;
  /** Milliseconds from the first attempt on after which none is begun. Default 60 000. */
  readonly maxElapsedTime: number;
}

/** An attempt that failed. */
export interface FailedAttempt {
  readonly method: string;
  /** Whether the request carries an idempotency key. */
  readonly idempotencyKey: boolean | undefined;
  /** Attempts made so far, this one included. */
  readonly attempts: number;
  /** Milliseconds since the first attempt began. */
  readonly elapsedMs: number;
  /** The error status, or `undefined` where the connection failed. */
  readonly status: number | undefined;
  /** What the server asked for, in milliseconds. */
  readonly retryAfterMs: number | undefined;
}

/** A server can shorten waits to this, in milliseconds, but for the first ones: it starts no storm. */
const leastWait = 1000;
const firstWaits = 3;

const idempotentMethods = /^(GET|HEAD|OPTIONS|PUT|DELETE|TRACE|QUERY)$/;

/**
 * How long to wait before the next attempt, in milliseconds, or `undefined` where there is none.
 *
 * @param random gives numbers from 0 (inclusive) to 1 (exclusive).
 */
export function retryDelay(
  config: RetryConfig = { strategy: "backoff" },
  failed: FailedAttempt,
  random: () => number = Math.random,
): number | undefined {
  if (config.strategy === "none" || !isRetried(config, failed)) return undefined;
  const {
    initialInterval = 500,
    maxInterval = 60_000,
    exponent = 1.5,
    maxElapsedTime = 60_000,
  } = config.backoff ?? {};
  const { attempts, elapsedMs, retryAfterMs } = failed;
  const backedOff = Math.min(maxInterval, initialInterval * exponent ** (attempts - 1));
  const least = attempts > firstWaits ? Math.min(leastWait, backedOff) : 0;
  const delay =
    retryAfterMs === undefined ? backedOff * (0.5 + random() / 2) : Math.max(retryAfterMs, least);
  return delay > maxInterval || elapsedMs + delay > maxElapsedTime ? undefined : delay;
}

function isRetried(
  {
    maxAttempts = 3,
    statusCodes = [408, 429, 500, 502, 503, 504],
    retryConnectionErrors = true,
    retryNonIdempotent = false,
  }: Extract<RetryConfig, { strategy: "backoff" }>,
  { method, idempotencyKey, attempts, status }: FailedAttempt,
): boolean {
  const isSafe = retryNonIdempotent || idempotencyKey || idempotentMethods.test(method);
  const isListed =
    status === undefined
      ? retryConnectionErrors
      : statusCodes.some((code) => code === status || code === rangeOf(status));
  // 429 says that the request was turned away unread, so that sending it again does nothing twice.
  return attempts < maxAttempts && isListed && (isSafe || status === 429);
}

/** The server's wish in milliseconds: `Retry-After-Ms`, else `Retry-After` as seconds or HTTP date (RFC 9110, 10.2.3). */
export function retryAfterIn(headers: Headers, now: () => number = Date.now): number | undefined {
  const wish = headers.get("Retry-After");
  const ms = numberIn(headers.get("Retry-After-Ms")) ?? numberIn(wish, 1000);
  // Every HTTP date has a time of day; without one, engines take "-5" for a day in May 2001.
  if (ms !== undefined || !wish?.includes(":")) return ms;
  const date = Date.parse(wish);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now());
}

function numberIn(text: string | null, unit = 1): number | undefined {
  return text && /^\d+(\.\d+)?$/.test(text) ? Number(text) * unit : undefined;
}
