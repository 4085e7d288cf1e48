import { chmodSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { RenderedFile } from "../../plan/file.js";
import { changedFiles } from "./compare.js";
import type { OutputFolder } from "./folder.js";
import { type EarlierFiles, nothingEarlier, writtenEarlier } from "./manifest.js";
import { OutputError } from "./output-error.js";
import { backupFolder, newFolder } from "./temp-folders.js";
import { moveUserEntries, type OwnFiles, removeOwn, userEntries } from "./user-files.js";

/** Options for replacing a folder. */
export interface Replacing {
  /** Whether `.sdkwrightignore` protects a path. */
  readonly isKept: (path: string) => boolean;
  /** Whether to replace files that aren't ours. */
  readonly isForced: boolean;
  /** Whether this run still holds the lock. */
  readonly isLocked: () => boolean;
  /** Called when the new tree is in place, before the old one is removed. */
  readonly onReplaced?: () => void;
}

/**
 * Prepares what depends on the old and the new tree of a folder. Called before the folder is
 * replaced, or by `recover` after it was. What it returns is called while both trees exist, so that
 * a run that is killed before can be finished. It may be called again then.
 *
 * @param old where the old tree is: the folder itself, or its backup.
 */
export type OnReplace = (
  old: string,
  folder: string,
  isKept: (path: string) => boolean,
) => Promise<() => void>;

/**
 * Replaces a folder with a new tree. Builds the tree next to the folder, swaps the two with two
 * renames, and moves the user's files over, including those saved during the swap. If a step fails,
 * the earlier steps are undone. Deletes only our own files.
 *
 * @throws {OutputError} if a user's file is in the way, or another run has taken over.
 */
export function replace(
  folder: OutputFolder,
  files: readonly RenderedFile[],
  replacing: Replacing,
): void {
  const { path, mode } = folder;
  const planned = new Set(files.map((file) => file.path));
  // Rejects conflicts before anything is built.
  if (mode !== null) {
    userEntries(path, { planned, earlier: writtenEarlier(path, replacing.isKept) });
  }
  const fresh = newFolder(path);
  const built = { planned, earlier: nothingEarlier };
  try {
    build(fresh, folder, files);
    swap(folder, fresh, files, replacing);
  } catch (thrown) {
    // The swap was undone: move back what was saved into the new tree meanwhile.
    if (mode !== null) moveUserEntries(fresh, path, built);
    throw thrown;
  } finally {
    removeOwn(fresh, built);
  }
}

function build(fresh: string, { mode }: OutputFolder, files: readonly RenderedFile[]): void {
  if (mode !== null) chmodSync(fresh, mode);
  const folders = new Set(files.map(({ path }) => dirname(join(fresh, path))));
  // Synchronous, because that is faster than the thread pool for small files.
  for (const path of folders) mkdirSync(path, { recursive: true });
  for (const { path, text } of files) writeFileSync(join(fresh, path), text, { flag: "wx" });
}

/** If the run is killed in this function, `recover` finishes the swap. */
function swap(
  { path, mode }: OutputFolder,
  fresh: string,
  files: readonly RenderedFile[],
  { isForced, isKept, isLocked, onReplaced = () => {} }: Replacing,
): void {
  const done: [from: string, to: string][] = [];
  const move = (from: string, to: string) => {
    renameSync(from, to);
    done.push([from, to]);
  };
  if (!isLocked()) throw new OutputError(`${path} is being written by another run: try again`);
  if (mode === null) {
    renameSync(fresh, path);
    return;
  }
  const backup = backupFolder(path);
  try {
    move(path, backup);
    move(fresh, path);
    const planned = new Set(files.map((file) => file.path));
    const own = { planned, earlier: writtenEarlier(backup, isKept) };
    if (!isForced) refuseUserFiles(path, changedFiles(backup, files).changed, own.earlier);
    moveUserEntries(backup, path, own, move);
    onReplaced();
    removeOld(backup, path, own);
  } catch (thrown) {
    for (const [from, to] of done.reverse()) renameSync(to, from);
    throw thrown;
  }
}

/**
 * Also moves files that are saved into the old folder until it is gone, in a few rounds at most.
 */
function removeOld(backup: string, path: string, own: OwnFiles): void {
  const rounds = 10;
  try {
    for (let round = 0; round < rounds && !removeOwn(backup, own); round += 1) {
      moveUserEntries(backup, path, own);
    }
  } catch {
    // The new tree is in place: the next run cleans up the rest of the old one.
  }
}

/**
 * Rejects files that sdkwright didn't write, or that were edited since: they may be the only copy
 * of somebody's work.
 *
 * @throws {OutputError} if one of the files isn't ours.
 */
export function refuseUserFiles(
  folder: string,
  files: readonly string[],
  { isOurs, isListed }: EarlierFiles,
): void {
  const theirs = files.find((file) => !isOurs(file));
  if (theirs === undefined) return;
  const why = isListed(theirs)
    ? "which was edited since sdkwright wrote it: list it in .sdkwrightignore to keep it"
    : "which sdkwright didn't write: move it away, choose another folder";
  throw new OutputError(`${folder} contains ${theirs}, ${why}, or overwrite it with --force`);
}
