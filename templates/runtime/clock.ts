import { onAbort } from "./on-abort.js";

/** The clock, timers and random numbers of the runtime, replaceable in tests. */
export interface Clock {
  /** Milliseconds since a fixed moment. */
  now(): number;
  /** Resolves after `ms` milliseconds, or as soon as the signal aborts. */
  sleep(ms: number, signal: AbortSignal | undefined): Promise<void>;
  /** Calls `fire` after `ms` milliseconds, unless the returned function cancels it. */
  timer(ms: number, fire: () => void): () => void;
  /** A number from 0 (inclusive) to 1 (exclusive). */
  random(): number;
}

/** The longest delay of a timer, in milliseconds; a longer one fires at once. */
export const longestTimer = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: () => performance.now(),
  random: () => Math.random(),
  sleep: (ms, signal) => sleepWith(systemClock, ms, signal),
  timer: (ms, fire) => {
    const timer = setTimeout(fire, Math.min(ms, longestTimer));
    return () => clearTimeout(timer);
  },
};

/** Sleeps with the timer of a clock. */
export async function sleepWith(
  clock: Pick<Clock, "timer">,
  ms: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  let cancel = () => {};
  let forget = () => {};
  await new Promise<void>((resolve) => {
    cancel = clock.timer(ms, resolve);
    forget = onAbort(signal, resolve);
  });
  cancel();
  forget();
}
