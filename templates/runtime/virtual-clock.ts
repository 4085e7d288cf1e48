import { type Clock, sleepWith } from "./clock.js";

/** A clock for tests. Its time moves only when {@link VirtualClock.run} moves it. */
export interface VirtualClock extends Clock {
  /**
   * Moves the time from timer to timer until none is left, so that retries and time limits take no
   * real time. Between two timers it lets pending work continue.
   *
   * @param ms stops after this many milliseconds. Default: when no timer is left.
   */
  run(ms?: number): Promise<void>;
}

interface Timer {
  readonly at: number;
  readonly fire: () => void;
}

/** @param random what {@link Clock.random} returns: 0 (inclusive) to 1 (exclusive). */
export function virtualClock(random = 0.5): VirtualClock {
  let now = 0;
  const timers = new Set<Timer>();
  const timer = (ms: number, fire: () => void) => {
    const entry = { at: now + ms, fire };
    timers.add(entry);
    return () => void timers.delete(entry);
  };
  /** The earliest timer; of several at the same time, the one that was set first. */
  const nextTimer = () =>
    [...timers].reduce<Timer | undefined>(
      (first, each) => (first && first.at <= each.at ? first : each),
      undefined,
    );
  return {
    now: () => now,
    random: () => random,
    timer,
    sleep: (ms, signal) => sleepWith({ timer }, ms, signal),
    async run(ms = Number.POSITIVE_INFINITY) {
      const end = now + ms;
      for (;;) {
        await settled();
        const next = nextTimer();
        if (next === undefined || next.at > end) break;
        now = next.at;
        // In the order in which they were set; one may cancel another.
        for (const timer of [...timers].filter(({ at }) => at <= now)) {
          if (timers.delete(timer)) timer.fire();
        }
      }
      if (end < Number.POSITIVE_INFINITY) now = end;
    },
  };
}

/** Lets promises and streams that need no timer finish. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
}
