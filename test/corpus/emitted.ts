import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { deadLinks } from "../../generator/emit/links.js";
import type { Emitted } from "./outcome.js";

/** What is in an output folder, or `null` where there is none. */
export function emittedIn(
  folder: string,
  documented: number,
  typeErrors: readonly string[],
): Emitted | null {
  if (!statSync(folder, { throwIfNoEntry: false })) return null;
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const pages = files.filter((path) => !path.startsWith("src")).map((path) => fileAt(folder, path));
  const dead = deadLinks(pages).map(({ path, link }) => `${link || "(empty)"} in ${path}`);
  return {
    operations: { exported: exportedIn(folder), documented },
    deadLinks: dead,
    failingPrograms: [],
    disagreements: [],
    typeErrors,
  };
}

function fileAt(folder: string, path: string) {
  const isFile = statSync(join(folder, path)).isFile();
  return {
    path,
    text: isFile && path.endsWith(".md") ? readFileSync(join(folder, path), "utf8") : "",
  };
}

/** Each operation is one exported function of one module, perhaps with overloads. */
function exportedIn(folder: string): number {
  const modules = join(folder, "src/operations");
  if (!statSync(modules, { throwIfNoEntry: false })) return 0;
  return readdirSync(modules)
    .map((name) => readFileSync(join(modules, name), "utf8"))
    .map((text) => [...text.matchAll(/^export (?:async )?function ([\p{ID_Continue}$]+)/gmu)])
    .map((functions) => new Set(functions.map(([, name]) => name)).size)
    .reduce((sum, count) => sum + count, 0);
}
