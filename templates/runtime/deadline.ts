import { type Clock, longestTimer, systemClock } from "./clock.js";
import {
  type BaseError,
  type CallSummary,
  RequestAbortedError,
  RequestTimeoutError,
} from "./errors.js";
import { onAbort } from "./on-abort.js";

/** What ends an attempt early. */
export interface Deadline {
  /** Milliseconds; 0, or more than a timer can measure, means no limit. */
  readonly timeoutMs: number;
  /** The signal of the caller. */
  readonly signal: AbortSignal | undefined;
  /** Default: the system's. */
  readonly clock?: Clock;
}

/**
 * Runs one attempt of a call with a signal that aborts when the time is up or the caller aborts.
 * Rejects at that moment, even if the work ignores the signal.
 *
 * @throws {RequestTimeoutError | RequestAbortedError} or what the work throws.
 */
export async function within<T>(
  { timeoutMs, signal: caller, clock = systemClock }: Deadline,
  call: CallSummary,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const { signal } = controller;
  let cancel: (() => void) | undefined;
  let forget: (() => void) | undefined;
  try {
    return await new Promise((resolve, reject) => {
      // Rejects itself instead of listening to the signal: on Node, a signal with a listener stays
      // in memory after a broken body, with everything that the attempt used.
      const stop = (error: BaseError) => {
        controller.abort(caller?.reason);
        reject(error);
      };
      if (timeoutMs > 0 && timeoutMs <= longestTimer) {
        cancel = clock.timer(timeoutMs, () => stop(new RequestTimeoutError(call, timeoutMs)));
      }
      forget = onAbort(caller, () =>
        stop(new RequestAbortedError(call, "aborted", { cause: caller?.reason })),
      );
      work(signal).then(resolve, reject);
    });
  } finally {
    cancel?.();
    forget?.();
  }
}
