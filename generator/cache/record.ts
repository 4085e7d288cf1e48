import { existsSync, realpathSync } from "node:fs";
import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";
import { fileURLToPath } from "node:url";
import { outputFolder } from "../emit/disk/folder.js";
import { leftoversBeside } from "../emit/disk/temp-folders.js";
import { digestAt, digestOf, isPrivate, isPrivateFolder, readRegularFile } from "../files.js";
import { programFolder } from "../program-folder.js";
import type { Report } from "../report.js";

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
    if (record === null || !(await isUnchanged(record))) return null;
    const difference = { added: [], changed: [], removed: [] };
    return { report: { ...record.report, difference }, json: record.json };
  } catch {
    // A full run reports what is wrong.
    return null;
  }
}

async function isUnchanged({ files, links, folder }: RunRecord): Promise<boolean> {
  if (!files.every(([path, digest]) => digestAt(path) === digest)) return false;
  if (!links.every(([path, target]) => realpathSync(path) === target)) return false;
  // A full run would refuse the folder, or clean up after a run that was killed.
  const { mode } = await outputFolder(folder);
  const { fresh, backups } = leftoversBeside(folder);
  return mode !== null && fresh.length + backups.length === 0;
}

/** A completed run: its inputs and its report. */
export interface RunRecord {
  /** Identifies the command of the run. */
  readonly key: string;
  readonly files: readonly (readonly [path: string, digest: string | null])[];
  readonly links: readonly (readonly [path: string, target: string])[];
  /** The absolute path of the output folder. */
  readonly folder: string;
  readonly report: Report;
  /** Whether it was printed as JSON. */
  readonly json: boolean;
}

/** The environment variables of a run. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The path of this program's root folder. */
export const programPath = fileURLToPath(programFolder);

/**
 * Identifies a command: runs with the same key and the same inputs have the same outcome. A check
 * has the key of the run that it checks: as the last argument, `--check` can only be the flag.
 */
export function keyOf(given: readonly string[]): string {
  const isCheck = given.at(-1) === "--check" && !given.includes("--");
  const rest = isCheck ? given.slice(0, -1) : given;
  return digestOf(JSON.stringify([programPath, process.version, process.cwd(), rest]));
}

/**
 * The folder for records, among the user's own files. Records in a project's folder could be forged
 * by anyone who writes to the project, and `--check` would trust them.
 */
export function recordsFolder(env: Environment): string | null {
  const { XDG_CACHE_HOME: xdgFolder = "", LOCALAPPDATA: local = "" } = env;
  const platformFolder = new Map<string, string>([
    ["darwin", join(homedir(), "Library/Caches")],
    ["win32", local],
  ]).get(process.platform);
  const folder = isAbsolute(xdgFolder) ? xdgFolder : (platformFolder ?? join(homedir(), ".cache"));
  return isAbsolute(folder) ? join(folder, "sdkwright") : null;
}

export function recordPath(folder: string, key: string): string {
  return join(folder, `${key}.json`);
}

/** The text of a record, preceded by a digest that reveals partial writes and damage. */
export function recordText(record: RunRecord): string {
  const text = JSON.stringify(record);
  return `${digestOf(text)}\n${text}`;
}

/**
 * The record of a key; `null` if there is none, if it is damaged, or if others may have written it.
 */
export function recordOf(key: string, env: Environment): RunRecord | null {
  const folder = recordsFolder(env);
  if (folder === null || !isPrivateFolder(folder)) return null;
  const text = privateText(recordPath(folder, key));
  const [digest, body = ""] = text?.split("\n", 2) ?? [];
  if (digest !== digestOf(body)) return null;
  // The digest proves that the text is intact; a record of another version fails on its files.
  const record = JSON.parse(body) as RunRecord;
  return record.key === key ? record : null;
}

/** The text of a private file that has no other name; `null` if there is none. */
function privateText(path: string): string | null {
  if (!existsSync(path)) return null;
  const bytes = readRegularFile(path, (found) => isPrivate(found) && found.nlink === 1);
  return bytes?.toString() ?? null;
}
