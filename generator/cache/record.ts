import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";
import { fileURLToPath } from "node:url";
import { digestOf } from "../digest.js";
import { isOnlyWritableBy, isPrivateFolder } from "../private-folder.js";
import type { Report } from "../report.js";

/** A run that came to its end: what it rested on, and what it said. */
export interface RunRecord {
  /** What tells it from the runs of other commands. */
  readonly key: string;
  readonly files: readonly (readonly [path: string, digest: string | null])[];
  readonly links: readonly (readonly [path: string, target: string])[];
  /** The output folder; absolute. */
  readonly folder: string;
  readonly report: Report;
  /** Whether it was printed as JSON. */
  readonly json: boolean;
}

/** The environment variables of a run. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The folder of this program. */
export const programFolder = fileURLToPath(new URL("../../", import.meta.url));

/**
 * Runs with the same key do the same where they find the same. A check has that of the run that it
 * checks: as the last argument, `--check` can be nothing but the flag.
 */
export function keyOf(given: readonly string[]): string {
  const isCheck = given.at(-1) === "--check" && !given.includes("--");
  const rest = isCheck ? given.slice(0, -1) : given;
  return digestOf(JSON.stringify([programFolder, process.version, process.cwd(), rest]));
}

/**
 * Where records are kept: with what is the user's own. In the folder of a project they would be
 * written by whoever writes the project, and `--check` would believe them.
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

/** With a digest before it, by which what was written in part, or damaged, is known. */
export function recordText(record: RunRecord): string {
  const text = JSON.stringify(record);
  return `${digestOf(text)}\n${text}`;
}

/** The record of a key, or `null` where there is none, it is damaged, or others may have written it. */
export function recordOf(key: string, env: Environment): RunRecord | null {
  const folder = recordsFolder(env);
  if (folder === null || !isPrivateFolder(folder)) return null;
  const text = ownText(recordPath(folder, key));
  const [digest, body = ""] = text?.split("\n", 2) ?? [];
  if (digest !== digestOf(body)) return null;
  // The digest says that it is as it was spelled; one from another version fails by its files.
  const record = JSON.parse(body) as RunRecord;
  return record.key === key ? record : null;
}

/** What a file of this user holds, which nobody else may write, and which no link leads to. */
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
