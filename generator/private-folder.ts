import { lstatSync, mkdirSync } from "node:fs";

/** Creates a folder that only this user can access, unless it exists. */
export function makePrivateFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
}

/**
 * Whether only this user can have written what is in a folder: it is a real folder, not a link,
 * belongs to the user, and nobody else may write to it. Windows keeps the folders of users apart by
 * itself.
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
