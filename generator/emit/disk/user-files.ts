import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { OutputError } from "./output-error.js";
import { foldersOf } from "./paths.js";

/** Files that are ours: those that are to be in the folder, and those that an earlier run wrote. */
export interface OwnFiles {
  readonly planned: ReadonlySet<string>;
  readonly earlier: ReadonlySet<string>;
}

/**
 * What in a folder is not ours, as few paths as say it: `node_modules`, and not each file in it.
 * Refuses what stands where a planned file or folder has to be.
 */
export async function foreignEntries(folder: string, ours: OwnFiles): Promise<string[]> {
  const needed = new Set([...ours.planned].flatMap(foldersOf));
  const mixed = new Set([...needed, ...[...ours.earlier].flatMap(foldersOf)]);
  const found: string[] = [];
  const pending = [""];
  for (let parent = pending.pop(); parent !== undefined; parent = pending.pop()) {
    for (const entry of await readdir(join(folder, parent), { withFileTypes: true })) {
      const path = parent === "" ? entry.name : `${parent}/${entry.name}`;
      if (entry.isDirectory() && mixed.has(path)) pending.push(path);
      else if (entry.isDirectory() || !isOurs(path, ours)) found.push(path);
    }
  }
  const inTheWay = found.find((path) => ours.planned.has(path) || needed.has(path));
  if (inTheWay === undefined) return found.sort();
  const remedy = "it is not of this program's making; move it or remove it";
  throw new OutputError(`${join(folder, inTheWay)} is in the way: ${remedy}`);
}

function isOurs(path: string, { planned, earlier }: OwnFiles): boolean {
  return planned.has(path) || earlier.has(path);
}
