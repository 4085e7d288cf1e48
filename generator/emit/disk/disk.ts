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
 * What `apply` would change; writes nothing.
 *
 * @throws {OutputError} if `apply` would refuse the folder or a path.
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

/** How a folder is written. */
export interface Writing {
  /** Whether a file that no run wrote, or that was changed since, may be replaced. */
  readonly isForced?: boolean;
  readonly provenance?: Provenance | null;
  /** Is told in a line what of an earlier run was found and put in order. */
  readonly note?: (line: string) => unknown;
}

/**
 * Makes a folder hold the files, each as UTF-8 and as given, and returns what that changed: all of
 * it or, on failure, nothing. Where nothing differs nothing is written. Files in the folder that no
 * run wrote, or that were changed since, stay, and so does what its `.sdkwrightignore` keeps. Runs on
 * one folder take turns.
 *
 * @throws {OutputError} if the folder can't be written, a path is unfit, or a file of the user's is
 *   where one is to be.
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

/** The files but those that a person keeps, with the manifest of them. */
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

/** What a folder is to hold is what later runs have to find there. */
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
