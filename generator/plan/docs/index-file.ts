import type { Resource } from "../../model/api/api.js";
import type { PlannedFile, TemplateFile } from "../file.js";
import { type DocsContext, placedOperations } from "./docs-context.js";
import { errorEntries, errorGroupLinks } from "./errors/errors-file.js";
import { guideEntries } from "./guides/guides.js";
import { modelsOf } from "./model-file.js";
import { indexPage, linkFrom } from "./pages.js";
import type { ResourceEntryView } from "./part-views.js";
import { summaryGroups } from "./resource-file.js";
import type { LlmsView, SectionView } from "./views.js";
import { eventGroups } from "./webhooks/webhooks-file.js";

/** The index of an API with more operations lists only its resources. */
const mostOperations = 300;

/** The index shows only the number of models if there are more. */
const mostModels = 500;

/** Whether an API is too large for lists of all its operations. */
export function isLarge({ api }: DocsContext): boolean {
  return placedOperations(api).length > mostOperations;
}

/** The index of the reference: operations by resource, models, errors. */
export function indexFile(docs: DocsContext): TemplateFile {
  const { errors, errorGroups, ...view } = indexView(docs);
  const links = errors.map(({ label, href }) => ({ label, href }));
  return {
    path: indexPage,
    from: "template",
    template: "docs/index",
    view: { ...view, errors: links },
  };
}

/** The lists of the index, with a short description of each error. */
function indexView(docs: DocsContext): LlmsView {
  const { api, names, pages, identity } = docs;
  const models = modelsOf(api);
  const isListed = models.length <= mostModels;
  return {
    title: api.title,
    packageName: identity.packageName,
    guides: guideEntries(indexPage, docs),
    hasOperations: api.resources.length > 0,
    sections: sectionViews(indexPage, docs),
    events: api.webhooks ? eventGroups(api.webhooks, indexPage, docs) : [],
    models: (isListed ? models : []).map(({ name }) => ({
      label: names.model(name).type,
      href: linkFrom(indexPage, pages.schema(name)),
    })),
    modelCount: isListed ? null : models.length,
    errors: errorEntries(indexPage, docs),
    errorGroups: errorGroupLinks(indexPage, docs),
  };
}

/** The document's sections in order. Resources without a section come last. */
function sectionViews(page: string, docs: DocsContext): SectionView[] {
  const { resources } = docs.api;
  const titles = new Set(resources.flatMap(({ section }) => section ?? []));
  const rest = resources.filter(({ section }) => section === null);
  return [
    ...[...titles].map((title) => ({
      title,
      resources: resourceEntries(
        resources.filter(({ section }) => section === title),
        page,
        docs,
      ),
    })),
    {
      title: titles.size > 0 && rest.length > 0 ? "Other" : null,
      resources: resourceEntries(rest, page, docs),
    },
  ];
}

function resourceEntries(
  resources: readonly Resource[],
  page: string,
  docs: DocsContext,
): ResourceEntryView[] {
  const isInSection = docs.api.resources.some(({ section }) => section !== null);
  return resources.map((resource) => ({
    isInSection,
    label: docs.names.resource(resource).titlePath,
    href: linkFrom(page, docs.pages.resource(resource)),
    ...(isLarge(docs)
      ? { groups: [], count: resource.operations.length }
      : { groups: summaryGroups(resource, page, docs), count: null }),
  }));
}

/**
 * The files for language models: the index in the format of llmstxt.org, and all pages as one text.
 *
 * @param pages the pages in reading order.
 */
export function llmsFiles(pages: readonly PlannedFile[], docs: DocsContext): PlannedFile[] {
  const paths = pages.map(({ path }) => path);
  return [
    // In the same folder as the index, so that relative links work in both.
    {
      path: "docs/llms.txt",
      from: "template",
      template: "docs/llms",
      view: indexView(docs),
    },
    { path: "docs/llms-full.txt", from: "joined", paths },
  ];
}
