import { join } from "node:path";
import { noteFile, noteRead } from "../../file-reads.js";
import { isMissing } from "./is-missing.js";

/** Lists, as .gitignore does, what in an output folder is a person's: no run writes or removes it. */
const keepFile = ".sdkwrightignore";

/** Tells whether a path below the folder, with `/`, is kept from every run. */
export async function keptFiles(folder: string): Promise<(path: string) => boolean> {
  const text = textOf(join(folder, keepFile));
  if (text === null) return () => false;
  const { default: ignore } = await import("ignore");
  const patterns = ignore().add(text);
  return (path) => patterns.ignores(path);
}

/** What can't be read might keep something: only a file that isn't there keeps nothing. */
function textOf(path: string): string | null {
  try {
    return noteFile(path).toString("utf8");
  } catch (thrown) {
    if (!isMissing(thrown)) throw thrown;
    noteRead({ at: "file", path, digest: null });
    return null;
  }
}
