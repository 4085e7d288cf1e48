import { type Bytes, bytesOf } from "./bytes.js";
import type { Gate, GatedAttempt, Passage } from "./gate.js";
import {
  type Account,
  accountOf,
  bucketOf,
  newAccounts,
  usePolicy,
  type Waiter,
} from "./limit-account.js";
import {
  type Bucket,
  closeBucket,
  hasRoom,
  isTooLong,
  type LimitReport,
  learnPace,
  longestWait,
  longestWaitOf,
  noteReport,
  noteSuccess,
  refusalOf,
} from "./limit-bucket.js";
import { onAbort } from "./on-abort.js";
import { type OperationFunction, operationOf } from "./operation-of.js";
import { rateLimitIn } from "./rate-limit.js";
import { retryAfterIn } from "./retry.js";

/** How calls share limits. */
export interface LimitsConfig {
  /**
   * The maximum number of concurrent attempts for each server and credential. Default: no limit.
   */
  readonly concurrency?: number | undefined;
  /**
   * `"server"` starts at most as many concurrent attempts as remain in the quota that the server
   * reports, and none until the reset if none remain. If the server reports no quota, refusals slow
   * attempts down to the pace that it accepted. `"off"` waits only after the server refused a call.
   * Default `"server"`.
   */
  readonly pace?: "server" | "off" | undefined;
  /**
   * Which calls share a limit, if the server names no policy: the calls of an operation, all calls
   * with a credential, or those with the same key. Default `"operation"`.
   */
  readonly per?: "operation" | "credential" | ((attempt: GatedAttempt) => string) | undefined;
}

/** Limits that calls and clients share: pass them as the option `limits`. */
export interface Limits extends Gate {
  /** What is known about the limit of an operation; `undefined` before its first response. */
  of(callOperation: OperationFunction): LimitState | undefined;
}

export interface LimitState extends LimitReport {
  /** How many attempts wait. */
  readonly waiting: number;
}

/**
 * Makes calls share the server's rate limits. After a 429 or 503 that names a delay, the calls with
 * the same limit wait for it instead of failing one by one.
 */
export function limits(config: LimitsConfig = {}): Limits {
  const { concurrency = Number.POSITIVE_INFINITY, pace = "server", per = "operation" } = config;
  const accounts = newAccounts();

  const keyOf = (attempt: GatedAttempt) => {
    if (per === "credential") return "";
    return per === "operation" ? attempt.operation.id : per(attempt);
  };

  /** Starts the attempts that may start now, in order. */
  function admit(account: Account): void {
    account.cancelTimer();
    let wakeAt = Number.POSITIVE_INFINITY;
    for (const waiter of [...account.waiters]) {
      if (account.active >= concurrency) return;
      const bucket = bucketOf(account, waiter.key);
      const { clock } = waiter.attempt;
      if (bucket.nextAt > clock.now()) {
        wakeAt = Math.min(wakeAt, bucket.nextAt);
        continue;
      }
      if (!hasRoom(bucket, clock.now())) continue;
      const others = account.waiters.filter(({ key }) => key === waiter.key).length;
      bucket.nextAt += (clock.random() * bucket.spreadMs) / others;
      bucket.spreadMs = others > 1 ? bucket.spreadMs * (1 - 1 / others) : 0;
      if (bucket.paceMs > 0) bucket.nextAt = clock.now() + bucket.paceMs;
      account.waiters.splice(account.waiters.indexOf(waiter), 1);
      account.active += 1;
      bucket.active += 1;
      waiter.resolve(passageOf(account, bucket, waiter));
    }
    const clock = account.waiters[0]?.attempt.clock;
    if (clock && wakeAt < Number.POSITIVE_INFINITY) {
      account.cancelTimer = clock.timer(wakeAt - clock.now(), () => admit(account));
    }
  }

  function passageOf(account: Account, bucket: Bucket, { attempt, key }: Waiter): Passage {
    let isIn = true;
    return {
      arrived: (response, delayMs) => note(account, attempt, key, response, delayMs),
      leave() {
        if (!isIn) return;
        isIn = false;
        account.active -= 1;
        bucket.active -= 1;
        admit(account);
      },
    };
  }

  function note(
    account: Account,
    attempt: GatedAttempt,
    key: string,
    response: Response,
    delayMs: number | undefined,
  ): void {
    const { status, headers } = response;
    const now = attempt.clock.now();
    const limit = rateLimitIn(headers);
    if (limit?.policy !== undefined) usePolicy(account, key, limit.policy);
    const bucket = bucketOf(account, key);
    if (limit !== undefined) noteReport(bucket, limit, pace === "server" ? now : undefined);
    const isUsedUp = limit?.remaining === 0 && limit.resetMs !== undefined;
    // A server may have more quotas than it reports: for a long one, it answers the next call.
    const resetMs = isUsedUp && limit.resetMs <= longestWait ? limit.resetMs : undefined;
    if (status === 429 || status === 503) {
      const waitMs = retryAfterIn(headers) ?? resetMs ?? delayMs;
      if (waitMs === undefined) return;
      if (pace === "server" && limit === undefined) learnPace(bucket, waitMs, now);
      close(account, bucket, attempt, waitMs, response);
      return;
    }
    if (response.ok) noteSuccess(bucket);
    if (pace === "server" && resetMs !== undefined) closeBucket(bucket, resetMs, now);
  }

  /** Closes a bucket that the server refused, and refuses the attempts that would wait for too long. */
  function close(
    account: Account,
    bucket: Bucket,
    attempt: GatedAttempt,
    waitMs: number,
    response: Response,
  ): void {
    const { status, headers } = response;
    // Read at once, because an unread copy keeps the connection.
    const refusal =
      waitMs > longestWaitOf(attempt)
        ? { status, headers, body: bodyOf(response.clone()) }
        : undefined;
    if (!closeBucket(bucket, waitMs, attempt.clock.now(), refusal)) return;
    for (const waiter of [...account.waiters]) {
      if (bucketOf(account, waiter.key) !== bucket || !isTooLong(bucket, waiter.attempt)) continue;
      account.waiters.splice(account.waiters.indexOf(waiter), 1);
      waiter.resolve(refusalOf(bucket));
    }
  }

  return {
    async enter(attempt) {
      const account = accountOf(accounts, attempt);
      const key = keyOf(attempt);
      account.keys.set(attempt.operation.id, key);
      const bucket = bucketOf(account, key);
      if (isTooLong(bucket, attempt)) return refusalOf(bucket);
      let forget = () => {};
      const passage = await new Promise<Passage>((resolve) => {
        const waiter = { attempt, key, resolve };
        account.waiters.push(waiter);
        forget = onAbort(attempt.signal, () => {
          const index = account.waiters.indexOf(waiter);
          if (index < 0) return;
          account.waiters.splice(index, 1);
          resolve({ arrived: () => {}, leave: () => {} });
          admit(account);
        });
        admit(account);
      });
      forget();
      return passage;
    },
    of(callOperation) {
      const { id } = operationOf(callOperation);
      for (const account of accounts.values()) {
        const key = account.keys.get(id);
        const bucket = key === undefined ? undefined : account.buckets.get(key);
        if (bucket?.state === undefined) continue;
        const waiting = account.waiters.filter((each) => account.buckets.get(each.key) === bucket);
        return { ...bucket.state, waiting: waiting.length };
      }
      return undefined;
    },
  };
}

/** The longest body of a refusal that is kept, in bytes. */
const longestBody = 2 ** 20;

function bodyOf(response: Response): Promise<Bytes> {
  return bytesOf(response, longestBody).catch(() => new ArrayBuffer(0));
}
