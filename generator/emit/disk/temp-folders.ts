import { randomUUID } from "node:crypto";
import { lstat, readdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** Folders beside the output folder, on the same disk, that exist only while it is replaced. */
export interface TempFolders {
  /** Where the new tree is built. It holds nothing but our own files. */
  readonly fresh: string;
  /** Where the earlier tree waits until the new one is complete. */
  readonly backup: string;
}

/** Names that no other run uses. */
export function newTempFolders(folder: string): TempFolders {
  const run = `${prefixOf(folder)}${process.pid}-${randomUUID().slice(0, 8)}`;
  return {
    fresh: join(dirname(folder), `${run}.new`),
    backup: join(dirname(folder), `${run}.old`),
  };
}

/** What runs that were killed left beside a folder; the newest backup first. */
export interface Leftovers {
  readonly fresh: readonly string[];
  readonly backups: readonly string[];
}

export async function leftoversBeside(folder: string): Promise<Leftovers> {
  const prefix = prefixOf(folder);
  const names = await readdir(dirname(folder)).catch(() => []);
  const found: { path: string; time: number }[] = [];
  for (const name of names.filter((candidate) => candidate.startsWith(prefix))) {
    const pid = /^(\d+)-[0-9a-f]{8}\.(new|old)$/.exec(name.slice(prefix.length))?.[1];
    if (pid === undefined) continue;
    const path = join(dirname(folder), name);
    // A run that is just over takes its own away, and none leaves a link.
    const time = await lstat(path).then(
      (left) => (left.isDirectory() ? left.ctimeMs : null),
      () => null,
    );
    if (time !== null && isLeftBehind(Number(pid), time)) found.push({ path, time });
  }
  const paths = found.sort((a, b) => b.time - a.time).map(({ path }) => path);
  return {
    fresh: paths.filter((path) => path.endsWith(".new")),
    backups: paths.filter((path) => path.endsWith(".old")),
  };
}

function prefixOf(folder: string): string {
  return `.${basename(folder)}.sdkwright-`;
}

const hour = 3_600_000;

/** No run takes an hour, and numbers of processes are used again, in containers at once. */
function isLeftBehind(pid: number, time: number): boolean {
  if (pid === process.pid) return time < Date.now() - process.uptime() * 1000;
  return !isRunning(pid) || time < Date.now() - hour;
}

export function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (thrown) {
    return thrown instanceof Error && "code" in thrown && thrown.code === "EPERM";
  }
}
