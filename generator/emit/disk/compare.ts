import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { RenderedFile } from "../../plan/file.js";
import type { Difference } from "./difference.js";
import { isMissing } from "./is-missing.js";
import { writtenEarlier } from "./manifest.js";

/** Compares the files with those in the folder, byte by byte. Files of other people don't count. */
export async function compare(folder: string, files: readonly RenderedFile[]): Promise<Difference> {
  // Synchronously: for small files that is faster than the thread pool.
  const isNew = !existsSync(folder);
  const states = files.map((file) => (isNew ? "added" : stateOf(folder, file)));
  const having = (state: State) =>
    files.flatMap(({ path }, index) => (states[index] === state ? [path] : [])).sort();
  const planned = new Set(files.map(({ path }) => path));
  const earlier = await writtenEarlier(folder);
  const removed = [...earlier].filter((path) => !planned.has(path)).sort();
  return { added: having("added"), changed: having("changed"), removed };
}

type State = "added" | "changed" | "same";

function stateOf(folder: string, { path, text }: RenderedFile): State {
  try {
    const found = readFileSync(join(folder, path));
    return found.equals(Buffer.from(text)) ? "same" : "changed";
  } catch (thrown) {
    return isMissing(thrown) ? "added" : "changed";
  }
}
