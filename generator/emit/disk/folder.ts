import { lstatSync, type Stats } from "node:fs";
import { lstat } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import type { RenderedFile } from "../../plan/file.js";
import { fileKey } from "../../text.js";
import { isMissing, OutputError } from "./output-error.js";

/** An output folder that can be replaced: a folder, or nothing yet. */
export interface OutputFolder {
  /** The absolute path. */
  readonly path: string;
  /** Its permissions; `null` if it doesn't exist. */
  readonly mode: number | null;
}

/** Checks the output path and rejects anything that isn't a real folder. */
export async function outputFolder(folder: string): Promise<OutputFolder> {
  const path = resolve(folder);
  if (basename(path) === "") throw new OutputError(`${path} is a whole disk: name a folder in it`);
  const found = await lstat(path).catch(missing);
  if (found === null) return { path, mode: null };
  if (found.isSymbolicLink()) {
    throw new OutputError(`${path} is a symbolic link: name the folder that it leads to`);
  }
  if (!found.isDirectory()) {
    throw new OutputError(`${path} is a file: name a folder, or remove the file`);
  }
  return { path, mode: found.mode & 0o7777 };
}

function missing(thrown: unknown): null {
  if (thrown instanceof Error && "code" in thrown && thrown.code === "ENOENT") return null;
  throw thrown;
}

/**
 * Rejects paths outside of the output folder, and paths that collide, including on disks that treat
 * `A.ts` and `a.ts` as the same file.
 */
export function refuseUnfitPaths(files: readonly RenderedFile[]): void {
  const paths = new Map<string, string>();
  for (const { path } of files) {
    if (!isInside(path))
      throw new OutputError(`${shown(path)} isn't a path within the output folder`);
    const same = paths.get(fileKey(path));
    if (same !== undefined) throw new OutputError(`${shown(same)} and ${shown(path)} are one file`);
    paths.set(fileKey(path), path);
  }
  for (const path of paths.values()) {
    const file = foldersOf(fileKey(path)).find((folder) => paths.has(folder));
    if (file === undefined) continue;
    throw new OutputError(`${shown(path)} needs a folder where ${shown(paths.get(file) ?? "")} is`);
  }
}

/** Whether a path is relative, uses `/`, and stays inside its folder. */
export function isInside(path: string): boolean {
  if (/[\\\0]/.test(path) || /^[a-z]:/i.test(path)) return false;
  return path.split("/").every((name) => name !== "" && name !== "." && name !== "..");
}

/** The folders above a path, outermost first. */
export function foldersOf(path: string): string[] {
  const names = path.split("/");
  return names.slice(1).map((_, index) => names.slice(0, index + 1).join("/"));
}

/** The entry at a path without following symbolic links; `null` if there is none. */
export function entryAt(path: string): Stats | null {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) ?? null;
  } catch (thrown) {
    if (isMissing(thrown)) return null;
    throw thrown;
  }
}

/**
 * Whether a parent folder of a path is a symbolic link, which may lead out of the output folder.
 */
export function leadsThroughLink(folder: string, path: string): boolean {
  return foldersOf(path).some((parent) => entryAt(join(folder, parent))?.isSymbolicLink());
}

function shown(path: string): string {
  return JSON.stringify(path);
}

/** The difference between a folder and the new output: sorted paths with `/`. */
export interface Difference {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  /** Files that an earlier run wrote, that are unchanged since, and that are no longer emitted. */
  readonly removed: readonly string[];
}

export function isSame({ added, changed, removed }: Difference): boolean {
  return added.length + changed.length + removed.length === 0;
}
