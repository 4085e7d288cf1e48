import { lstat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { OutputError } from "./output-error.js";

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
