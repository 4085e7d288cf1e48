import { randomUUID } from "node:crypto";
import { renameSync, rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { readRegularFile } from "../../regular-file.js";
import { asOutputError, OutputError } from "./output-error.js";
import { entryAt } from "./paths.js";

/**
 * Rejects a file that no run wrote, as for output folders.
 *
 * @param isOurs tells from a file's content whether a run wrote it and it is unchanged.
 * @throws {OutputError} if something else is at the path.
 */
export function refuseUserFile(path: string, isOurs: (text: string) => boolean): void {
  const found = entryAt(resolve(path));
  if (found === null) return;
  if (!found.isFile()) {
    throw new OutputError(`${path} is no regular file: name one, or a path where nothing is`);
  }
  if (isOurs(String(readRegularFile(path)))) return;
  const remedy = "move it away, name another one, or replace it with --force";
  throw new OutputError(
    `${path} is a file that no earlier run wrote, or that was changed since: ${remedy}`,
  );
}

/**
 * Writes a file completely or not at all. Replaces a symbolic link instead of following it.
 *
 * @throws {OutputError} if it can't be written.
 */
export function writeSingleFile(path: string, text: string): void {
  const fresh = `${resolve(path)}.${randomUUID().slice(0, 8)}.new`;
  try {
    writeFileSync(fresh, text, { flag: "wx" });
    renameSync(fresh, path);
  } catch (thrown) {
    throw asOutputError(thrown, path);
  } finally {
    rmSync(fresh, { force: true });
  }
}
