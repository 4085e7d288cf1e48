import { type Clock, longestTimer, systemClock } from "./clock.js";
import { onAbort } from "./on-abort.js";

/** The time limit of one attempt, combined with the caller's signal. */
export interface Deadline {
  /** Aborts when the time is up or the caller aborts. Check the caller's signal to tell which. */
  readonly signal: AbortSignal;
  /**
   * Runs the work and rejects as soon as the signal aborts, even if the work ignores the signal.
   */
  race<T>(work: () => Promise<T>): Promise<T>;
  /** Frees the timer and the caller's signal. Call it when the attempt has ended. */
  clear(): void;
}

/** @param timeoutMs milliseconds; 0, or more than a timer can measure, means no limit. */
export function startDeadline(
  timeoutMs: number,
  caller: AbortSignal | undefined,
  clock: Clock = systemClock,
): Deadline {
  const controller = new AbortController();
  const { signal } = controller;
  let giveUp = () => {};
  const stop = () => {
    controller.abort(caller?.reason);
    giveUp();
  };
  const isTimed = timeoutMs > 0 && timeoutMs <= longestTimer;
  const cancel = isTimed ? clock.timer(timeoutMs, stop) : undefined;
  const forgetCaller = onAbort(caller, stop);
  return {
    signal,
    race: (work) =>
      new Promise((resolve, reject) => {
        // Doesn't listen to the signal itself: on Node, a signal with a listener stays in memory
        // after a broken body, with everything that the attempt used.
        giveUp = () => reject(signal.reason);
        work().then(resolve, reject);
      }),
    clear: () => {
      cancel?.();
      forgetCaller();
    },
  };
}
