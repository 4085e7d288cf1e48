import { existsSync } from "node:fs";
import { join } from "node:path";
import { readRegularFile } from "../../files.js";
import type { RenderedFile } from "../../plan/file.js";
import type { Difference } from "./folder.js";
import { writtenEarlier } from "./manifest.js";
import { isMissing } from "./output-error.js";

/**
 * Compares the files with those in the folder, byte by byte. Ignores the user's files.
 *
 * @param isKept whether `.sdkwrightignore` protects a path.
 */
export function compare(
  folder: string,
  files: readonly RenderedFile[],
  isKept: (path: string) => boolean = () => false,
): Difference {
  const { added, changed } = changedFiles(folder, files);
  const planned = new Set(files.map(({ path }) => path));
  const { paths, isOurs } = writtenEarlier(folder, isKept);
  const removed = paths.filter((path) => !planned.has(path) && isOurs(path)).sort();
  return { added, changed, removed };
}

/** The files that are missing in a folder, and those that differ. */
export function changedFiles(
  folder: string,
  files: readonly RenderedFile[],
): Pick<Difference, "added" | "changed"> {
  // Synchronous, because that is faster than the thread pool for small files.
  const isNew = !existsSync(folder);
  const states = files.map((file) => (isNew ? "added" : stateOf(folder, file)));
  const having = (state: State) =>
    files.flatMap(({ path }, index) => (states[index] === state ? [path] : [])).sort();
  return { added: having("added"), changed: having("changed") };
}

type State = "added" | "changed" | "same";

function stateOf(folder: string, { path, text }: RenderedFile): State {
  try {
    const found = readRegularFile(join(folder, path));
    return found?.equals(Buffer.from(text)) ? "same" : "changed";
  } catch (thrown) {
    return isMissing(thrown) ? "added" : "changed";
  }
}
