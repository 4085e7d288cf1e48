import { randomUUID } from "node:crypto";
import { renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { noteRead } from "../../file-reads.js";
import { digestOf, readRegularFile } from "../../files.js";
import type { RenderedFile } from "../../plan/file.js";
import { compare } from "./compare.js";
import { type Difference, entryAt, isSame, outputFolder, refuseUnfitPaths } from "./folder.js";
import { withLock } from "./lock.js";
import { type Provenance, recordedDigest, withManifest, writtenEarlier } from "./manifest.js";
import { asOutputError, OutputError } from "./output-error.js";
import { recover } from "./recover.js";
import { type OnReplace, type Replacing, refuseUserFiles, replace } from "./replace.js";
import { leftoversBeside } from "./temp-folders.js";
import { keptFiles } from "./user-files.js";

/**
 * What `apply` would change. Writes nothing.
 *
 * @throws {OutputError} if `apply` would reject the folder or a path.
 */
export async function compareWithDisk(
  folder: string,
  files: readonly RenderedFile[],
  provenance: Provenance | null = null,
): Promise<Difference> {
  return withOutputErrors(folder, async () => {
    const { path } = await outputFolder(folder);
    const { own, isKept } = await ownFiles(path, files, provenance);
    noteFiles(path, own);
    return compare(path, own, isKept);
  });
}

/** Options for writing a folder. */
interface Writing {
  /** Whether to replace files that no run wrote, or that were changed since. */
  readonly isForced?: boolean;
  readonly provenance?: Provenance | null;
  /** Receives one line for each leftover of an earlier run that was cleaned up. */
  readonly note?: (line: string) => unknown;
  readonly onReplace?: OnReplace;
}

/**
 * Writes the files to a folder as UTF-8 and returns what changed. Writes all files or, on failure,
 * none; writes nothing if nothing differs. Keeps files that no run wrote, files that were changed
 * since, and paths that `.sdkwrightignore` matches. Runs on one folder take turns.
 *
 * @throws {OutputError} if the folder can't be written, a path is invalid, or a user's file is in
 * the place of an output file.
 */
export async function apply(
  folder: string,
  files: readonly RenderedFile[],
  {
    isForced = false,
    provenance = null,
    note = () => {},
    onReplace = async () => () => {},
  }: Writing = {},
): Promise<Difference> {
  return withOutputErrors(folder, async () => {
    const { path } = await outputFolder(folder);
    const { fresh, backups } = leftoversBeside(path);
    const { own, isKept } = await ownFiles(path, files, provenance);
    noteFiles(path, own);
    const difference = compare(path, own, isKept);
    if (fresh.length + backups.length === 0 && isSame(difference)) return difference;
    return withLock(path, async (isLocked) => {
      await recover(path, note, onReplace);
      return write(folder, path, files, { isForced, provenance, isLocked, onReplace });
    });
  });
}

async function write(
  folder: string,
  path: string,
  files: readonly RenderedFile[],
  {
    isForced,
    provenance,
    isLocked,
    onReplace,
  }: Required<Omit<Writing, "note">> & Pick<Replacing, "isLocked">,
): Promise<Difference> {
  const { own, isKept } = await ownFiles(path, files, provenance);
  const difference = compare(path, own, isKept);
  if (!isForced) refuseUserFiles(folder, difference.changed, writtenEarlier(path, isKept));
  if (isSame(difference)) return difference;
  const onReplaced = await onReplace(path, path, isKept);
  replace(await outputFolder(path), own, { isForced, isKept, isLocked, onReplaced });
  return difference;
}

/** The files without those that the user protects, and their manifest. */
async function ownFiles(
  path: string,
  files: readonly RenderedFile[],
  provenance: Provenance | null,
) {
  const all = withManifest(files, provenance);
  refuseUnfitPaths(all);
  const isKept = await keptFiles(path);
  const written = files.filter((file) => !isKept(file.path));
  const own = written.length === files.length ? all : withManifest(written, provenance);
  return { own, isKept };
}

/** Records the output files as reads, because later runs check that they are unchanged. */
function noteFiles(folder: string, files: readonly RenderedFile[]): void {
  for (const file of files) {
    const digest = file.text.includes("\r\n") ? digestOf(file.text) : recordedDigest(file);
    noteRead({ kind: "content", path: join(folder, file.path), digest });
  }
}

async function withOutputErrors<Result>(
  folder: string,
  task: () => Promise<Result>,
): Promise<Result> {
  try {
    return await task();
  } catch (thrown) {
    throw asOutputError(thrown, folder);
  }
}

/**
 * Rejects a file that no run wrote, as for output folders.
 *
 * @param isOurs whether a run wrote a file with this content, and it is unchanged.
 * @throws {OutputError} if something else is at the path.
 */
export function refuseUserFile(path: string, isOurs: (text: string) => boolean): void {
  const found = entryAt(resolve(path));
  if (found === null) return;
  if (!found.isFile()) {
    throw new OutputError(
      `${path} isn't a regular file: name a regular file, or a path that doesn't exist`,
    );
  }
  if (isOurs(String(readRegularFile(path)))) return;
  const remedy = "move it away, name another one, or replace it with --force";
  throw new OutputError(
    `${path} is a file that sdkwright didn't write, or that was edited since: ${remedy}`,
  );
}

/**
 * Writes a file completely or not at all. Replaces a symbolic link instead of following it.
 *
 * @throws {OutputError} if it can't be written.
 */
export function writeSingleFile(path: string, text: string): void {
  const fresh = `${resolve(path)}.${randomUUID().slice(0, 8)}.new`;
  try {
    writeFileSync(fresh, text, { flag: "wx" });
    renameSync(fresh, path);
  } catch (thrown) {
    throw asOutputError(thrown, path);
  } finally {
    rmSync(fresh, { force: true });
  }
}
