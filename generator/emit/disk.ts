import type { RenderedFile } from "../plan/file.js";
import { compare, type Difference, isSame } from "./compare.js";
import { outputFolder } from "./folder.js";
import { withManifest, writtenEarlier } from "./manifest.js";
import { asOutputError, OutputError } from "./output-error.js";
import { refuseUnfitPaths } from "./paths.js";
import { recover } from "./recover.js";
import { replace } from "./replace.js";

export { type Difference, isSame };

/**
 * What `apply` would change; writes nothing.
 *
 * @throws {OutputError} if `apply` would refuse the folder or a path.
 */
export async function compareWithDisk(
  folder: string,
  files: readonly RenderedFile[],
): Promise<Difference> {
  return explained(folder, async () => {
    const all = withManifest(files);
    refuseUnfitPaths(all);
    const { path } = await outputFolder(folder);
    return compare(path, all);
  });
}

/**
 * Makes a folder hold the files, each as UTF-8 and as given, and returns what that changed: all of
 * it or, on failure, nothing. Where nothing differs nothing is written. Files in the folder that no
 * run wrote stay.
 *
 * @throws {OutputError} if the folder can't be written, a path is unfit, or a file that no run wrote
 *   stands where one is to be.
 */
export async function apply(folder: string, files: readonly RenderedFile[]): Promise<Difference> {
  return explained(folder, async () => {
    const all = withManifest(files);
    refuseUnfitPaths(all);
    const { path } = await outputFolder(folder);
    await recover(path);
    const difference = await compare(path, all);
    await refuseForeign(folder, path, difference);
    if (!isSame(difference)) await replace(await outputFolder(path), all);
    return difference;
  });
}

/** A file that no run wrote may be all that there is of somebody's work. */
async function refuseForeign(folder: string, path: string, { changed }: Difference): Promise<void> {
  const earlier = await writtenEarlier(path);
  const foreign = changed.find((file) => !earlier.has(file));
  if (foreign !== undefined) {
    const mend = "move it away, or choose another folder";
    throw new OutputError(`${folder} holds ${foreign}, which no earlier run wrote: ${mend}`);
  }
}

async function explained<Result>(folder: string, task: () => Promise<Result>): Promise<Result> {
  try {
    return await task();
  } catch (thrown) {
    throw asOutputError(thrown, folder);
  }
}
