import { join } from "node:path";
import { lookInto, tell } from "../../file-reads.js";
import { isMissing } from "./is-missing.js";

/** Lists, as .gitignore does, what in an output folder is a person's: no run writes or removes it. */
const keepFile = ".sdkwrightignore";

/** Tells whether a path below the folder, with `/`, is kept from every run. */
export async function keptIn(folder: string): Promise<(path: string) => boolean> {
  const text = textOf(join(folder, keepFile));
  if (text === null) return () => false;
  const { default: ignore } = await import("ignore");
  const patterns = ignore().add(text);
  return (path) => patterns.ignores(path);
}

/** What can't be read might keep something: only a file that isn't there keeps nothing. */
function textOf(path: string): string | null {
  try {
    return lookInto(path).toString("utf8");
  } catch (thrown) {
    if (!isMissing(thrown)) throw thrown;
    tell({ at: "file", path, digest: null });
    return null;
  }
}
