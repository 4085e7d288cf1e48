import type { Bytes } from "./bytes.js";
import type { GatedAttempt, Passage } from "./gate.js";
import type { RateLimit } from "./rate-limit.js";

/** The calls that share a limit. Times are those of the clock, in milliseconds. */
export interface Bucket {
  /** The time before which nothing is sent. */
  opensAt: number;
  /** When the next waiting attempt may leave; they are spread over a tenth of the wait. */
  nextAt: number;
  spreadMs: number;
  /** The number of concurrent attempts. */
  active: number;
  /** The maximum of `active`: halved by each refusal, and raised by one after as many successes. */
  room: number;
  /** How many attempts have succeeded since the bucket last opened. */
  taken: number;
  /**
   * The least time between two attempts, in milliseconds, learned from refusals that report no
   * quota.
   */
  paceMs: number;
  /** What the server reported last. */
  quota: { readonly remaining: number; readonly until: number } | undefined;
  /** The response that closed the bucket, for calls that can't wait that long. */
  refusal: Refusal | undefined;
  state: LimitReport | undefined;
}

/** What is known about a limit. */
export interface LimitReport {
  /** The remaining quota. */
  readonly remaining: number | undefined;
  /** When the quota is renewed, in milliseconds since the epoch. */
  readonly resetsAt: number | undefined;
  /** The name of the policy. */
  readonly policy: string | undefined;
}

interface Refusal extends Pick<Response, "status" | "headers"> {
  readonly body: Promise<Bytes>;
}

/** Milliseconds; the longest wait if the retry policy names none. */
export const longestWait = 60_000;

/**
 * The longest time for which a response can close a bucket, in milliseconds: a wrong date in the
 * far future must not stop all calls until the program ends.
 */
const longestClosed = 3_600_000;

export function newBucket(): Bucket {
  return {
    opensAt: 0,
    nextAt: 0,
    spreadMs: 0,
    active: 0,
    room: Number.POSITIVE_INFINITY,
    taken: 0,
    paceMs: 0,
    quota: undefined,
    refusal: undefined,
    state: undefined,
  };
}

/** Whether another attempt may start. One always may, to learn the current limit. */
export function hasRoom({ active, room, quota }: Bucket, now: number): boolean {
  const left = quota && now < quota.until ? quota.remaining : Number.POSITIVE_INFINITY;
  return active < Math.max(1, Math.floor(Math.min(room, left)));
}

/**
 * Notes what a response reports.
 *
 * @param now the time, if attempts follow the report.
 */
export function noteReport(bucket: Bucket, limit: RateLimit, now: number | undefined): void {
  const { policy, remaining, resetMs } = limit;
  const resetsAt = resetMs === undefined ? undefined : Date.now() + resetMs;
  bucket.state = { policy, remaining, resetsAt };
  const isFollowed = now !== undefined && remaining !== undefined && resetMs !== undefined;
  bucket.quota = isFollowed
    ? { remaining, until: now + Math.min(resetMs, longestClosed) }
    : undefined;
}

/** Notes a success: more attempts may run at a time, and follow each other a little sooner. */
export function noteSuccess(bucket: Bucket): void {
  bucket.room += 1 / bucket.room;
  bucket.taken += 1;
  bucket.paceMs = bucket.paceMs < 1 ? 0 : bucket.paceMs * 0.99;
}

/**
 * Learns from a refusal how fast attempts may follow, if the server doesn't report its quota: in each
 * wait, as many as succeeded since the bucket last opened. A quota that refills bit by bit allows
 * this pace, but no burst.
 */
export function learnPace(bucket: Bucket, waitMs: number, now: number): void {
  const { opensAt, taken, paceMs } = bucket;
  if (now < opensAt) return;
  if (opensAt > 0 && taken > 0) bucket.paceMs = Math.max(waitMs / taken, paceMs * 1.25);
  bucket.taken = 0;
}

/**
 * Closes a bucket until a wait is over, for an hour at most.
 *
 * @returns whether it would have opened earlier.
 */
export function closeBucket(
  bucket: Bucket,
  waitMs: number,
  now: number,
  refusal?: Refusal,
): boolean {
  // Of several concurrent refusals, only the first halves `room`.
  if (now >= bucket.opensAt) bucket.room = Math.max(1, Math.min(bucket.room, bucket.active) / 2);
  const closedMs = Math.min(waitMs, longestClosed);
  if (now + closedMs < bucket.opensAt) return false;
  bucket.opensAt = now + closedMs;
  bucket.nextAt = bucket.opensAt;
  bucket.spreadMs = closedMs / 10;
  bucket.refusal = refusal;
  return true;
}

/** Whether an attempt can't wait until the bucket opens. */
export function isTooLong({ opensAt, refusal }: Bucket, attempt: GatedAttempt): boolean {
  return refusal !== undefined && opensAt - attempt.clock.now() > longestWaitOf(attempt);
}

/** Milliseconds; the same limit as for a `Retry-After`. */
export function longestWaitOf({ retries }: GatedAttempt): number {
  return (retries?.strategy === "backoff" && retries.backoff?.maxInterval) || longestWait;
}

/** The response that closed a bucket, in place of a request. */
export async function refusalOf({ refusal }: Bucket): Promise<Passage> {
  const response = refusal && new Response(await refusal.body, refusal);
  return { refusal: response, arrived: () => {}, leave: () => {} };
}
