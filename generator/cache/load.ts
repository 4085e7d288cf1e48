import { realpathSync } from "node:fs";
import { digestAt } from "../digest.js";
import { outputFolder } from "../emit/disk/folder.js";
import { leftoversBeside } from "../emit/disk/temp-folders.js";
import { type Environment, keyOf, type RunRecord, recordOf } from "./record.js";

/**
 * The report of an earlier run with the same arguments, if its inputs, its output and this program
 * are byte for byte unchanged; nothing has to be written then. Otherwise `null`.
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
    // A full run reports what is wrong.
    return null;
  }
}

async function isStill({ files, links, folder }: RunRecord): Promise<boolean> {
  if (!files.every(([path, digest]) => digestAt(path) === digest)) return false;
  if (!links.every(([path, target]) => realpathSync(path) === target)) return false;
  // A full run would refuse the folder, or clean up after a run that was killed.
  const { mode } = await outputFolder(folder);
  const { fresh, backups } = leftoversBeside(folder);
  return mode !== null && fresh.length + backups.length === 0;
}
