import type { PlannedFile, TemplateFile } from "../file.js";
import type { Output } from "../output.js";
import { type DocsContext, docsContext } from "./docs-context.js";
import { callErrorFiles, errorFiles, sdkErrorFile } from "./errors/error-file.js";
import { errorGroupFile } from "./errors/error-group-file.js";
import { errorsFile } from "./errors/errors-file.js";
import { guideFiles } from "./guides/guides.js";
import { indexFile, llmsFiles } from "./index-file.js";
import { manifestFile } from "./manifest-file.js";
import { modelFile, modelsOf } from "./model-file.js";
import { readmeFile } from "./readme-file.js";
import { resourceFiles } from "./resource-file.js";
import { webhookFiles } from "./webhooks/webhooks-file.js";

/** The reference: a page for each resource, model and error, an index, and the package's README. */
export const docs: Output = (blueprint) => {
  const context = docsContext(blueprint);
  const { api } = blueprint;
  const pages = [
    readmeFile(context),
    ...guideFiles(context),
    indexFile(context),
    ...api.resources.flatMap((resource) => resourceFiles(resource, context)),
    ...webhookFiles(context),
    ...modelsOf(api).map((model) => modelFile(model, context)),
    ...(api.operations.length === 0 ? [] : errorPages(context)),
  ];
  const files = [...pages, ...llmsFiles(pages, context), manifestFile(context), ...siteFiles];
  return { files, dependencies: {}, entries: {} };
};

/** The errors of calls. An API without operations has none. */
function errorPages(context: DocsContext): TemplateFile[] {
  return [
    errorsFile(context),
    ...errorFiles(context),
    ...context.pages.errorGroups.map((group) => errorGroupFile(group, context)),
    sdkErrorFile(context),
    ...callErrorFiles(context),
  ];
}

const settings = [
  "appearance.ts",
  "code-group.ts",
  "columns.ts",
  "config.ts",
  "fold.ts",
  "highlight.ts",
  "html.ts",
  "manifest.ts",
  "markdown.ts",
  "nested-rows.ts",
  "operation-titles.ts",
  "places.ts",
  "publish.ts",
  "renderer.ts",
  "search-sections.ts",
  "search.ts",
  "sidebar.ts",
  "tables.ts",
  "theme/breadcrumbs.ts",
  "theme/copy-markdown.ts",
  "theme/expand.ts",
  "theme/index.ts",
  "theme/links-above.ts",
  "theme/nearest-pages.ts",
  "theme/not-found.ts",
  "theme/page-sidebar.ts",
  "theme/reveal.ts",
  "theme/search-dialog.ts",
  "theme/sidebar-pages.ts",
  "theme/style.css",
  "theme/tabs.ts",
  "vue-from.ts",
];

/**
 * The files that turn the pages into a site: the settings of VitePress, and the workflow that
 * publishes it. `docs/package.json` installs VitePress, so that the package itself installs fast.
 */
export const siteFiles: readonly PlannedFile[] = [
  ...settings.map(
    (file): PlannedFile => ({
      path: `docs/.vitepress/${file}`,
      from: "copy",
      source: `site/${file}`,
    }),
  ),
  { path: "docs/package.json", from: "copy", source: "site/package.json" },
  { path: ".github/workflows/docs.yml", from: "copy", source: "site/workflow.yml" },
];
