import { statSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { withFileReads } from "./file-reads.js";

/** In milliseconds: how often files are looked at, and how long they must have been left alone. */
const pause = 50;

/**
 * Does something, and again each time that a file which it read is saved, made or taken away. Files
 * are looked at, and not listened to: so one that an editor replaces by another is still the same.
 *
 * @param changed is told the path of each file that changed, before the task is done again.
 */
export async function watch(
  task: () => Promise<void>,
  changed: (path: string) => void,
): Promise<never> {
  for (;;) {
    const seen = await filesReadBy(task);
    while (changesOf(seen).length === 0) await sleep(pause);
    await settled(seen);
    for (const path of changesOf(seen)) changed(path);
  }
}

/** Files by their paths, and what they looked like just before they were read. */
async function filesReadBy(task: () => Promise<void>): Promise<ReadonlyMap<string, string>> {
  const seen = new Map<string, string>();
  await withFileReads((look) => {
    if (look.at === "reading" && !seen.has(look.path)) seen.set(look.path, lookOf(look.path));
  }, task);
  return seen;
}

function changesOf(seen: ReadonlyMap<string, string>): string[] {
  return [...seen].filter(([path, look]) => lookOf(path) !== look).map(([path]) => path);
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
