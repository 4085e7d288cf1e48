import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { RenderedFile } from "../../plan/file.js";
import type { Difference } from "./difference.js";
import { isMissing } from "./is-missing.js";
import { writtenEarlier } from "./manifest.js";
import { withoutProvenance } from "./provenance.js";

/** Compares the files with those in the folder, byte by byte. Anyone else's files don't count. */
export async function compare(folder: string, files: readonly RenderedFile[]): Promise<Difference> {
  // One after the other: a small file is read sooner than a thread of the pool is asked to read it.
  const isNew = !existsSync(folder);
  const states = files.map((file) => (isNew ? "added" : stateOf(folder, file)));
  const having = (state: State) =>
    files.flatMap(({ path }, index) => (states[index] === state ? [path] : [])).sort();
  const planned = new Set(files.map(({ path }) => path));
  const earlier = await writtenEarlier(folder);
  const removed = [...earlier].filter((path) => !planned.has(path)).sort();
  const restamped = having("restamped");
  const changed = [...having("changed"), ...restamped].sort();
  return { added: having("added"), changed, restamped, removed };
}

type State = "added" | "changed" | "restamped" | "same";

function stateOf(folder: string, { path, text }: RenderedFile): State {
  try {
    const found = readFileSync(join(folder, path));
    if (found.equals(Buffer.from(text))) return "same";
    const isRestamped = withoutProvenance(found.toString()) === withoutProvenance(text);
    return isRestamped ? "restamped" : "changed";
  } catch (thrown) {
    return isMissing(thrown) ? "added" : "changed";
  }
}
