import { statSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { listening } from "./looks.js";

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
  for (;;) {
    const seen = await filesReadBy(task);
    let path = changedOf(seen);
    for (; path === undefined; path = changedOf(seen)) await sleep(pause);
    await settled(seen);
    changed(path);
  }
}

/** Files by their paths, and what they looked like just before they were read. */
async function filesReadBy(task: () => Promise<void>): Promise<ReadonlyMap<string, string>> {
  const seen = new Map<string, string>();
  await listening((look) => {
    if (look.at === "reading" && !seen.has(look.path)) seen.set(look.path, lookOf(look.path));
  }, task);
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
