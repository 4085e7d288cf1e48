import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { noteFile } from "../file-reads.js";

// The same relative path from `generator/emit/` and `dist/emit/`.
const templates = new URL("../../templates/", import.meta.url);

/** The source of every template, by its path in `templates/` without `.hbs`. */
export function templateSources(): [name: string, source: string][] {
  return ["sdk", "docs", "package"].flatMap((folder) =>
    readdirSync(new URL(folder, templates))
      .filter((file) => file.endsWith(".hbs"))
      .sort()
      .map((file): [string, string] => [
        `${folder}/${file.slice(0, -".hbs".length)}`,
        templateText(`${folder}/${file}`),
      ]),
  );
}

/** The text of a file in `templates/`. */
export function templateText(path: string): string {
  return noteFile(fileURLToPath(new URL(path, templates))).toString("utf8");
}
