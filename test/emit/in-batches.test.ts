import { expect, it } from "vitest";
import { inBatches } from "../../generator/emit/in-batches.js";

it("gives the results in the order of the items", async () => {
  const items = Array.from({ length: 200 }, (_, index) => index);
  const doubled = await inBatches(items, async (item) => {
    await new Promise((done) => setImmediate(done));
    return item * 2;
  });
  expect(doubled).toEqual(items.map((item) => item * 2));
});

it("does 64 at a time", async () => {
  let running = 0;
  let most = 0;
  await inBatches(Array.from({ length: 200 }), async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((done) => setImmediate(done));
    running -= 1;
  });
  expect(most).toBe(64);
});

it("fails as soon as one fails", async () => {
  const failing = inBatches([1, 2], async (item) => {
    if (item === 2) throw new Error("two");
  });
  await expect(failing).rejects.toThrow("two");
});
