import type { GatedAttempt, Passage } from "./gate.js";
import { type Bucket, newBucket } from "./limit-bucket.js";
import type { Credentials } from "./security.js";

/** The calls to a server with one credential. */
export interface Account {
  active: number;
  readonly waiters: Waiter[];
  /** The bucket of each key. Keys whose calls have the same policy share one. */
  readonly buckets: Map<string, Bucket>;
  /** The buckets of the policies that the server named. */
  readonly policies: Map<string, Bucket>;
  /** The key of the last call of each operation, by its id. */
  readonly keys: Map<string, string>;
  cancelTimer: () => void;
}

/** An attempt that may not start yet. */
export interface Waiter {
  readonly attempt: GatedAttempt;
  readonly key: string;
  readonly resolve: (passage: Passage | Promise<Passage>) => void;
}

export type Accounts = Map<string, Account>;

export const newAccounts = (): Accounts => new Map();

/**
 * The most accounts, keys of an account and policies of a server that are kept: credentials change,
 * the keys are the caller's and the policies the server's.
 */
const [mostAccounts, mostKeys, mostPolicies] = [1000, 1000, 100];

/** The account of an attempt, by its server and credentials. */
export function accountOf(accounts: Accounts, { url, credentials }: GatedAttempt): Account {
  const key = JSON.stringify([new URL(url).origin, ...identityOf(credentials)]);
  const isUnused = ({ active, waiters }: Account) => active + waiters.length === 0;
  return entryOf(accounts, key, newAccount, mostAccounts, isUnused);
}

function newAccount(): Account {
  return {
    active: 0,
    waiters: [],
    buckets: new Map(),
    policies: new Map(),
    keys: new Map(),
    cancelTimer: () => {},
  };
}

/** The bucket of the calls with a key. */
export function bucketOf({ buckets, waiters }: Account, key: string): Bucket {
  return entryOf(
    buckets,
    key,
    newBucket,
    mostKeys,
    ({ active }, name) => active === 0 && !waiters.some((waiter) => waiter.key === name),
  );
}

/** Lets the calls with a key share the bucket of a policy. */
export function usePolicy({ buckets, policies }: Account, key: string, policy: string): void {
  const known = policies.get(policy);
  if (known === undefined && policies.size >= mostPolicies) return;
  const bucket = known ?? newBucket();
  policies.set(policy, bucket);
  buckets.set(key, bucket);
}

/**
 * The entry of a map with a key, which becomes its newest. If there are too many others, the oldest
 * one that nothing uses is forgotten.
 */
function entryOf<Value>(
  map: Map<string, Value>,
  key: string,
  make: () => Value,
  most: number,
  isUnused: (value: Value, key: string) => boolean,
): Value {
  const value = map.get(key) ?? make();
  map.delete(key);
  if (map.size >= most) {
    for (const [other, each] of map) {
      if (!isUnused(each, other)) continue;
      map.delete(other);
      break;
    }
  }
  map.set(key, value);
  return value;
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
