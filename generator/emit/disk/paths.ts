import { lstatSync, type Stats } from "node:fs";
import { join } from "node:path";
import type { RenderedFile } from "../../plan/file.js";
import { isMissing } from "./is-missing.js";
import { OutputError } from "./output-error.js";

/**
 * Refuses paths that would leave the output folder, and files of which one would take the other's
 * place, if only on a disk that takes `A.ts` and `a.ts` for the same.
 */
export function refuseUnfitPaths(files: readonly RenderedFile[]): void {
  const paths = new Map<string, string>();
  for (const { path } of files) {
    if (!isInside(path))
      throw new OutputError(`${shown(path)} is no path within the output folder`);
    const same = paths.get(folded(path));
    if (same !== undefined) throw new OutputError(`${shown(same)} and ${shown(path)} are one file`);
    paths.set(folded(path), path);
  }
  for (const path of paths.values()) {
    const file = foldersOf(folded(path)).find((folder) => paths.has(folder));
    if (file === undefined) continue;
    throw new OutputError(`${shown(path)} needs a folder where ${shown(paths.get(file) ?? "")} is`);
  }
}

/** Whether a path is relative, `/`-separated, and leads into the folder it starts from. */
export function isInside(path: string): boolean {
  if (/[\\\0]/.test(path) || /^[a-z]:/i.test(path)) return false;
  return path.split("/").every((name) => name !== "" && name !== "." && name !== "..");
}

/** The folders above a path, the outermost first. */
export function foldersOf(path: string): string[] {
  const names = path.split("/");
  return names.slice(1).map((_, index) => names.slice(0, index + 1).join("/"));
}

/** What is at a path, and not what a symbolic link there leads to; `null` if nothing is. */
export function entryAt(path: string): Stats | null {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) ?? null;
  } catch (thrown) {
    if (isMissing(thrown)) return null;
    throw thrown;
  }
}

/** Whether a folder above a path is a symbolic link, which may lead out of the output folder. */
export function leadsThroughLink(folder: string, path: string): boolean {
  return foldersOf(path).some((parent) => entryAt(join(folder, parent))?.isSymbolicLink());
}

function folded(path: string): string {
  return path.normalize("NFC").toLowerCase();
}

function shown(path: string): string {
  return JSON.stringify(path);
}
