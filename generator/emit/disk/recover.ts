import { renameSync, rmdirSync, rmSync } from "node:fs";
import { basename } from "node:path";
import { entryAt } from "./folder.js";
import { writtenEarlier } from "./manifest.js";
import type { OnReplace } from "./replace.js";
import { leftoversBeside } from "./temp-folders.js";
import { keptFiles, moveUserEntries, removeOwn } from "./user-files.js";

/**
 * Finishes the work of a killed run: restores the old tree if the new one isn't in place, else
 * moves the user's files to the new one. Never deletes a user's file, and touches only folders that
 * a run created.
 *
 * @param note receives one line for each leftover.
 */
export async function recover(
  folder: string,
  note: (line: string) => unknown,
  onReplace: OnReplace = async () => () => {},
): Promise<void> {
  const { fresh, backups, unknown } = leftoversBeside(folder);
  for (const path of fresh) rmSync(path, { recursive: true, force: true });
  for (const backup of backups) {
    if (entryAt(folder) === null) {
      renameSync(backup, folder);
      note(`a run was killed while it replaced ${folder}: the earlier output was restored`);
    } else if (await emptyInto(backup, folder, onReplace)) {
      note(`a run was killed while it replaced ${folder}: your files were moved back`);
    } else {
      note(
        `a run was killed while it replaced ${folder}: its backup ${basename(backup)} contains files of yours that also exist in the folder; compare them, then remove the backup`,
      );
    }
  }
  for (const path of unknown) {
    // A run killed right after creating a folder leaves it empty and without its final name.
    if (isRemoved(path)) continue;
    note(
      `${basename(path)} next to ${folder} is named like a leftover of a killed run, but no run created it: check its content, then remove it`,
    );
  }
}

/** Moves the user's files, removes ours, and returns whether the backup is gone. */
async function emptyInto(backup: string, folder: string, onReplace: OnReplace): Promise<boolean> {
  // `.sdkwrightignore` may have been moved already.
  const kept = [await keptFiles(folder), await keptFiles(backup)];
  const isKept = (path: string) => kept.some((each) => each(path));
  const own = { planned: new Set<string>(), earlier: writtenEarlier(backup, isKept) };
  const onReplaced = await onReplace(backup, folder, isKept);
  moveUserEntries(backup, folder, own);
  onReplaced();
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
