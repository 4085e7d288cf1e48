import { join } from "node:path";
import { noteContents } from "../../file-reads.js";
import type { RenderedFile } from "../../plan/file.js";
import { compare } from "./compare.js";
import { type Difference, isSame } from "./difference.js";
import { outputFolder } from "./folder.js";
import { keptFiles } from "./ignore-file.js";
import { locked } from "./lock.js";
import { withManifest, writtenEarlier } from "./manifest.js";
import { asOutputError, OutputError } from "./output-error.js";
import { refuseUnfitPaths } from "./paths.js";
import type { Provenance } from "./provenance.js";
import { recover } from "./recover.js";
import { replace } from "./replace.js";
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
    const own = await ownFiles(path, files, provenance);
    tellFiles(path, own);
    return compare(path, own);
  });
}

/** How a folder is written. */
export interface Writing {
  /** Whether a file that no run wrote may be replaced. */
  readonly isForced?: boolean;
  readonly provenance?: Provenance | null;
}

/**
 * Makes a folder hold the files, each as UTF-8 and as given, and returns what that changed: all of
 * it or, on failure, nothing. Where nothing differs nothing is written. Files in the folder that no
 * run wrote stay, and so does what its `.sdkwrightignore` keeps. Runs on one folder take turns.
 *
 * @throws {OutputError} if the folder can't be written, a path is unfit, or a file that no run wrote
 *   stands where one is to be.
 */
export async function apply(
  folder: string,
  files: readonly RenderedFile[],
  { isForced = false, provenance = null }: Writing = {},
): Promise<Difference> {
  return explained(folder, async () => {
    const { path } = await outputFolder(folder);
    const { fresh, backups } = await leftoversBeside(path);
    const isUnfinished = fresh.length + backups.length > 0;
    const own = await ownFiles(path, files, provenance);
    tellFiles(path, own);
    const difference = await compare(path, own);
    if (!isUnfinished && isSame(difference)) return difference;
    return locked(path, () => write(folder, path, files, { isForced, provenance }));
  });
}

async function write(
  folder: string,
  path: string,
  files: readonly RenderedFile[],
  { isForced, provenance }: Required<Writing>,
): Promise<Difference> {
  await recover(path);
  const own = await ownFiles(path, files, provenance);
  const difference = await compare(path, own);
  if (!isForced) await refuseForeign(folder, path, difference);
  if (!isSame(difference)) await replace(await outputFolder(path), own);
  return difference;
}

/** The files but those that a person keeps, with the manifest of them. */
async function ownFiles(
  path: string,
  files: readonly RenderedFile[],
  provenance: Provenance | null,
): Promise<RenderedFile[]> {
  refuseUnfitPaths(withManifest(files, provenance));
  const isKept = await keptFiles(path);
  return withManifest(
    files.filter((file) => !isKept(file.path)),
    provenance,
  );
}

/** A file that no run wrote may be all that there is of somebody's work. */
async function refuseForeign(folder: string, path: string, { changed }: Difference): Promise<void> {
  const earlier = await writtenEarlier(path);
  const foreign = changed.find((file) => !earlier.has(file));
  if (foreign !== undefined) {
    const mend = "move it away, choose another folder, or replace it with --force";
    throw new OutputError(`${folder} holds ${foreign}, which no earlier run wrote: ${mend}`);
  }
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
