import { statSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { withFileReads } from "../file-reads.js";

/** In milliseconds: the polling interval, and how long files have to stay unchanged. */
const pause = 50;

/**
 * Runs a task, and runs it again each time a file that it read is saved, created or deleted. Polls
 * rather than subscribes, because editors replace files instead of writing to them.
 *
 * @param changed called with the path of each changed file before the task runs again.
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

/** The files that the task reads, by path, with their state just before the read. */
async function filesReadBy(task: () => Promise<void>): Promise<ReadonlyMap<string, string>> {
  const seen = new Map<string, string>();
  await withFileReads((read) => {
    if (read.kind === "start" && !seen.has(read.path)) seen.set(read.path, stateOf(read.path));
  }, task);
  return seen;
}

function changesOf(seen: ReadonlyMap<string, string>): string[] {
  return [...seen].filter(([path, state]) => stateOf(path) !== state).map(([path]) => path);
}

/**
 * Waits until nothing changes for a moment: an editor may save several files at once, or one in
 * chunks.
 */
async function settled(seen: ReadonlyMap<string, string>): Promise<void> {
  const states = () => [...seen.keys()].map(stateOf).join();
  for (let before = ""; before !== states(); await sleep(pause)) before = states();
}

/** Of what a path leads to: nothing too if it is a loop of links, or in a folder that can't be read. */
function stateOf(path: string): string {
  try {
    const { ino, size, mtimeMs } = statSync(path);
    return `${ino} ${size} ${mtimeMs}`;
  } catch {
    return "missing";
  }
}
