import { expect, it } from "vitest";
import { closureOf } from "../generator/closure.js";

it("the closure has each reachable item once, in the order of discovery", () => {
  const next: Readonly<Record<string, string[]>> = { a: ["b", "c"], b: ["a", "d"], e: ["f"] };
  const asked: string[] = [];
  const closure = closureOf(["a"], (item) => {
    asked.push(item);
    return next[item] ?? [];
  });
  expect([...closure]).toEqual(["a", "b", "c", "d"]);
  expect(asked).toEqual(["a", "b", "c", "d"]);
});
