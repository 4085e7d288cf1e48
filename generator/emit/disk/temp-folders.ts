import { randomUUID } from "node:crypto";
import { lstatSync, mkdirSync, readdirSync, renameSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { digestOf } from "../../files.js";

// Folders next to the output folder, on the same disk, that exist only while it is replaced. Their
// names contain their inode and creation time, which a clone or an archive can't choose, so that
// nobody else's folder is taken for one of ours.

/** Creates an empty folder for the new tree. */
export function newFolder(folder: string): string {
  const unnamed = join(dirname(folder), `${prefixOf(folder)}${randomUUID().slice(0, 8)}.new`);
  mkdirSync(unnamed, { recursive: true });
  const named = join(dirname(folder), `${prefixOf(folder)}${markOf(unnamed)}.new`);
  renameSync(unnamed, named);
  return named;
}

/** Where the old folder waits until the new one is complete. */
export function backupFolder(folder: string): string {
  return join(dirname(folder), `${prefixOf(folder)}${markOf(folder)}.old`);
}

/** What killed runs left next to a folder. */
export interface Leftovers {
  /** New trees that are incomplete or unused. */
  readonly fresh: readonly string[];
  /** Old trees, newest first. */
  readonly backups: readonly string[];
  /** Entries that have such a name but weren't created by a run. */
  readonly unknown: readonly string[];
}

/** Includes the folders of a run that is still at work. */
export function leftoversBeside(folder: string): Leftovers {
  const prefix = prefixOf(folder);
  const paths = namesIn(dirname(folder))
    .filter((name) => name.startsWith(prefix) && /\.(new|old)$/.test(name))
    .map((name) => join(dirname(folder), name));
  const ours = paths.filter(isMarked);
  const newest = ours.sort((a, b) => lstatSync(b).ctimeMs - lstatSync(a).ctimeMs);
  return {
    fresh: newest.filter((path) => path.endsWith(".new")),
    backups: newest.filter((path) => path.endsWith(".old")),
    unknown: paths.filter((path) => !ours.includes(path)),
  };
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isMarked(path: string): boolean {
  try {
    return lstatSync(path).isDirectory() && basename(path).includes(`-${markOf(path)}.`);
  } catch {
    // Another run removed its folder meanwhile.
    return false;
  }
}

function prefixOf(folder: string): string {
  return `.${basename(folder)}.sdkwright-`;
}

function markOf(folder: string): string {
  const { ino, birthtimeNs } = lstatSync(folder, { bigint: true });
  // Without creation times, a disk proves nothing: its leftovers stay unknown.
  if (birthtimeNs === 0n) return randomUUID();
  return digestOf(`${ino} ${birthtimeNs}`).slice(0, 22);
}
