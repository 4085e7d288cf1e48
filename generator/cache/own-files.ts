import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { programFolder } from "./record.js";

/**
 * The files of this program: its modules and the manifests of its dependencies, including the
 * places where Node.js would find another copy first.
 */
export function ownFiles(): string[] {
  const modules = readdirSync(join(programFolder, "dist"), { recursive: true, encoding: "utf8" });
  const manifest = join(programFolder, "package.json");
  return [
    manifest,
    ...modules
      .filter((file) => file.endsWith(".js"))
      .map((file) => join(programFolder, "dist", file)),
    ...packagesIn(manifest).flatMap(placesOf),
  ];
}

function packagesIn(manifest: string): string[] {
  const { dependencies }: { dependencies?: object } = JSON.parse(readFileSync(manifest, "utf8"));
  return Object.keys(dependencies ?? {});
}

/** Follows the lookup of Node.js: each parent folder, until the package is found. */
function placesOf(name: string): string[] {
  const places = foldersFrom(programFolder).map((folder) =>
    join(folder, "node_modules", name, "package.json"),
  );
  const found = places.findIndex((place) => existsSync(place));
  return found === -1 ? places : places.slice(0, found + 1);
}

function foldersFrom(folder: string): string[] {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...foldersFrom(above)];
}
