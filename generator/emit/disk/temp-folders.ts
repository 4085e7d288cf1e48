import { randomUUID } from "node:crypto";
import { lstatSync, mkdirSync, readdirSync, renameSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { digestOf } from "../../digest.js";

// Folders beside the output folder, on the same disk, that exist only while it is replaced. Each is
// named after its inode and the time when it was made, which no clone or archive can choose: so a
// folder that somebody else put there isn't taken for one of ours.

/** Makes an empty folder for the new tree. */
export function newFolder(folder: string): string {
  const unnamed = join(dirname(folder), `${prefixOf(folder)}${randomUUID().slice(0, 8)}.new`);
  mkdirSync(unnamed, { recursive: true });
  const named = join(dirname(folder), `${prefixOf(folder)}${markOf(unnamed)}.new`);
  renameSync(unnamed, named);
  return named;
}

/** Where a folder waits until the new one is complete. */
export function backupFolder(folder: string): string {
  return join(dirname(folder), `${prefixOf(folder)}${markOf(folder)}.old`);
}

/** What runs that were killed left beside a folder. */
export interface Leftovers {
  /** New trees that are incomplete, or in no use. */
  readonly fresh: readonly string[];
  /** Old trees; the newest first. */
  readonly backups: readonly string[];
  /** What is called like one of these and isn't. */
  readonly unknown: readonly string[];
}

/** While a run is at work on the folder, its own are among them. */
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
    // A run that is just over took its own away.
    return false;
  }
}

function prefixOf(folder: string): string {
  return `.${basename(folder)}.sdkwright-`;
}

function markOf(folder: string): string {
  const { ino, birthtimeNs } = lstatSync(folder, { bigint: true });
  // A disk that doesn't tell when a folder was made proves nothing: its leftovers stay unknown.
  if (birthtimeNs === 0n) return randomUUID();
  return digestOf(`${ino} ${birthtimeNs}`).slice(0, 22);
}
