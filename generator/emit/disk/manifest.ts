import { createHash } from "node:crypto";
import { join } from "node:path";
import { digestOf, readRegularFile } from "../../files.js";
import { memoize } from "../../memoize.js";
import type { RenderedFile } from "../../plan/file.js";
import { isObject, type Json, type JsonObject } from "../../read/document/document.js";
import { isInside, leadsThroughLink } from "./folder.js";

const manifestPath = ".sdkwright.json";

/**
 * Adds the manifest to the files: the generator's version, the document's digest, and a digest of
 * each file, by which the next run recognizes unchanged files.
 */
export function withManifest(
  files: readonly RenderedFile[],
  provenance: Provenance | null,
): RenderedFile[] {
  const sortedFiles = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  const digests = Object.fromEntries(sortedFiles.map((file) => [file.path, recordedDigest(file)]));
  const text = `${JSON.stringify({ ...provenance, files: digests }, null, 2)}\n`;
  return [...files, { path: manifestPath, text }];
}

/** The digest that the manifest records of a file. */
export const recordedDigest = memoize(({ text }: RenderedFile) => contentDigest(text));

/** The files that an earlier run wrote into a folder. */
export interface EarlierFiles {
  /** All paths in the manifest that a run can have written. */
  readonly paths: readonly string[];
  /** Whether a file is listed and still has the content that the earlier run wrote. */
  readonly isOurs: (path: string) => boolean;
  /** Whether a file is listed, even if its content has changed. */
  readonly isListed: (path: string) => boolean;
}

export const nothingEarlier: EarlierFiles = {
  paths: [],
  isOurs: () => false,
  isListed: () => false,
};

/**
 * The files in a folder's manifest; none if it is missing or broken. The manifest isn't trusted,
 * because anyone may have written it: a file counts as ours only if its content matches the listed
 * digest and `.sdkwrightignore` doesn't protect it.
 *
 * @param isKept whether `.sdkwrightignore` protects a path.
 */
export function writtenEarlier(
  folder: string,
  isKept: (path: string) => boolean = () => false,
): EarlierFiles {
  const listed = listedIn(folder);
  if (listed === null) return nothingEarlier;
  const own = new Map(listed.filter(([path]) => canBeWritten(path) && !isKept(path)));
  const isOurs = (path: string) =>
    path === manifestPath || (own.has(path) && own.get(path) === digestIn(folder, path));
  const paths = [manifestPath, ...own.keys()];
  return { paths, isOurs, isListed: (path) => path === manifestPath || own.has(path) };
}

/**
 * Whether a run can have written a path: it must be in the folder, and a hidden name must be one
 * that packages have. Nothing in `.git` or `node_modules`, and no `.env`, is ever ours, nor is a
 * name that Windows takes for another one: `GIT~1`, `.git.` or `a.md::$DATA`.
 */
function canBeWritten(path: string): boolean {
  const isForeign =
    /(^|\/)(\.(?!(gitignore|github\/workflows\/(docs|release)\.yml)$|vitepress\/)|node_modules(\/|$))/i;
  const isAlias = /:|~\d|[. ](\/|$)/;
  return isInside(path) && !isForeign.test(path) && !isAlias.test(path);
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

/** The digest with `\r\n` read as `\n`, because git may convert line endings. */
function contentDigest(contents: string | Uint8Array): string {
  if (typeof contents === "string") return digestOf(contents.replaceAll("\r\n", "\n"));
  const bytes = Buffer.from(contents);
  if (!bytes.includes("\r\n")) return digestOf(bytes);
  return digestOf(Buffer.from(bytes.toString("latin1").replaceAll("\r\n", "\n"), "latin1"));
}

/**
 * What generated a package, and from which document. It has no time, so that equal input gives
 * equal bytes.
 */
export interface Provenance {
  /** The version of sdkwright. */
  readonly generator: string;
  /** The SHA-256 of the document in hexadecimal, independent of layout and key order. */
  readonly document: string;
}

/** @param document the source of the model; the output depends only on it and the settings. */
export function provenanceOf(document: JsonObject, generator: string): Provenance {
  const hash = createHash("sha256");
  for (const part of partsOf(document)) hash.update(part).update("\n");
  return { generator, document: hash.digest("hex") };
}

/** The document's JSON in pieces, because the whole may exceed the maximum string length. */
function* partsOf(document: JsonObject): Generator<string> {
  for (const [key, value] of sortedEntries(document)) {
    yield JSON.stringify(key);
    if (!isObject(value)) yield canonical(value);
    else for (const entry of sortedEntries(value)) yield canonical(entry);
  }
}

function canonical(value: Json): string {
  // Long lists are mostly numbers or strings, which need no sorting.
  if (Array.isArray(value) && !value.some((item) => typeof item === "object"))
    return JSON.stringify(value);
  return JSON.stringify(value, (_, inner: Json) =>
    isObject(inner) ? Object.fromEntries(sortedEntries(inner)) : inner,
  );
}

/** Sorts by code unit, so that the order is the same in every locale. */
function sortedEntries(object: JsonObject): [key: string, value: Json][] {
  return Object.entries(object).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}
