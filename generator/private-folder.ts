import { lstatSync, mkdirSync } from "node:fs";

/** Creates a folder for this user alone, if there is none. */
export function makePrivateFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
}

/**
 * Whether what is in a folder was put there by this user: it is a folder and no link to one, is the
 * user's, and nobody else may write to it. Windows keeps the folders of users apart by itself.
 */
export function isPrivateFolder(folder: string): boolean {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (found === undefined || !found.isDirectory()) return false;
  return process.getuid === undefined || isOnlyWritableBy(process.getuid(), found);
}

export function isOnlyWritableBy(
  user: number,
  { uid, mode }: { readonly uid: number; readonly mode: number },
): boolean {
  return uid === user && (mode & 0o022) === 0;
}
