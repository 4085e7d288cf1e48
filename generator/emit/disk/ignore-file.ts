import { join } from "node:path";
import { noteContents, noteRead } from "../../file-reads.js";
import { readRegularFile } from "../../regular-file.js";
import { isMissing } from "./is-missing.js";
import { OutputError } from "./output-error.js";

/**
 * Lists the user's files in an output folder with the patterns of .gitignore. No run writes or
 * removes them.
 */
const keepFile = ".sdkwrightignore";

/**
 * Returns a predicate for paths (relative to the folder, with `/`) that `.sdkwrightignore`
 * protects.
 *
 * @throws {OutputError} if the list isn't a file, or a pattern in it would take too long.
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

/** Patterns become regular expressions, whose time is exponential in adjacent wildcards. */
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
