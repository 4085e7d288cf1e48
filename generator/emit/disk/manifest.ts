import { join } from "node:path";
import { digestOf } from "../../digest.js";
import type { RenderedFile } from "../../plan/file.js";
import { readRegularFile } from "../../regular-file.js";
import { isInside, leadsThroughLink } from "./paths.js";
import type { Provenance } from "./provenance.js";

const manifestPath = ".sdkwright.json";

/**
 * The files together with the manifest: the generator's version, the document's digest, and the
 * digest of each file, by which the next run knows what is still as this one wrote it.
 */
export function withManifest(
  files: readonly RenderedFile[],
  provenance: Provenance | null,
): RenderedFile[] {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  const digests = Object.fromEntries(sorted.map(({ path, text }) => [path, contentDigest(text)]));
  const text = `${JSON.stringify({ ...provenance, files: digests }, null, 2)}\n`;
  return [...files, { path: manifestPath, text }];
}

/** What an earlier run wrote into a folder. */
export interface EarlierFiles {
  /** All that the manifest lists and that a run can have written. */
  readonly paths: readonly string[];
  /** Whether a file is listed, and holds what the earlier run wrote. */
  readonly isOurs: (path: string) => boolean;
  /** Whether a file is listed, whatever it holds now. */
  readonly isListed: (path: string) => boolean;
}

export const nothingEarlier: EarlierFiles = {
  paths: [],
  isOurs: () => false,
  isListed: () => false,
};

/**
 * What the manifest of a folder lists; nothing where there is none or it is broken. A manifest is
 * not trusted: anyone may have written it, so it owns no file whose contents it can't tell, and none
 * that is kept.
 *
 * @param isKept whether `.sdkwrightignore` keeps a path.
 */
export function writtenEarlier(
  folder: string,
  isKept: (path: string) => boolean = () => false,
): EarlierFiles {
  const listed = listedIn(folder);
  if (listed === null) return nothingEarlier;
  const digests = new Map(listed.filter(([path]) => canBeWritten(path) && !isKept(path)));
  const isOurs = (path: string) =>
    path === manifestPath || (digests.has(path) && digests.get(path) === digestIn(folder, path));
  const paths = [manifestPath, ...digests.keys()];
  return { paths, isOurs, isListed: (path) => path === manifestPath || digests.has(path) };
}

/**
 * Whether a run can have written a path: one within the folder, and of hidden names those alone that
 * a package has. What is in `.git` or `node_modules`, or called `.env`, is never ours.
 */
function canBeWritten(path: string): boolean {
  const isForeign =
    /(^|\/)(\.(?!(gitignore|github\/workflows\/docs\.yml)$|vitepress\/)|node_modules(\/|$))/i;
  return isInside(path) && !isForeign.test(path);
}

function listedIn(folder: string): [path: string, digest: string][] | null {
  try {
    const manifest: unknown = JSON.parse(String(readRegularFile(join(folder, manifestPath))));
    if (typeof manifest !== "object" || manifest === null || !("files" in manifest)) return null;
    const { files } = manifest;
    if (typeof files !== "object" || files === null || Array.isArray(files)) return null;
    return Object.entries(files);
  } catch {
    return null;
  }
}

function digestIn(folder: string, path: string): string | null {
  try {
    const bytes = leadsThroughLink(folder, path) ? null : readRegularFile(join(folder, path));
    return bytes && contentDigest(bytes);
  } catch {
    return null;
  }
}

/** Of contents with `\n` for `\r\n`, which git writes where it is so configured. */
function contentDigest(contents: string | Uint8Array): string {
  const bytes = Buffer.from(contents);
  if (!bytes.includes("\r\n")) return digestOf(bytes);
  return digestOf(Buffer.from(bytes.toString("latin1").replaceAll("\r\n", "\n"), "latin1"));
}
