import { join } from "node:path";
import { noteContents, noteRead } from "../../file-reads.js";
import { readRegularFile } from "../../regular-file.js";
import { isMissing } from "./is-missing.js";
import { OutputError } from "./output-error.js";

/** Lists, as .gitignore does, what in an output folder is a person's: no run writes or removes it. */
const keepFile = ".sdkwrightignore";

/**
 * Tells whether a path below the folder, with `/`, is kept from every run.
 *
 * @throws {OutputError} if the list is no file, or a pattern in it would take too long.
 */
export async function keptFiles(folder: string): Promise<(path: string) => boolean> {
  const text = textOf(join(folder, keepFile));
  if (text === null) return () => false;
  const long = text.split("\n").find(hasManyWildcards);
  if (long !== undefined) {
    const remedy = "split it into several";
    throw new OutputError(`${keepFile} has a pattern with too many wildcards, ${long}: ${remedy}`);
  }
  const { default: ignore } = await import("ignore");
  const patterns = ignore().add(text);
  return (path) => patterns.ignores(path);
}

/** A pattern becomes a regular expression, whose time is exponential in its wildcards side by side. */
function hasManyWildcards(pattern: string): boolean {
  const names = pattern.split("/");
  const isLong = names.some((name) => name.split("*").length > 5);
  return isLong || pattern.split("**").length > 5;
}

function textOf(path: string): string | null {
  noteRead({ at: "reading", path });
  try {
    const bytes = readRegularFile(path);
    if (bytes === null) throw new OutputError(`${path} is no regular file: replace it with one`);
    noteContents(path, bytes);
    return bytes.toString();
  } catch (thrown) {
    if (!isMissing(thrown)) throw thrown;
    noteRead({ at: "file", path, digest: null });
    return null;
  }
}
