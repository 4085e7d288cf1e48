import { lstat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { OutputError } from "./output-error.js";

/** An output folder that may be replaced: it is a folder, or nothing is there yet. */
export interface OutputFolder {
  /** Absolute. */
  readonly path: string;
  /** Its permissions; `null` if it doesn't exist. */
  readonly mode: number | null;
}

/** Looks at what is to be replaced, and refuses what only looks like a folder. */
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
