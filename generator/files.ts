import { hash } from "node:crypto";
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  type Stats,
  statSync,
} from "node:fs";

/** The SHA-256 digest, as base64url. */
export function digestOf(contents: string | Uint8Array): string {
  return hash("sha256", contents, "base64url");
}

/**
 * The SHA-256 digest of a regular file; `null` if it can't be read. Pipes are skipped, since
 * reading one blocks.
 */
export function digestAt(path: string): string | null {
  try {
    return statSync(path).isFile() ? digestOf(readFileSync(path)) : null;
  } catch {
    return null;
  }
}

/** Larger than any file that this program writes, and any ignore file. */
const mostBytes = 100_000_000;

/**
 * Reads a regular file; `null` for a symbolic link, a pipe, a device, a folder and a file over 100
 * MB. Never blocks.
 *
 * @param isAccepted asked about the opened file before it is read.
 * @throws {Error} with the system's `code`, such as `ENOENT` if the file doesn't exist.
 */
export function readRegularFile(
  path: string,
  isAccepted: (found: Stats) => boolean = () => true,
): Buffer | null {
  if (!lstatSync(path).isFile()) return null;
  // The file may have been replaced since it was checked. Windows has neither of these flags, nor
  // pipes in its folders.
  const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
  const file = openSync(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  try {
    const found = fstatSync(file);
    const isReadable = found.isFile() && found.size <= mostBytes && isAccepted(found);
    return isReadable ? readFileSync(file) : null;
  } finally {
    closeSync(file);
  }
}

/** Creates a folder that only this user can access, unless it exists. */
export function makePrivateFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
}

/**
 * Whether only this user can have written the files in a folder: it is a real folder, not a link, and
 * nobody else may write to it. Windows keeps the folders of users apart by itself.
 */
export function isPrivateFolder(folder: string): boolean {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return false;
  return isPrivate(found);
}

/** Whether a file or folder belongs to this user, and nobody else may write to it. */
export function isPrivate({ uid, mode }: Stats): boolean {
  return process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
}
