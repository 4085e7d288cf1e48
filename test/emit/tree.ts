import { hash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The files of a folder, by path. */
export type Tree = Readonly<Record<string, string>>;

/** Writes files as if a person had, and returns the folder. */
export function plant(folder: string, tree: Tree): string {
  mkdirSync(folder, { recursive: true });
  for (const [path, text] of Object.entries(tree)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** Every file below a folder but the manifest, hidden ones too. */
export function treeAt(folder: string): Tree {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name !== ".sdkwright.json")
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries(
    paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, "utf8")]),
  );
}

/** The manifest of a run that wrote these files: the SHA-256 of each. */
export function manifestOf(files: Tree): Tree {
  const digests = Object.entries(files).map(([path, text]) => [
    path,
    hash("sha256", text, "base64url"),
  ]);
  return { ".sdkwright.json": JSON.stringify({ files: Object.fromEntries(digests) }) };
}
