import { randomUUID } from "node:crypto";
import { mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { OutputError } from "./output-error.js";
import { isRunning } from "./temp-folders.js";

/** How long a run waits for another one; none takes that long. */
const patience = 60_000;

const pause = 50;

/** Does something while no other run does the like with a folder. A killed run locks nobody out. */
export async function locked<Result>(
  folder: string,
  task: () => Promise<Result>,
  wait = patience,
): Promise<Result> {
  const lock = lockOf(folder);
  await mkdir(dirname(folder), { recursive: true });
  const end = Date.now() + wait;
  while (!(await take(lock))) {
    if (await isStale(lock)) await remove(lock);
    else if (Date.now() > end) {
      throw new OutputError(`${folder} is being written: wait, or remove ${lock} if it isn't`);
    } else await sleep(pause);
  }
  try {
    return await task();
  } finally {
    await rm(lock, { force: true });
  }
}

/** A file beside the folder with the number of the process that has it to itself. */
export function lockOf(folder: string): string {
  return join(dirname(folder), `.${basename(folder)}.sdkwright-lock`);
}

async function take(lock: string): Promise<boolean> {
  try {
    await writeFile(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch (thrown) {
    if (thrown instanceof Error && "code" in thrown && thrown.code === "EEXIST") return false;
    throw thrown;
  }
}

/** A lock is empty for a moment before it is its owner's. */
const moment = 5000;

async function isStale(lock: string): Promise<boolean> {
  try {
    const owner = await readFile(lock, "utf8");
    if (owner !== "") return !isRunning(Number(owner));
    return (await stat(lock)).mtimeMs < Date.now() - moment;
  } catch {
    return false;
  }
}

/** Of several runs that find a lock stale one removes it, and what is meanwhile another's is put back. */
async function remove(lock: string): Promise<void> {
  const aside = `${lock}.${randomUUID()}`;
  try {
    await rename(lock, aside);
    const isOwned = !(await isStale(aside));
    if (isOwned) await writeFile(lock, await readFile(aside), { flag: "wx" });
  } catch {
    // Another run was faster.
  }
  await rm(aside, { force: true });
}
