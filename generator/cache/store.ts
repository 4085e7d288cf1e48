import { randomUUID } from "node:crypto";
import { readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { performance } from "node:perf_hooks";
import { digestAt } from "../digest.js";
import { isPrivateFolder, makePrivateFolder } from "../private-folder.js";
import type { Facts } from "./facts.js";
import { ownFiles } from "./own-files.js";
import {
  type Environment,
  keyOf,
  type RunRecord,
  recordPath,
  recordsFolder,
  recordText,
} from "./record.js";

/** The maximum number of records; the oldest are deleted. */
const mostRecords = 100;

/** Stores the outcome of a run for {@link loadRun}. A failure to store it is ignored. */
export function storeRun(
  given: readonly string[],
  { files, links }: Facts,
  { report, json }: Pick<RunRecord, "report" | "json">,
  env: Environment,
): void {
  try {
    const own = ownFiles();
    if (report.output === null || own.some(isNewerThanThisRun)) return;
    const record = {
      key: keyOf(given),
      files: [...files, ...own.map((path) => [path, digestAt(path)] as const)],
      links: [...links],
      folder: resolve(report.output),
      report,
      json,
    };
    keep(record, env);
  } catch {
    // Without a cache, the next run repeats the work.
  }
}

/** A file that was rebuilt meanwhile may differ from the one that ran. */
function isNewerThanThisRun(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return found !== undefined && found.ctimeMs >= performance.timeOrigin;
}

/** Renames a finished file into place, so that no process reads a partial one. */
function keep(record: RunRecord, env: Environment): void {
  const folder = recordsFolder(env);
  if (folder === null) return;
  makePrivateFolder(folder);
  if (!isPrivateFolder(folder)) return;
  const path = recordPath(folder, record.key);
  const fresh = `${path}.${randomUUID()}`;
  try {
    writeFileSync(fresh, recordText(record), { flag: "wx", mode: 0o600 });
    renameSync(fresh, path);
  } finally {
    rmSync(fresh, { force: true });
  }
  dropOldest(folder);
}

function dropOldest(folder: string): void {
  const names = readdirSync(folder).filter((name) => /^[\w-]{43}\.json/.test(name));
  const paths = names.map((name) => resolve(folder, name));
  if (paths.length <= mostRecords) return;
  const aged = paths.map((path) => {
    return { path, time: statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0 };
  });
  const oldest = aged.sort((a, b) => a.time - b.time).slice(0, paths.length - mostRecords);
  for (const { path } of oldest) rmSync(path, { force: true });
}
