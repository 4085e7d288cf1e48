import { onAbort } from "./on-abort.js";

/** The clock, timers and random numbers of the runtime, replaceable in tests. */
export interface Clock {
  /** Milliseconds since a fixed moment. */
  now(): number;
  /** Resolves after `ms` milliseconds, or as soon as the signal aborts. */
  sleep(ms: number, signal: AbortSignal | undefined): Promise<void>;
  /** A number from 0 (inclusive) to 1 (exclusive). */
  random(): number;
}

/** The longest delay of a timer, in milliseconds; a longer one fires at once. */
export const longestTimer = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: () => performance.now(),
  random: () => Math.random(),
  sleep: async (ms, signal) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let forget = () => {};
    await new Promise<void>((resolve) => {
      timer = setTimeout(resolve, Math.min(ms, longestTimer));
      forget = onAbort(signal, resolve);
    });
    clearTimeout(timer);
    forget();
  },
};
