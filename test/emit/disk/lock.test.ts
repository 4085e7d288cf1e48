import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { locked, lockOf } from "../../../generator/emit/disk/lock.js";
import { temporaryFolder } from "../../temporary-folder.js";

it("lets one run at a time have a folder to itself", async () => {
  const folder = join(temporaryFolder(), "a/out");
  let running = 0;
  const seen: number[] = [];
  const turn = () =>
    locked(folder, async () => {
      running += 1;
      await new Promise((resolve) => setTimeout(resolve, 5));
      seen.push(running);
      running -= 1;
    });
  await Promise.all([turn(), turn(), turn()]);
  expect(seen).toEqual([1, 1, 1]);
  expect(readdirSync(join(folder, ".."))).toEqual([]);
});

it("is given back when the task fails", async () => {
  const folder = join(temporaryFolder(), "out");
  const failing = locked(folder, () => Promise.reject(new Error("full")));
  await expect(failing).rejects.toThrow("full");
  expect(existsSync(lockOf(folder))).toBe(false);
});

it("of a dead run is in nobody's way", async () => {
  const folder = join(temporaryFolder(), "out");
  writeFileSync(lockOf(folder), String(2 ** 30));
  const turns = [1, 2, 3].map((turn) => locked(folder, () => Promise.resolve(turn)));
  expect(await Promise.all(turns)).toEqual([1, 2, 3]);
  expect(readdirSync(join(folder, ".."))).toEqual([]);
});

it("of a run that goes on and on is told of", async () => {
  const folder = join(temporaryFolder(), "out");
  writeFileSync(lockOf(folder), String(process.ppid));
  await expect(locked(folder, () => Promise.resolve(), 0)).rejects.toThrow(
    `${folder} is being written: wait, or remove ${lockOf(folder)} if it isn't`,
  );
  expect(existsSync(lockOf(folder))).toBe(true);
});
