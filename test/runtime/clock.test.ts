import { getEventListeners } from "node:events";
import { afterEach, describe, expect, test, vi } from "vitest";
import { systemClock } from "../../templates/runtime/clock.js";

afterEach(() => {
  vi.useRealTimers();
});

test("now only goes forward", () => {
  const earlier = systemClock.now();
  expect(systemClock.now()).toBeGreaterThanOrEqual(earlier);
});

test("random lies between 0 and 1", () => {
  const number = systemClock.random();
  expect(number).toBeGreaterThanOrEqual(0);
  expect(number).toBeLessThan(1);
});

describe("sleep", () => {
  test.each([
    { name: "without a signal", signal: undefined },
    { name: "with one", signal: new AbortController().signal },
  ])("lasts the given time, $name", async ({ signal }) => {
    vi.useFakeTimers();
    const woken = vi.fn();
    void systemClock.sleep(1000, signal).then(woken);
    await vi.advanceTimersByTimeAsync(999);
    expect(woken).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(woken).toHaveBeenCalledOnce();
    expect(signal === undefined ? 0 : getEventListeners(signal, "abort").length).toBe(0);
  });

  test("ends as soon as the signal aborts, and leaves nothing behind", async () => {
    vi.useFakeTimers();
    const controller = new AbortController();
    const asleep = systemClock.sleep(1000, controller.signal);
    expect(getEventListeners(controller.signal, "abort")).toHaveLength(1);
    controller.abort("enough");
    await expect(asleep).resolves.toBeUndefined();
    expect(vi.getTimerCount()).toBe(0);
    expect(getEventListeners(controller.signal, "abort")).toHaveLength(0);
  });

  test("doesn't begin once the signal has aborted", async () => {
    vi.useFakeTimers();
    const signal = AbortSignal.abort("before");
    await expect(systemClock.sleep(1000, signal)).resolves.toBeUndefined();
    expect(vi.getTimerCount()).toBe(0);
    expect(getEventListeners(signal, "abort")).toHaveLength(0);
  });

  test("a time beyond the limit of timers isn't cut to none", async () => {
    const controller = new AbortController();
    const woken = vi.fn();
    const asleep = systemClock.sleep(2 ** 40, controller.signal).then(woken);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(woken).not.toHaveBeenCalled();
    controller.abort();
    await asleep;
  });
});
