// Emitted by sdkwright 0.1.0 from document ddea6a7bbd82. What is written here is lost at the next run.

import { onAbort } from "./on-abort.js";

/** What policies know of time and chance, so that a test can give them its own. */
export interface Clock {
  /** Milliseconds since any fixed moment. */
  now(): number;
  /** Resolves after `ms` milliseconds, or as soon as the signal aborts. */
  sleep(ms: number, signal: AbortSignal | undefined): Promise<void>;
  /** A number from 0 (inclusive) to 1 (exclusive). */
  random(): number;
}

/** Milliseconds; a timer that is set to more goes off at once. */
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
