import { chmodSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { RenderedFile } from "../../plan/file.js";
import { statesIn } from "./compare.js";
import type { OutputFolder } from "./folder.js";
import { type EarlierFiles, nothingEarlier, writtenEarlier } from "./manifest.js";
import { OutputError } from "./output-error.js";
import { backupFolder, newFolder } from "./temp-folders.js";
import { moveUserEntries, type OwnFiles, removeOwn, userEntries } from "./user-files.js";

/** How a folder is replaced. */
export interface Replacing {
  /** Whether `.sdkwrightignore` keeps a path. */
  readonly isKept: (path: string) => boolean;
  /** Whether a file that is not ours may be replaced. */
  readonly isForced: boolean;
  /** Whether no other run took the folder over. */
  readonly isLocked: () => boolean;
}

/**
 * Puts a new tree in the place of a folder: built beside it, swapped in by two renames, and given
 * what in the folder was not ours, what is saved during the swap included. If any step fails, the
 * steps before it are taken back. Nothing but our own files is ever deleted.
 *
 * @throws {OutputError} if something of the user's is in the way, or another run took over.
 */
export function replace(
  folder: OutputFolder,
  files: readonly RenderedFile[],
  replacing: Replacing,
): void {
  const { path, mode } = folder;
  const planned = new Set(files.map((file) => file.path));
  // Refuses what is in the way before anything is built.
  if (mode !== null) {
    userEntries(path, { planned, earlier: writtenEarlier(path, replacing.isKept) });
  }
  const fresh = newFolder(path);
  const built = { planned, earlier: nothingEarlier };
  try {
    build(fresh, folder, files);
    swap(folder, fresh, files, replacing);
  } catch (thrown) {
    // The swap was taken back: what somebody saved into the new tree meanwhile goes along.
    if (mode !== null) moveUserEntries(fresh, path, built);
    throw thrown;
  } finally {
    removeOwn(fresh, built);
  }
}

function build(fresh: string, { mode }: OutputFolder, files: readonly RenderedFile[]): void {
  if (mode !== null) chmodSync(fresh, mode);
  const folders = new Set(files.map(({ path }) => dirname(join(fresh, path))));
  // Synchronously: for small files that is faster than the thread pool.
  for (const path of folders) mkdirSync(path, { recursive: true });
  for (const { path, text } of files) writeFileSync(join(fresh, path), text, { flag: "wx" });
}

/** A run that is killed in here is mended by `recover`. */
function swap(
  { path, mode }: OutputFolder,
  fresh: string,
  files: readonly RenderedFile[],
  { isForced, isKept, isLocked }: Replacing,
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
    if (!isForced) refuseUserFiles(path, statesIn(backup, files).changed, own.earlier);
    moveUserEntries(backup, path, own, move);
    removeOld(backup, path, own);
  } catch (thrown) {
    for (const [from, to] of done.reverse()) renameSync(to, from);
    throw thrown;
  }
}

/** What is saved into the old folder until it is gone is moved too; a few turns see the last of it. */
function removeOld(backup: string, path: string, own: OwnFiles): void {
  const turns = 10;
  try {
    for (let turn = 0; turn < turns && !removeOwn(backup, own); turn += 1) {
      moveUserEntries(backup, path, own);
    }
  } catch {
    // The new tree is in place: the next run sees to what is left of the old one.
  }
}

/**
 * A file that no run wrote, or that was changed since, may be all that there is of somebody's work.
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
    ? "which was changed since an earlier run wrote it: keep it with .sdkwrightignore"
    : "which no earlier run wrote: move it away, choose another folder";
  throw new OutputError(`${folder} holds ${theirs}, ${why}, or replace it with --force`);
}
