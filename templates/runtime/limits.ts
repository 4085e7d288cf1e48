import type { Gate, GatedAttempt, Passage } from "./gate.js";
import { onAbort } from "./on-abort.js";
import { type OperationFunction, operationOf } from "./operation-of.js";
import { rateLimitIn } from "./rate-limit.js";
import { retryAfterIn } from "./retry.js";
import type { Credentials } from "./security.js";

/** How calls share limits. */
export interface LimitsConfig {
  /** The maximum number of attempts at a time for each server and credential. Default: no limit. */
  readonly concurrency?: number | undefined;
  /**
   * Whether to wait as soon as the server reports that nothing is left (`"server"`), or only after
   * it refused a call (`"off"`). Default `"server"`.
   */
  readonly pace?: "server" | "off" | undefined;
  /**
   * What shares a limit, if the server names no policy: the calls of an operation, all calls with a
   * credential, or those with the same key. Default `"operation"`.
   */
  readonly per?: "operation" | "credential" | ((attempt: GatedAttempt) => string) | undefined;
}

/** Limits that calls and clients share: pass them as the option `limits`. */
export interface Limits extends Gate {
  /** What is known about the limit of an operation; `undefined` before its first response. */
  of(callOperation: OperationFunction): LimitState | undefined;
}

export interface LimitState {
  /** The remaining quota. */
  readonly remaining: number | undefined;
  /** When the quota is renewed, in milliseconds since the epoch. */
  readonly resetsAt: number | undefined;
  /** The name of the policy. */
  readonly policy: string | undefined;
  /** How many attempts wait. */
  readonly waiting: number;
}

/** The calls that share a limit. Times are those of the clock. */
interface Bucket {
  /** Nothing is sent before. */
  opensAt: number;
  /** When the next waiting attempt may leave; they are spread over a tenth of the wait. */
  nextAt: number;
  spreadMs: number;
  /** The response that closed the bucket, for calls that can't wait that long. */
  refusal: Refusal | undefined;
  state: Omit<LimitState, "waiting"> | undefined;
}

interface Refusal extends Pick<Response, "status" | "headers"> {
  readonly body: Promise<ArrayBuffer>;
}

interface Waiter {
  readonly attempt: GatedAttempt;
  readonly key: string;
  readonly resolve: (passage: Passage | Promise<Passage>) => void;
}

/** The calls to a server with one credential. */
interface Account {
  active: number;
  readonly waiters: Waiter[];
  readonly buckets: Map<string, Bucket>;
  /** The key of the last call of each operation, by its id. */
  readonly keys: Map<string, string>;
  /** The policies that the server named, by the key of the calls before. */
  readonly policies: Map<string, string>;
  cancelTimer: () => void;
}

const longestWait = 60_000;

/**
 * Makes calls share the server's rate limits. After a 429 or 503 that names a delay, the calls with
 * the same limit wait for it instead of failing one by one.
 */
export function limits(config: LimitsConfig = {}): Limits {
  const { concurrency = Number.POSITIVE_INFINITY, pace = "server", per = "operation" } = config;
  const accounts = new Map<string, Account>();

  const keyOf = (attempt: GatedAttempt) => {
    if (per === "credential") return "";
    return per === "operation" ? attempt.operation.id : per(attempt);
  };

  /** Lets in the attempts whose turn it is, in their order. */
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
      const others = account.waiters.filter(({ key }) => key === waiter.key).length;
      bucket.nextAt += (clock.random() * bucket.spreadMs) / others;
      bucket.spreadMs = others > 1 ? bucket.spreadMs * (1 - 1 / others) : 0;
      account.waiters.splice(account.waiters.indexOf(waiter), 1);
      account.active += 1;
      waiter.resolve(passageOf(account, waiter));
    }
    const clock = account.waiters[0]?.attempt.clock;
    if (clock && wakeAt < Number.POSITIVE_INFINITY) {
      account.cancelTimer = clock.timer(wakeAt - clock.now(), () => admit(account));
    }
  }

  function passageOf(account: Account, { attempt, key }: Waiter): Passage {
    let isIn = true;
    return {
      arrived: (response, delayMs) => note(account, attempt, key, response, delayMs),
      leave() {
        if (!isIn) return;
        isIn = false;
        account.active -= 1;
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
    if (limit?.policy !== undefined) account.policies.set(key, `policy ${limit.policy}`);
    const bucket = bucketOf(account, key);
    if (limit !== undefined) {
      const { policy, remaining, resetMs } = limit;
      const resetsAt = resetMs === undefined ? undefined : Date.now() + resetMs;
      bucket.state = { policy, remaining, resetsAt };
    }
    if (status === 429 || status === 503) {
      const waitMs = retryAfterIn(headers) ?? delayMs;
      if (waitMs === undefined) return;
      // Read at once, because an unread copy keeps the connection.
      const isLong = waitMs > longestWaitOf(attempt);
      const body = isLong
        ? response
            .clone()
            .arrayBuffer()
            .catch(() => new ArrayBuffer(0))
        : null;
      close(account, bucket, waitMs, now, body ? { status, headers, body } : undefined);
    } else if (pace === "server" && limit?.remaining === 0 && limit.resetMs !== undefined) {
      // A server may have more quotas than it reports: for a long one, it answers the next call.
      if (limit.resetMs <= longestWait) close(account, bucket, limit.resetMs, now);
    }
  }

  /** Closes a bucket, and refuses the attempts that would wait for too long. */
  function close(
    account: Account,
    bucket: Bucket,
    waitMs: number,
    now: number,
    refusal?: Refusal,
  ): void {
    if (now + waitMs < bucket.opensAt) return;
    bucket.opensAt = now + waitMs;
    bucket.nextAt = bucket.opensAt;
    bucket.spreadMs = waitMs / 10;
    bucket.refusal = refusal;
    for (const waiter of [...account.waiters]) {
      if (bucketOf(account, waiter.key) !== bucket || !isTooLong(bucket, waiter.attempt)) continue;
      account.waiters.splice(account.waiters.indexOf(waiter), 1);
      waiter.resolve(refused(bucket));
    }
  }

  return {
    async enter(attempt) {
      const account = accountOf(accounts, attempt);
      const key = keyOf(attempt);
      account.keys.set(attempt.operation.id, key);
      const bucket = bucketOf(account, key);
      if (isTooLong(bucket, attempt)) return refused(bucket);
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
        const bucket = key === undefined ? undefined : bucketOf(account, key);
        if (bucket?.state === undefined) continue;
        const waiting = account.waiters.filter((each) => bucketOf(account, each.key) === bucket);
        return { ...bucket.state, waiting: waiting.length };
      }
      return undefined;
    },
  };
}

function bucketOf({ buckets, policies }: Account, key: string): Bucket {
  const name = policies.get(key) ?? key;
  const bucket = buckets.get(name) ?? {
    opensAt: 0,
    nextAt: 0,
    spreadMs: 0,
    refusal: undefined,
    state: undefined,
  };
  buckets.set(name, bucket);
  return bucket;
}

function accountOf(accounts: Map<string, Account>, { url, credentials }: GatedAttempt): Account {
  const key = JSON.stringify([new URL(url).origin, ...identityOf(credentials)]);
  const account = accounts.get(key) ?? {
    active: 0,
    waiters: [],
    buckets: new Map(),
    keys: new Map(),
    policies: new Map(),
    cancelTimer: () => {},
  };
  accounts.set(key, account);
  return account;
}

const functionIds = new WeakMap<object, number>();
let lastId = 0;

/** A key that is the same for the same credentials; a function is its own identity. */
function identityOf(credentials: Credentials): unknown[] {
  return Object.entries(credentials).map(([option, value]) => {
    if (typeof value !== "function") return [option, value];
    const id = functionIds.get(value) ?? ++lastId;
    functionIds.set(value, id);
    return [option, id];
  });
}

function isTooLong({ opensAt, refusal }: Bucket, attempt: GatedAttempt): boolean {
  return refusal !== undefined && opensAt - attempt.clock.now() > longestWaitOf(attempt);
}

/** Milliseconds; the same limit as for a `Retry-After`. */
function longestWaitOf({ retries }: GatedAttempt): number {
  return (retries?.strategy === "backoff" && retries.backoff?.maxInterval) || longestWait;
}

async function refused({ refusal }: Bucket): Promise<Passage> {
  const response = refusal && new Response(await refusal.body, refusal);
  return { refusal: response, arrived: () => {}, leave: () => {} };
}
