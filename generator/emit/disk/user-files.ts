import { mkdirSync, readdirSync, renameSync, rmdirSync, unlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { noteContents, noteRead } from "../../file-reads.js";
import { readRegularFile } from "../../files.js";
import { entryAt, foldersOf, leadsThroughLink } from "./folder.js";
import type { EarlierFiles } from "./manifest.js";
import { isMissing, OutputError } from "./output-error.js";

/** Our files: those to write, and those that an earlier run wrote. */
export interface OwnFiles {
  readonly planned: ReadonlySet<string>;
  readonly earlier: EarlierFiles;
}

/**
 * The user's entries in a folder, as few paths as possible: `node_modules` rather than each file in
 * it.
 *
 * @throws {OutputError} if one of them is in the place of a planned file or folder.
 */
export function userEntries(folder: string, own: OwnFiles): string[] {
  const { planned, earlier } = own;
  const needed = new Set([...planned].flatMap(foldersOf));
  const mixed = new Set([...needed, ...earlier.paths.flatMap(foldersOf)]);
  const found: string[] = [];
  const pending = [""];
  for (let parent = pending.pop(); parent !== undefined; parent = pending.pop()) {
    for (const entry of readdirSync(join(folder, parent), { withFileTypes: true })) {
      const path = parent === "" ? entry.name : `${parent}/${entry.name}`;
      if (entry.isDirectory() && mixed.has(path)) pending.push(path);
      else if (entry.isDirectory() || !(planned.has(path) || earlier.isOurs(path)))
        found.push(path);
    }
  }
  const inTheWay = found.find(
    (path) =>
      planned.has(path) || needed.has(path) || foldersOf(path).some((at) => planned.has(at)),
  );
  if (inTheWay === undefined) return found.sort();
  const remedy = "no run wrote it; move it or remove it";
  throw new OutputError(`${join(folder, inTheWay)} is in the way: ${remedy}`);
}

/**
 * Moves the user's entries to another folder by renaming. Leaves an entry whose target exists, or
 * whose path there contains a symbolic link.
 *
 * @param move `renameSync`, or a function that also records what it renames.
 */
export function moveUserEntries(
  from: string,
  to: string,
  own: OwnFiles,
  move: (from: string, to: string) => void = renameSync,
): void {
  for (const path of userEntries(from, own)) moveEntry(path);

  function moveEntry(path: string): void {
    const target = join(to, path);
    const existing = entryAt(target);
    if (existing?.isDirectory() && entryAt(join(from, path))?.isDirectory()) {
      for (const name of readdirSync(join(from, path))) moveEntry(`${path}/${name}`);
    } else if (existing === null && !leadsThroughLink(to, path)) {
      mkdirSync(dirname(target), { recursive: true });
      move(join(from, path), target);
    }
  }
}

/**
 * Removes our files one by one, and the folders that are empty afterwards.
 *
 * @returns whether the folder is gone; if not, somebody saved something into it, or it can't be
 * removed.
 */
export function removeOwn(folder: string, { planned, earlier }: OwnFiles): boolean {
  if (entryAt(folder) === null) return true;
  const folders = [...new Set([...planned, ...earlier.paths].flatMap(foldersOf))].sort();
  const links = new Set(folders.filter((path) => entryAt(join(folder, path))?.isSymbolicLink()));
  const isInOurs = (path: string) => !foldersOf(path).some((parent) => links.has(parent));
  const others = earlier.paths.filter((path) => !planned.has(path) && earlier.isOurs(path));
  for (const path of [...planned, ...others].filter(isInOurs)) {
    attempt(() => unlinkSync(join(folder, path)));
  }
  for (const path of folders.filter(isInOurs).reverse()) {
    attempt(() => rmdirSync(join(folder, path)));
  }
  return attempt(() => rmdirSync(folder));
}

function attempt(removal: () => void): boolean {
  try {
    removal();
    return true;
  } catch {
    return false;
  }
}

/**
 * Lists the user's files in an output folder with the patterns of .gitignore. No run writes or
 * removes them.
 */
const ignoreFile = ".sdkwrightignore";

/**
 * Returns a predicate for paths (relative to the folder, with `/`) that `.sdkwrightignore`
 * protects.
 *
 * @throws {OutputError} if the list isn't a file, or a pattern in it would take too long.
 */
export async function keptFiles(folder: string): Promise<(path: string) => boolean> {
  const text = textOf(join(folder, ignoreFile));
  if (text === null) return () => false;
  const long = text.split("\n").find(hasManyWildcards);
  if (long !== undefined) {
    const remedy = "split it into several";
    throw new OutputError(
      `${ignoreFile} has a pattern with too many wildcards, ${long}: ${remedy}`,
    );
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
  noteRead({ kind: "start", path });
  try {
    const bytes = readRegularFile(path);
    if (bytes === null) throw new OutputError(`${path} isn't a regular file: replace it with one`);
    noteContents(path, bytes);
    return bytes.toString();
  } catch (thrown) {
    if (!isMissing(thrown)) throw thrown;
    noteRead({ kind: "content", path, digest: null });
    return null;
  }
}
