import { getEventListeners } from "node:events";
import { expect, test, vi } from "vitest";
import { onAbort } from "../../templates/runtime/on-abort.js";

test("a shared signal has one listener, and none once all have unsubscribed", () => {
  const { signal } = new AbortController();
  const back = Array.from({ length: 300 }, () => onAbort(signal, () => {}));
  expect(getEventListeners(signal, "abort")).toHaveLength(1);
  for (const take of back) take();
  expect(getEventListeners(signal, "abort")).toHaveLength(0);
});

test("an abort calls everyone who is still subscribed", () => {
  const controller = new AbortController();
  const told: string[] = [];
  onAbort(controller.signal, () => told.push("first"));
  onAbort(controller.signal, () => told.push("second"))();
  onAbort(controller.signal, () => told.push("third"));
  controller.abort();
  expect(told).toEqual(["first", "third"]);
});

test("an aborted signal calls at once, and gets no listener", () => {
  const signal = AbortSignal.abort();
  const listener = vi.fn();
  onAbort(signal, listener)();
  expect(listener).toHaveBeenCalledOnce();
  expect(getEventListeners(signal, "abort")).toHaveLength(0);
});

test("unsubscribing twice doesn't affect later subscribers", () => {
  const controller = new AbortController();
  const later = vi.fn();
  const takeBack = onAbort(controller.signal, () => {});
  takeBack();
  onAbort(controller.signal, later);
  takeBack();
  onAbort(controller.signal, () => {});
  controller.abort();
  expect(later).toHaveBeenCalledOnce();
  expect(getEventListeners(controller.signal, "abort")).toHaveLength(1);
});

test("without a signal there is nothing to wait for", () => {
  const listener = vi.fn();
  onAbort(undefined, listener)();
  expect(listener).not.toHaveBeenCalled();
});
