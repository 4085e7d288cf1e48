import { expect, it } from "vitest";
import { typeHeader } from "../../templates/runtime/webhook-type-header.js";

const types = { push: "push", "issues.opened": "issues.opened", release: "release-changed" };
const { eventIn } = typeHeader("x-github-event", "action", types);
const eventOf = (name: string, payload: unknown) => eventIn(payload, "1", () => name);

it.each([
  ["push", { ref: "main" }, "push"],
  ["issues", { action: "opened" }, "issues.opened"],
  ["release", { action: "published" }, "release-changed"],
])("names the event %j with %j", (name, payload, type) => {
  expect(eventOf(name, payload)).toEqual({ id: "1", ...payload, type });
});

it.each([
  ["ping", {}, "ping"],
  ["issues", { action: "closed" }, "issues.closed"],
  ["issues", { action: 7 }, "issues"],
  ["ping", null, "ping"],
  ["", { action: "opened" }, undefined],
])("gives the event %j with %j as unknown", (name, payload, rawType) => {
  expect(eventOf(name, payload)).toEqual({ type: undefined, rawType, id: "1", payload });
});
