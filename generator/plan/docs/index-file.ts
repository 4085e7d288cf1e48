import type { TemplateFile } from "../file.js";
import { callErrors } from "./call-errors.js";
import { modelsOf } from "./model-file.js";
import { indexPage, linkFrom, listedOperations } from "./pages.js";
import type { ErrorEntryView, ResourceEntryView } from "./part-views.js";
import type { Reference } from "./reference.js";
import { summaryView } from "./resource-file.js";

/** The index of the reference: operations by resource, models, errors. */
export function indexFile(reference: Reference): TemplateFile {
  const { api, names, pages, identity } = reference;
  return {
    path: indexPage,
    from: "template",
    template: "docs/index",
    view: {
      title: api.title,
      packageName: identity.packageName,
      resources: resourceEntries(indexPage, reference),
      models: modelsOf(api).map(({ name }) => ({
        label: names.model(name).type,
        href: linkFrom(indexPage, pages.schema(name)),
      })),
      errors: errorEntries(indexPage, reference),
    },
  };
}

function resourceEntries(page: string, reference: Reference): ResourceEntryView[] {
  return reference.api.resources.map((resource) => ({
    label: reference.names.resource(resource).trail,
    href: linkFrom(page, reference.pages.resource(resource)),
    operations: listedOperations(resource).map((operation) =>
      summaryView({ operation, resource }, page, reference),
    ),
  }));
}

/** Every error class: the documented ones, the one for all other answers, and those for none. */
export function errorEntries(page: string, reference: Reference): ErrorEntryView[] {
  const { api, names, pages } = reference;
  const documented = api.errors.map((error) => ({
    label: names.error(error).class,
    href: linkFrom(page, pages.error(error)),
    when: "The server answered with a status that the operation documents.",
  }));
  const fallback = {
    label: "SDKError",
    href: linkFrom(page, pages.ownError("SDKError")),
    when: "The server answered with any other error status.",
  };
  const own = callErrors.map(({ name, when }) => ({
    label: name,
    href: linkFrom(page, pages.ownError(name)),
    when,
  }));
  return [...documented, fallback, ...own];
}
