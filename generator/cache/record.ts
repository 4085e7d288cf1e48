import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";
import { fileURLToPath } from "node:url";
import { digestOf } from "../digest.js";
import { isOnlyWritableBy, isPrivateFolder } from "../private-folder.js";
import type { Report } from "../report.js";

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

/** The root folder of this program. */
export const programFolder = fileURLToPath(new URL("../../", import.meta.url));

/**
 * Identifies a command: runs with the same key and the same inputs have the same outcome. A check
 * has the key of the run that it checks: as the last argument, `--check` can only be the flag.
 */
export function keyOf(given: readonly string[]): string {
  const isCheck = given.at(-1) === "--check" && !given.includes("--");
  const rest = isCheck ? given.slice(0, -1) : given;
  return digestOf(JSON.stringify([programFolder, process.version, process.cwd(), rest]));
}

/**
 * The folder for records, among the user's own files. Records in a project's folder could be forged
 * by anyone who writes to the project, and `--check` would trust them.
 */
export function recordsFolder(env: Environment): string | null {
  const { XDG_CACHE_HOME: chosen = "", LOCALAPPDATA: local = "" } = env;
  const usual = new Map<string, string>([
    ["darwin", join(homedir(), "Library/Caches")],
    ["win32", local],
  ]).get(process.platform);
  const folder = isAbsolute(chosen) ? chosen : (usual ?? join(homedir(), ".cache"));
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
  const text = ownText(recordPath(folder, key));
  const [digest, body = ""] = text?.split("\n", 2) ?? [];
  if (digest !== digestOf(body)) return null;
  // The digest proves that the text is intact; a record of another version fails on its files.
  const record = JSON.parse(body) as RunRecord;
  return record.key === key ? record : null;
}

/**
 * The text of a file that belongs to this user, that nobody else may write, and that isn't a link.
 */
function ownText(path: string): string | null {
  if (!lstatSync(path, { throwIfNoEntry: false })?.isFile()) return null;
  const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
  const file = openSync(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  try {
    const found = fstatSync(file);
    const isOwn = process.getuid === undefined || isOnlyWritableBy(process.getuid(), found);
    return isOwn && found.isFile() && found.nlink === 1 ? readFileSync(file, "utf8") : null;
  } finally {
    closeSync(file);
  }
}
