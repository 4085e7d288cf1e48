import { rangeOf } from "./status.js";

/**
 * When and how often to retry a failed call. Times are in milliseconds; omitted settings have the
 * defaults below.
 */
export type RetryConfig =
  | { readonly strategy: "none" }
  | {
      readonly strategy: "backoff";
      readonly backoff?: Partial<Backoff> | undefined;
      /** The maximum number of attempts, including the first. Default 3. */
      readonly maxAttempts?: number | undefined;
      /** Statuses to retry. Default 408, 429, 500, 502, 503, 504. */
      readonly statusCodes?: readonly (number | StatusClass)[] | undefined;
      /** Whether to retry connection errors. Default true. */
      readonly retryConnectionErrors?: boolean | undefined;
      /** Whether to retry POST and PATCH like the other methods. Default false. */
      readonly retryNonIdempotent?: boolean | undefined;
    };

/** A class of statuses: `5XX` is 500…599. */
export type StatusClass = `${1 | 2 | 3 | 4 | 5}XX`;

/**
 * The delay before retry n, counted from 0, is `min(maxInterval, initialInterval · exponentⁿ) ·
 * U(0.5, 1)`.
 */
export interface Backoff {
  /** Milliseconds. Default 500. */
  readonly initialInterval: number;
  /** Milliseconds; also the longest `Retry-After` that is respected. Default 60 000. */
  readonly maxInterval: number;
  /** Default 1.5. */
  readonly exponent: number;
  /** Milliseconds since the first attempt after which no other is started. Default 60 000. */
  readonly maxElapsedTime: number;
}

/** A failed attempt. */
export interface FailedAttempt {
  readonly method: string;
  /** Whether the request carries an idempotency key. */
  readonly idempotencyKey: boolean | undefined;
  /** Attempts so far, including this one. */
  readonly attempts: number;
  /** Milliseconds since the first attempt began. */
  readonly elapsedMs: number;
  /** The error status, or `undefined` for a connection error. */
  readonly status: number | undefined;
  /** The delay that the server requested, in milliseconds. */
  readonly retryAfterMs: number | undefined;
}

/** The shortest wait that a server can ask for after the first ones, in milliseconds. */
const leastWait = 1000;
const firstWaits = 3;

const idempotentMethods = /^(GET|HEAD|OPTIONS|PUT|DELETE|TRACE|QUERY)$/;

/**
 * The delay before the next attempt in milliseconds, or `undefined` if the call isn't retried.
 *
 * @param random returns numbers from 0 (inclusive) to 1 (exclusive).
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
  // The server rejects a request with 429 before processing it, so any method can be retried.
  return attempts < maxAttempts && isListed && (isSafe || status === 429);
}

/**
 * The requested delay in milliseconds: `Retry-After-Ms`, else `Retry-After` as seconds or an HTTP
 * date (RFC 9110, 10.2.3).
 */
export function retryAfterIn(headers: Headers, now: () => number = Date.now): number | undefined {
  const wish = headers.get("Retry-After");
  const ms = numberIn(headers.get("Retry-After-Ms")) ?? numberIn(wish, 1000);
  // Every HTTP date contains a time; without this check, engines parse "-5" as a day in May 2001.
  if (ms !== undefined || !wish?.includes(":")) return ms;
  const date = Date.parse(wish);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now());
}

function numberIn(text: string | null, unit = 1): number | undefined {
  return text && /^\d+(\.\d+)?$/.test(text) ? Number(text) * unit : undefined;
}
