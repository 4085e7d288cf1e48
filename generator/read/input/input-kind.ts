import { stat } from "node:fs/promises";

/** What a user may mean by an input: what is on the disk goes before what git knows. */
export async function inputKind(input: string): Promise<"folder" | "revision" | "document"> {
  const found = await stat(input).catch(() => null);
  if (found !== null) return found.isDirectory() ? "folder" : "document";
  return isRevision(input) ? "revision" : "document";
}

/** `REV:path`, as git writes it; a single letter before the colon is a disk, and `//` makes a URL. */
export function isRevision(input: string): boolean {
  return /^[^-:\s][^:\s]+:(?!\/\/)[^:]+$/.test(input);
}
