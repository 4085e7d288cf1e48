import { randomUUID } from "node:crypto";
import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { readRegularFile } from "../../files.js";
import { entryAt } from "./folder.js";
import { OutputError } from "./output-error.js";

/** The owner of a lock. */
interface Owner {
  readonly host: string;
  /** The process id, unique only on its host or in its container. */
  readonly pid: number;
  /** Distinguishes the process from all others. */
  readonly process: string;
}

const self: Owner = { host: hostname(), pid: process.pid, process: randomUUID() };

/** Milliseconds. An older lock belongs to a dead run: no run takes that long. */
const longestRun = 60_000;

/** Milliseconds. A new lock is briefly empty before it names its owner. */
const longestUnnamed = 5_000;

const pause = 50;

/**
 * Runs a task while no other run writes to the folder. The lock of a killed run is ignored once its
 * process is known to be gone, or after a minute if that can't be known.
 *
 * @param task receives a function that tells whether the lock is still held; call it before
 * changes.
 * @param wait the time to wait for other runs, in milliseconds.
 * @throws {OutputError} if another run holds the lock for longer than that.
 */
export async function withLock<Result>(
  folder: string,
  task: (isLocked: () => boolean) => Promise<Result>,
  wait = 2 * longestRun,
): Promise<Result> {
  const lock = lockOf(folder);
  const ours = JSON.stringify({ ...self, lock: randomUUID() });
  const isLocked = () => textOf(lock) === ours;
  mkdirSync(dirname(folder), { recursive: true });
  const end = Date.now() + wait;
  while (!acquire(lock, ours)) {
    const text = textOf(lock);
    if (text !== null && isStale(lock, text)) remove(lock, text);
    else if (Date.now() > end || entryAt(lock)?.isFile() === false) {
      throw new OutputError(
        `another run is writing ${folder}: wait, or remove ${lock} if no run is active`,
      );
    } else await sleep(pause);
  }
  try {
    return await task(isLocked);
  } finally {
    if (isLocked()) rmSync(lock, { force: true });
  }
}

/** The lock file, next to the folder. It names the run that owns the folder. */
export function lockOf(folder: string): string {
  return join(dirname(folder), `.${basename(folder)}.sdkwright-lock`);
}

/** Creates the lock unless it exists. */
function acquire(lock: string, text: string): boolean {
  try {
    writeFileSync(lock, text, { flag: "wx" });
    return true;
  } catch (thrown) {
    if (thrown instanceof Error && "code" in thrown && thrown.code === "EEXIST") return false;
    throw thrown;
  }
}

/** The lock's text; `null` if there is no lock or it isn't a regular file. */
function textOf(lock: string): string | null {
  try {
    return readRegularFile(lock)?.toString() ?? null;
  } catch {
    return null;
  }
}

function isStale(lock: string, text: string): boolean {
  // An archive can bring a lock of the future.
  const age = Math.abs(
    Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()),
  );
  if (text === "") return age > longestUnnamed;
  const owner = ownerIn(text);
  // A process id says nothing about another host or container.
  if (age > longestRun || owner?.host !== self.host) return age > longestRun;
  return owner.pid === self.pid ? owner.process !== self.process : !isRunning(owner.pid);
}

function ownerIn(text: string): Owner | null {
  try {
    // Written by `locked`, but it may be anything, so no field is relied on.
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

/**
 * Removes a stale lock. If several runs find it, one removes it; a lock that another run has
 * created meanwhile is put back.
 */
function remove(lock: string, text: string): void {
  const moved = `${lock}.${randomUUID()}`;
  try {
    renameSync(lock, moved);
    const found = textOf(moved);
    if (found !== null && found !== text) writeFileSync(lock, found, { flag: "wx" });
  } catch {
    // Another run removed it first.
  }
  rmSync(moved, { force: true });
}
