// Emitted by sdkwright 0.1.0 from document ddea6a7bbd82. What is written here is lost at the next run.

import { longestTimer } from "./clock.js";
import { onAbort } from "./on-abort.js";

/** The time limit of one attempt, joined with the caller's own signal. */
export interface Deadline {
  /** Aborts when the time is up or when the caller aborts; the caller's own signal tells which. */
  readonly signal: AbortSignal;
  /** Does the work, but waits no longer than the signal allows, even for work that ignores it. */
  race<T>(work: () => Promise<T>): Promise<T>;
  /** To be called when the attempt has ended: frees the timer and the caller's signal. */
  clear(): void;
}

/** @param timeoutMs milliseconds; 0 is no limit, as is what no timer can measure. */
export function startDeadline(timeoutMs: number, caller: AbortSignal | undefined): Deadline {
  const controller = new AbortController();
  const { signal } = controller;
  let giveUp = () => {};
  const stop = () => {
    controller.abort(caller?.reason);
    giveUp();
  };
  const isTimed = timeoutMs > 0 && timeoutMs <= longestTimer;
  const timer = isTimed ? setTimeout(stop, timeoutMs) : undefined;
  const forgetCaller = onAbort(caller, stop);
  return {
    signal,
    race: (work) =>
      new Promise((resolve, reject) => {
        // Not by a listener of the signal: on Node one with a listener stays in memory when a body
        // breaks off, and with it all that the attempt has used.
        giveUp = () => reject(signal.reason);
        work().then(resolve, reject);
      }),
    clear: () => {
      clearTimeout(timer);
      forgetCaller();
    },
  };
}
