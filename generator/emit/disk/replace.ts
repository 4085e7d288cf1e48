import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { chmod, mkdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { RenderedFile } from "../../plan/file.js";
import type { OutputFolder } from "./folder.js";
import { writtenEarlier } from "./manifest.js";
import { newTempFolders, type TempFolders } from "./temp-folders.js";
import { foreignEntries } from "./user-files.js";

/**
 * Puts a new tree in the place of a folder: built beside it, swapped in by two renames, and given
 * what in the folder was not ours. If any step fails, the steps before it are taken back.
 */
export async function replace(folder: OutputFolder, files: readonly RenderedFile[]): Promise<void> {
  const foreign = await foreignIn(folder, files);
  const siblings = newTempFolders(folder.path);
  try {
    await build(siblings.fresh, folder, files);
    swap(folder, siblings, foreign);
  } finally {
    await rm(siblings.fresh, { recursive: true, force: true });
  }
  // The new tree is in place: what cannot be removed now is removed by a later run.
  await rm(siblings.backup, { recursive: true, force: true }).catch(() => undefined);
}

async function foreignIn(
  { path, mode }: OutputFolder,
  files: readonly RenderedFile[],
): Promise<string[]> {
  if (mode === null) return [];
  const planned = new Set(files.map((file) => file.path));
  return foreignEntries(path, { planned, earlier: await writtenEarlier(path) });
}

async function build(
  fresh: string,
  { mode }: OutputFolder,
  files: readonly RenderedFile[],
): Promise<void> {
  await mkdir(fresh, { recursive: true });
  if (mode !== null) await chmod(fresh, mode);
  const folders = new Set(files.map(({ path }) => dirname(join(fresh, path))));
  // One after the other: a small file is written sooner than a thread of the pool is asked to write it.
  for (const path of folders) mkdirSync(path, { recursive: true });
  for (const { path, text } of files) writeFileSync(join(fresh, path), text);
}

/** Nothing else is done between the steps: a run is hardly ever killed there, and `recover` mends it. */
function swap(
  { path, mode }: OutputFolder,
  { fresh, backup }: TempFolders,
  foreign: readonly string[],
): void {
  const done: [from: string, to: string][] = [];
  const move = (from: string, to: string) => {
    renameSync(from, to);
    done.push([from, to]);
  };
  try {
    if (mode !== null) move(path, backup);
    move(fresh, path);
    for (const entry of foreign) {
      mkdirSync(dirname(join(path, entry)), { recursive: true });
      move(join(backup, entry), join(path, entry));
    }
  } catch (thrown) {
    for (const [from, to] of done.reverse()) renameSync(to, from);
    throw thrown;
  }
}
