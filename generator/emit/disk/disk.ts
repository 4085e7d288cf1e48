import { join } from "node:path";
import { noteContents } from "../../file-reads.js";
import type { RenderedFile } from "../../plan/file.js";
import { compare } from "./compare.js";
import { type Difference, isSame } from "./difference.js";
import { outputFolder } from "./folder.js";
import { keptFiles } from "./ignore-file.js";
import { locked } from "./lock.js";
import { withManifest, writtenEarlier } from "./manifest.js";
import { asOutputError } from "./output-error.js";
import { refuseUnfitPaths } from "./paths.js";
import type { Provenance } from "./provenance.js";
import { recover } from "./recover.js";
import { type Replacing, refuseUserFiles, replace } from "./replace.js";
import { leftoversBeside } from "./temp-folders.js";

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
  return explained(folder, async () => {
    const { path } = await outputFolder(folder);
    const { own, isKept } = await ownFiles(path, files, provenance);
    tellFiles(path, own);
    return compare(path, own, isKept);
  });
}

/** Options for writing a folder. */
export interface Writing {
  /** Whether to replace files that no run wrote, or that were changed since. */
  readonly isForced?: boolean;
  readonly provenance?: Provenance | null;
  /** Receives one line for each thing of an earlier run that was found and cleaned up. */
  readonly note?: (line: string) => unknown;
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
  { isForced = false, provenance = null, note = () => {} }: Writing = {},
): Promise<Difference> {
  return explained(folder, async () => {
    const { path } = await outputFolder(folder);
    const { fresh, backups } = leftoversBeside(path);
    const { own, isKept } = await ownFiles(path, files, provenance);
    tellFiles(path, own);
    const difference = compare(path, own, isKept);
    if (fresh.length + backups.length === 0 && isSame(difference)) return difference;
    return locked(path, async (isLocked) => {
      await recover(path, note);
      return write(folder, path, files, { isForced, provenance, isLocked });
    });
  });
}

async function write(
  folder: string,
  path: string,
  files: readonly RenderedFile[],
  { isForced, provenance, isLocked }: Required<Omit<Writing, "note">> & Pick<Replacing, "isLocked">,
): Promise<Difference> {
  const { own, isKept } = await ownFiles(path, files, provenance);
  const difference = compare(path, own, isKept);
  if (!isForced) refuseUserFiles(folder, difference.changed, writtenEarlier(path, isKept));
  if (!isSame(difference)) replace(await outputFolder(path), own, { isForced, isKept, isLocked });
  return difference;
}

/** The files without those that the user protects, and their manifest. */
async function ownFiles(
  path: string,
  files: readonly RenderedFile[],
  provenance: Provenance | null,
) {
  refuseUnfitPaths(withManifest(files, provenance));
  const isKept = await keptFiles(path);
  const written = files.filter((file) => !isKept(file.path));
  return { own: withManifest(written, provenance), isKept };
}

/** Records the output files as reads, because later runs check that they are unchanged. */
function tellFiles(folder: string, files: readonly RenderedFile[]): void {
  for (const { path, text } of files) noteContents(join(folder, path), text);
}

async function explained<Result>(folder: string, task: () => Promise<Result>): Promise<Result> {
  try {
    return await task();
  } catch (thrown) {
    throw asOutputError(thrown, folder);
  }
}
