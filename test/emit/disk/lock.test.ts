import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { lockOf, withLock } from "../../../generator/emit/disk/lock.js";
import { temporaryFolder } from "../../temporary-folder.js";

it("lets one run at a time use a folder", async () => {
  const folder = join(temporaryFolder(), "a/out");
  let running = 0;
  const seen: number[] = [];
  const turn = () =>
    withLock(folder, async () => {
      running += 1;
      await new Promise((resolve) => setTimeout(resolve, 5));
      seen.push(running);
      running -= 1;
    });
  await Promise.all([turn(), turn(), turn()]);
  expect(seen).toEqual([1, 1, 1]);
  expect(readdirSync(join(folder, ".."))).toEqual([]);
});

it("is released when the task fails", async () => {
  const folder = join(temporaryFolder(), "out");
  const failing = withLock(folder, () => Promise.reject(new Error("full")));
  await expect(failing).rejects.toThrow("full");
  expect(existsSync(lockOf(folder))).toBe(false);
});

const here = { host: hostname(), process: "another" };

it.each<[whose: string, text: string, age: number]>([
  ["of a process that is gone", JSON.stringify({ ...here, pid: 2 ** 30 }), 0],
  [
    "of another process with this one's number, as in a container",
    JSON.stringify({ ...here, pid: process.pid }),
    0,
  ],
  [
    "of another container or host, older than any run",
    JSON.stringify({ ...here, host: "other", pid: 1 }),
    61,
  ],
  [
    "of a process that may be another one by now, older than any run",
    JSON.stringify({ ...here, pid: process.ppid }),
    61,
  ],
  ["of the future, which an archive can bring", JSON.stringify({ ...here, host: "other" }), -1e6],
  ["that names no process, after a moment", "", 6],
  ["that is unreadable and older than any run", "1234", 61],
])("%s is ignored", async (_, text, age) => {
  const folder = join(temporaryFolder(), "out");
  writeFileSync(lockOf(folder), text);
  const made = Date.now() / 1000 - age;
  utimesSync(lockOf(folder), made, made);
  const turns = [1, 2, 3].map((turn) => withLock(folder, () => Promise.resolve(turn)));
  expect(await Promise.all(turns)).toEqual([1, 2, 3]);
  expect(readdirSync(join(folder, ".."))).toEqual([]);
});

it.each([
  ["of a run that is still going", JSON.stringify({ ...here, pid: process.ppid })],
  ["of another container or host", JSON.stringify({ ...here, host: "other", pid: 2 ** 30 })],
])("%s is reported", async (_, text) => {
  const folder = join(temporaryFolder(), "out");
  writeFileSync(lockOf(folder), text);
  await expect(withLock(folder, () => Promise.resolve(), 0)).rejects.toThrow(
    `another run is writing ${folder}: wait, or remove ${lockOf(folder)} if no run is active`,
  );
  expect(existsSync(lockOf(folder))).toBe(true);
});

it.each<[kind: string, make: (lock: string) => void]>([
  ["a link", (lock) => symlinkSync("/dev/zero", lock)],
  ["a folder", (lock) => mkdirSync(lock)],
  ["a pipe", (lock) => execFileSync("mkfifo", [lock])],
])("that is %s is reported at once, and kept", async (_, make) => {
  const folder = join(temporaryFolder(), "out");
  make(lockOf(folder));
  await expect(withLock(folder, () => Promise.resolve())).rejects.toThrow("another run is writing");
  expect(readdirSync(join(folder, ".."))).toHaveLength(1);
});

it("that another run took over is left to that run", async () => {
  const folder = join(temporaryFolder(), "out");
  const told = await withLock(folder, (isLocked) => {
    const before = isLocked();
    writeFileSync(lockOf(folder), "another");
    return Promise.resolve([before, isLocked()]);
  });
  expect(told).toEqual([true, false]);
  expect(readFileSync(lockOf(folder), "utf8")).toBe("another");
});
