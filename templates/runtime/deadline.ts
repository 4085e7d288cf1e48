/** The time limit of one attempt, joined with the caller's own signal. */
export interface Deadline {
  /** Aborts when the time is up or when the caller aborts. */
  readonly signal: AbortSignal;
  /** Whether it was the time that ran out. */
  isOver(): boolean;
  /** To be called when the attempt has ended: frees the timer and the caller's signal. */
  clear(): void;
}

/** @param timeoutMs milliseconds; 0 is no limit. */
export function startDeadline(timeoutMs: number, caller: AbortSignal | undefined): Deadline {
  const controller = new AbortController();
  let over = false;
  const expire = () => {
    over = true;
    controller.abort();
  };
  const stop = () => controller.abort(caller?.reason);
  const timer = timeoutMs > 0 ? setTimeout(expire, timeoutMs) : undefined;
  caller?.addEventListener("abort", stop, { once: true });
  if (caller?.aborted) stop();
  return {
    signal: controller.signal,
    isOver: () => over,
    clear: () => {
      clearTimeout(timer);
      caller?.removeEventListener("abort", stop);
    },
  };
}
