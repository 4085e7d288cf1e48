import { renameSync, rmdirSync, rmSync } from "node:fs";
import { basename } from "node:path";
import { keptFiles } from "./ignore-file.js";
import { writtenEarlier } from "./manifest.js";
import { entryAt } from "./paths.js";
import { leftoversBeside } from "./temp-folders.js";
import { moveUserEntries, removeOwn } from "./user-files.js";

/**
 * Ends what a killed run began: the earlier tree is put back if the new one is not in its place
 * yet, else what was not ours is brought over to the new one. Nobody's files are thrown away, and
 * only folders that a run made are touched.
 *
 * @param note is told in a line what was found and what became of it.
 */
export async function recover(folder: string, note: (line: string) => unknown): Promise<void> {
  const { fresh, backups, unknown } = leftoversBeside(folder);
  for (const path of fresh) rmSync(path, { recursive: true, force: true });
  for (const backup of backups) {
    if (entryAt(folder) === null) {
      renameSync(backup, folder);
      note(`a run was killed while it replaced ${folder}: the earlier output is back`);
    } else if (await emptyInto(backup, folder)) {
      note(`a run was killed while it replaced ${folder}: your files are back in it`);
    } else {
      note(
        `a run was killed while it replaced ${folder}: ${basename(backup)} beside it holds files of yours that are in it too; compare them, and remove it`,
      );
    }
  }
  for (const path of unknown) {
    // A run that was killed just after it made a folder left it empty, and without its name.
    if (isRemoved(path)) continue;
    note(
      `${basename(path)} beside ${folder} is called like what a killed run leaves, but no run made it: look into it, and remove it`,
    );
  }
}

/** Moves what is not ours, removes what is, and says whether the backup is gone then. */
async function emptyInto(backup: string, folder: string): Promise<boolean> {
  // The list of what is kept may have been brought over already.
  const kept = [await keptFiles(folder), await keptFiles(backup)];
  const earlier = writtenEarlier(backup, (path) => kept.some((isKept) => isKept(path)));
  const own = { planned: new Set<string>(), earlier };
  moveUserEntries(backup, folder, own);
  return removeOwn(backup, own);
}

function isRemoved(emptyFolder: string): boolean {
  try {
    rmdirSync(emptyFolder);
    return true;
  } catch {
    return false;
  }
}
