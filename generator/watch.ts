import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { statSync } from "node:fs";
import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { readChannel } from "./read/fetch-text.js";

/** In milliseconds: how often files are looked at, and how long they must have been left alone. */
const pause = 100;

/**
 * Does something, and again each time that a file which it read is saved, made or taken away. Files
 * are looked at, and not listened to: so one that an editor replaces by another is still the same.
 *
 * @param changed is told the path of a file that changed, before the task is done again.
 */
export async function watch(
  task: () => Promise<void>,
  changed: (path: string) => void,
): Promise<void> {
  for (let seen = await filesReadBy(task); seen.size > 0; seen = await filesReadBy(task)) {
    let path = changedOf(seen);
    for (; path === undefined; path = changedOf(seen)) await sleep(pause);
    await settled(seen);
    changed(path);
  }
}

/** Files by their paths, and what they looked like just before they were read. */
async function filesReadBy(task: () => Promise<void>): Promise<ReadonlyMap<string, string>> {
  const seen = new Map<string, string>();
  const note = (path: unknown) => {
    if (typeof path !== "string" || seen.has(resolve(path))) return;
    seen.set(resolve(path), lookOf(path));
  };
  subscribe(readChannel, note);
  await task();
  unsubscribe(readChannel, note);
  return seen;
}

function changedOf(seen: ReadonlyMap<string, string>): string | undefined {
  return [...seen].find(([path, look]) => lookOf(path) !== look)?.[0];
}

/** Waits until nothing changed for a moment: several files may be saved at once, and one in pieces. */
async function settled(seen: ReadonlyMap<string, string>): Promise<void> {
  const look = () => [...seen.keys()].map(lookOf).join();
  for (let before = ""; before !== look(); await sleep(pause)) before = look();
}

function lookOf(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined ? "missing" : `${found.ino} ${found.size} ${found.mtimeMs}`;
}
