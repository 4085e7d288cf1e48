import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync } from "node:fs";

/** Larger than any file that this program writes, and than any ignore file. */
const mostBytes = 100_000_000;

/**
 * Reads a regular file; `null` for a symbolic link, a pipe, a device, a folder and a file over 100
 * MB. Never blocks.
 *
 * @throws {Error} with the system's `code`, such as `ENOENT` if the file doesn't exist.
 */
export function readRegularFile(path: string): Buffer | null {
  if (!lstatSync(path).isFile()) return null;
  // The file may have been replaced since it was checked. Windows has neither of these flags, nor
  // pipes in its folders.
  const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
  const file = openSync(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  try {
    const found = fstatSync(file);
    return found.isFile() && found.size <= mostBytes ? readFileSync(file) : null;
  } finally {
    closeSync(file);
  }
}
