// Emitted by sdkwright 0.1.0 from document ddea6a7bbd82. What is written here is lost at the next run.

import { longestTimer } from "./clock.js";

/** The time limit of one attempt, joined with the caller's own signal. */
export interface Deadline {
  /** Aborts when the time is up or when the caller aborts. */
  readonly signal: AbortSignal;
  /** Does the work, but waits no longer than the signal allows, even for work that ignores it. */
  race<T>(work: () => Promise<T>): Promise<T>;
  /** Whether it was the time that ran out. */
  isOver(): boolean;
  /** To be called when the attempt has ended: frees the timer and the caller's signal. */
  clear(): void;
}

/** @param timeoutMs milliseconds; 0 is no limit, as is what no timer can measure. */
export function startDeadline(timeoutMs: number, caller: AbortSignal | undefined): Deadline {
  const controller = new AbortController();
  const { signal } = controller;
  let over = false;
  const expire = () => {
    over = true;
    controller.abort();
  };
  const stop = () => controller.abort(caller?.reason);
  const isTimed = timeoutMs > 0 && timeoutMs <= longestTimer;
  const timer = isTimed ? setTimeout(expire, timeoutMs) : undefined;
  caller?.addEventListener("abort", stop);
  if (caller?.aborted) stop();
  return {
    signal,
    race: (work) =>
      new Promise((resolve, reject) => {
        signal.addEventListener("abort", () => reject(signal.reason));
        work().then(resolve, reject);
      }),
    isOver: () => over,
    clear: () => {
      clearTimeout(timer);
      caller?.removeEventListener("abort", stop);
    },
  };
}
