import { readdirSync, readFileSync } from "node:fs";

// The same step up from `generator/emit/` and from `dist/emit/`.
export const templates = new URL("../../templates/", import.meta.url);

/** The text of every template, by its path below `templates/` without `.hbs`. */
export function templateSources(): [name: string, source: string][] {
  return ["sdk", "docs", "package"].flatMap((folder) =>
    readdirSync(new URL(folder, templates))
      .filter((file) => file.endsWith(".hbs"))
      .sort()
      .map((file): [string, string] => [
        `${folder}/${file.slice(0, -".hbs".length)}`,
        readFileSync(new URL(`${folder}/${file}`, templates), "utf8"),
      ]),
  );
}
