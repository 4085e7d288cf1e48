import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { RenderedFile } from "../../plan/file.js";
import { keptFiles } from "./ignore-file.js";
import { isInside } from "./paths.js";
import type { Provenance } from "./provenance.js";

const path = ".sdkwright.json";

/**
 * The files together with the manifest, which lists them all, so that the next run knows its own, and
 * records the generator's version and the document's digest.
 */
export function withManifest(
  files: readonly RenderedFile[],
  provenance: Provenance | null,
): RenderedFile[] {
  const paths = [path, ...files.map((file) => file.path)].sort();
  return [
    ...files,
    { path, text: `${JSON.stringify({ ...provenance, files: paths }, null, 2)}\n` },
  ];
}

/**
 * What an earlier run wrote into the folder and is not kept from this one; nothing if there was none.
 * A manifest that was tampered with claims at most files within the folder, and one that is broken
 * claims none.
 */
export async function writtenEarlier(folder: string): Promise<ReadonlySet<string>> {
  const text = await readFile(join(folder, path), "utf8").catch(() => "");
  const isKept = await keptFiles(folder);
  const files = filesIn(text).filter(isInside);
  return new Set(files.filter((file) => file === path || !isKept(file)));
}

function filesIn(manifest: string): string[] {
  try {
    const parsed: unknown = JSON.parse(manifest);
    if (typeof parsed !== "object" || parsed === null || !("files" in parsed)) return [];
    const { files } = parsed;
    return Array.isArray(files) ? files.filter((file) => typeof file === "string") : [];
  } catch {
    return [];
  }
}
