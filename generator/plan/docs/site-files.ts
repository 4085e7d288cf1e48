import type { PlannedFile } from "../file.js";

const settings = [
  "config.ts",
  "html.ts",
  "manifest.ts",
  "markdown.ts",
  "places.ts",
  "search.ts",
  "sidebar.ts",
  "theme/index.ts",
  "theme/style.css",
];

/**
 * The files that make a site of the pages: VitePress's settings, and the workflow that publishes
 * them.
 */
export const siteFiles: readonly PlannedFile[] = [
  ...settings.map(
    (file): PlannedFile => ({
      path: `docs/.vitepress/${file}`,
      from: "copy",
      source: `site/${file}`,
    }),
  ),
  { path: ".github/workflows/docs.yml", from: "copy", source: "site/workflow.yml" },
];
