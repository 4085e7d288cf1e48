import { stat } from "node:fs/promises";

/** What an input means. Existing files take precedence over git revisions. */
export async function inputKind(input: string): Promise<"folder" | "revision" | "document"> {
  const found = await stat(input).catch(() => null);
  if (found !== null) return found.isDirectory() ? "folder" : "document";
  return isRevision(input) ? "revision" : "document";
}

/** `REV:path`, as in git. A single letter before the colon is a drive, and `//` marks a URL. */
export function isRevision(input: string): boolean {
  return /^[^-:\s][^:\s]+:(?!\/\/)[^:]+$/.test(input);
}
