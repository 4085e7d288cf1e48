import { realpathSync } from "node:fs";
import { digestAt } from "../digest.js";
import { outputFolder } from "../emit/disk/folder.js";
import { leftoversBeside } from "../emit/disk/temp-folders.js";
import { type Environment, keyOf, type RunRecord, recordOf } from "./record.js";

/**
 * What a run with these arguments would come to, if all that an earlier one rested on, its output and
 * this program among it, holds the same bytes: then nothing is to be written. Else `null`.
 */
export async function loadRun(
  given: readonly string[],
  env: Environment,
): Promise<Pick<RunRecord, "report" | "json"> | null> {
  try {
    const record = recordOf(keyOf(given), env);
    if (record === null || !(await isStill(record))) return null;
    const difference = { added: [], changed: [], removed: [] };
    return { report: { ...record.report, difference }, json: record.json };
  } catch {
    // Whatever is the matter, a whole run will tell.
    return null;
  }
}

async function isStill({ files, links, folder }: RunRecord): Promise<boolean> {
  if (!files.every(([path, digest]) => digestAt(path) === digest)) return false;
  if (!links.every(([path, target]) => realpathSync(path) === target)) return false;
  // A whole run would refuse the folder, or put in order what a killed one left.
  const { mode } = await outputFolder(folder);
  const { fresh, backups } = leftoversBeside(folder);
  return mode !== null && fresh.length + backups.length === 0;
}
