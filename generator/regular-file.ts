import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync } from "node:fs";

/** More than any file that this program writes, or that lists what to ignore. */
const mostBytes = 100_000_000;

/**
 * The bytes of a regular file; `null` for a symbolic link, a pipe, a device, a folder and more than
 * 100 MB. Reading blocks on none of them.
 *
 * @throws {Error} with the system's `code`, as `ENOENT` where nothing is there.
 */
export function readRegularFile(path: string): Buffer | null {
  if (!lstatSync(path).isFile()) return null;
  // It may have been replaced meanwhile. Windows has neither flag, nor pipes in its folders.
  const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
  const file = openSync(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  try {
    const found = fstatSync(file);
    return found.isFile() && found.size <= mostBytes ? readFileSync(file) : null;
  } finally {
    closeSync(file);
  }
}
