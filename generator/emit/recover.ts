import { lstat, mkdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { foreignEntries } from "./foreign.js";
import { writtenEarlier } from "./manifest.js";
import { leftoversBeside } from "./siblings.js";

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
  const ours = { planned: await writtenEarlier(folder), earlier: await writtenEarlier(backup) };
  let isEmpty = true;
  for (const path of await foreignEntries(backup, ours)) {
    const target = join(folder, path);
    if (await exists(target)) {
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
