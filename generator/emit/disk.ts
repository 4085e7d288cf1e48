import type { RenderedFile } from "../plan/file.js";
import { compare, type Difference, isSame } from "./compare.js";
import { outputFolder } from "./folder.js";
import { withManifest } from "./manifest.js";
import { asOutputError } from "./output-error.js";
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
 * @throws {OutputError} if the folder can't be written or a path is unfit.
 */
export async function apply(folder: string, files: readonly RenderedFile[]): Promise<Difference> {
  return explained(folder, async () => {
    const all = withManifest(files);
    refuseUnfitPaths(all);
    const { path } = await outputFolder(folder);
    await recover(path);
    const difference = await compare(path, all);
    if (!isSame(difference)) await replace(await outputFolder(path), all);
    return difference;
  });
}

async function explained<Result>(folder: string, task: () => Promise<Result>): Promise<Result> {
  try {
    return await task();
  } catch (thrown) {
    throw asOutputError(thrown, folder);
  }
}
