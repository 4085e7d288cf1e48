import { randomUUID } from "node:crypto";
import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { readRegularFile } from "../../regular-file.js";
import { OutputError } from "./output-error.js";
import { entryAt } from "./paths.js";

/** Who holds a lock. */
interface Owner {
  readonly host: string;
  /** Its number on its host, or in its container: another one there may have the same. */
  readonly pid: number;
  /** What tells it from all other processes. */
  readonly process: string;
}

const self: Owner = { host: hostname(), pid: process.pid, process: randomUUID() };

/** In ms. A lock that is older is of a run that is dead: none takes that long. */
const longestRun = 60_000;

/** In ms. A lock is empty for a moment before it names its owner. */
const longestUnnamed = 5_000;

const pause = 50;

/**
 * Does something while no other run does the like with a folder. A killed run locks nobody out: its
 * lock counts until its process is known to be gone, or for a minute where that can't be known.
 *
 * @param task is given a question to ask before it changes anything: whether the lock still is ours.
 * @param wait for other runs, in ms.
 * @throws {OutputError} if another run holds the lock for longer than that.
 */
export async function locked<Result>(
  folder: string,
  task: (isLocked: () => boolean) => Promise<Result>,
  wait = 2 * longestRun,
): Promise<Result> {
  const lock = lockOf(folder);
  const ours = JSON.stringify({ ...self, lock: randomUUID() });
  const isLocked = () => textOf(lock) === ours;
  mkdirSync(dirname(folder), { recursive: true });
  const end = Date.now() + wait;
  while (!take(lock, ours)) {
    const text = textOf(lock);
    if (text !== null && isStale(lock, text)) remove(lock, text);
    else if (Date.now() > end || entryAt(lock)?.isFile() === false) {
      throw new OutputError(`${folder} is being written: wait, or remove ${lock} if it isn't`);
    } else await sleep(pause);
  }
  try {
    return await task(isLocked);
  } finally {
    if (isLocked()) rmSync(lock, { force: true });
  }
}

/** A file beside the folder that names the run that has it to itself. */
export function lockOf(folder: string): string {
  return join(dirname(folder), `.${basename(folder)}.sdkwright-lock`);
}

/** Creates the lock, if there is none. */
function take(lock: string, text: string): boolean {
  try {
    writeFileSync(lock, text, { flag: "wx" });
    return true;
  } catch (thrown) {
    if (thrown instanceof Error && "code" in thrown && thrown.code === "EEXIST") return false;
    throw thrown;
  }
}

/** `null` where there is none, or something that is no file of ours. */
function textOf(lock: string): string | null {
  try {
    return readRegularFile(lock)?.toString() ?? null;
  } catch {
    return null;
  }
}

function isStale(lock: string, text: string): boolean {
  const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  if (text === "") return age > longestUnnamed;
  const owner = ownerIn(text);
  // Numbers of processes say nothing about another host or container.
  if (age > longestRun || owner?.host !== self.host) return age > longestRun;
  return owner.pid === self.pid ? owner.process !== self.process : !isRunning(owner.pid);
}

function ownerIn(text: string): Owner | null {
  try {
    // Written by `locked`; whatever else it may be, no field of it has to be there.
    return JSON.parse(text) as Owner | null;
  } catch {
    return null;
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (thrown) {
    return thrown instanceof Error && "code" in thrown && thrown.code === "EPERM";
  }
}

/** Of several runs that find a lock stale one removes it, and what is meanwhile another's is put back. */
function remove(lock: string, text: string): void {
  const aside = `${lock}.${randomUUID()}`;
  try {
    renameSync(lock, aside);
    const found = textOf(aside);
    if (found !== null && found !== text) writeFileSync(lock, found, { flag: "wx" });
  } catch {
    // Another run was faster.
  }
  rmSync(aside, { force: true });
}
