import { expect, it } from "vitest";
import { newState } from "../../generator/mock/state.js";

it.each(["POST", "PUT", "PATCH", "DELETE"])("keeps 64 MB of what %s sends", (method) => {
  const state = newState();
  const request = { method, path: "/things/1", body: { text: "" }, size: 32 * 2 ** 20 };
  state.apply(request, {});
  expect(state.isFull()).toBe(false);
  state.apply(request, {});
  expect(state.isFull()).toBe(true);
});

it("keeps the paths of 63,072 requests without a body", () => {
  const state = newState();
  const remove = (count: number) => {
    for (let id = 0; id < count; id += 1) {
      state.apply({ method: "DELETE", path: "", body: undefined, size: 0 }, undefined);
    }
  };
  remove(63_072);
  expect(state.isFull()).toBe(false);
  remove(1);
  expect(state.isFull()).toBe(true);
});

it("keeps a million values, however short their text is", () => {
  const state = newState();
  const create = (count: number) => {
    const list = Array.from({ length: count }, () => ({}));
    const request = { method: "POST", path: "/things", body: { list }, size: 3 * count };
    state.apply(request, { id: "1" });
  };
  create(525_000);
  expect(state.isFull()).toBe(false);
  create(525_000);
  expect(state.isFull()).toBe(true);
});

it("keeps 64 MB of documented answers", () => {
  const state = newState();
  const create = () => {
    const sample = { id: "1", text: "a".repeat(32 * 2 ** 20) };
    state.apply({ method: "POST", path: "/things", body: {}, size: 2 }, sample);
  };
  create();
  expect(state.isFull()).toBe(false);
  create();
  expect(state.isFull()).toBe(true);
});
