import { lstat, mkdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { keptFiles } from "./ignore-file.js";
import { writtenEarlier } from "./manifest.js";
import { foldersOf } from "./paths.js";
import { leftoversBeside } from "./temp-folders.js";
import { foreignEntries } from "./user-files.js";

/**
 * Ends what a killed run began: the earlier tree is put back if the new one is not in its place
 * yet, else what was not ours is brought over to the new one. Nobody's files are thrown away.
 */
export async function recover(folder: string): Promise<void> {
  const { fresh, backups } = await leftoversBeside(folder);
  for (const path of fresh) await rm(path, { recursive: true, force: true });
  for (const backup of backups) {
    if (await exists(folder)) await emptyInto(backup, folder);
    else await rename(backup, folder);
  }
}

/** Moves what is not ours, and then removes the backup, unless something found its place taken. */
async function emptyInto(backup: string, folder: string): Promise<void> {
  // The list of what is kept may have been brought over already.
  const isKept = await keptFiles(folder);
  const earlier = [...(await writtenEarlier(backup))].filter((path) => !isKept(path));
  const ours = { planned: await writtenEarlier(folder), earlier: new Set(earlier) };
  let isEmpty = true;
  for (const path of await foreignEntries(backup, ours)) {
    const target = join(folder, path);
    if ((await exists(target)) || (await isLed(folder, path))) {
      isEmpty = false;
      continue;
    }
    await mkdir(dirname(target), { recursive: true });
    await rename(join(backup, path), target);
  }
  if (isEmpty) await rm(backup, { recursive: true, force: true });
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

/** Whether a path would lead through a symbolic link, and so out of the folder. */
async function isLed(folder: string, path: string): Promise<boolean> {
  for (const parent of foldersOf(path)) {
    const found = await lstat(join(folder, parent)).catch(() => null);
    if (found?.isSymbolicLink()) return true;
  }
  return false;
}
