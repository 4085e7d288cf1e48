import { grouped } from "../../../grouped.js";
import type { NamedError } from "../../../model/api/api.js";
import type { Response } from "../../../model/api/operation.js";
import { statusText } from "../../../model/statuses.js";
import type { TemplateFile } from "../../file.js";
import { calleeOf, type DocsContext, type Placed, placedOperations } from "../docs-context.js";
import { errorsPage, linkFrom } from "../pages.js";
import type { ErrorEntryView, KindEntryView, LinkView } from "../part-views.js";
import { callErrors } from "./call-errors.js";
import type { StatusRowView } from "./error-views.js";
import { statusLabel } from "./errors-view.js";

/** If a status has more operations or classes, their number is shown and the pages list them. */
const mostLinks = 6;

/** The index of errors: the classes, and the meaning of each documented status. */
export function errorsFile(docs: DocsContext): TemplateFile {
  return {
    path: errorsPage,
    from: "template",
    template: "docs/errors",
    view: {
      baseError: docs.names.client.baseError,
      responseErrors: responseErrorEntries(errorsPage, docs),
      errorGroups: errorGroupLinks(errorsPage, docs),
      callErrors: callErrorEntries(errorsPage, docs),
      statuses: statusRows(docs),
    },
  };
}

function statusRows(docs: DocsContext): StatusRowView[] {
  const failures = placedOperations(docs.api).flatMap((placed) =>
    placed.operation.errors.map((response) => ({ ...placed, response })),
  );
  const statuses = new Set(failures.map(({ response }) => statusLabel(response.status)));
  return [...statuses]
    .sort((a, b) => a.localeCompare(b, "en", { numeric: true }))
    .map((status) => {
      const group = failures.filter(({ response }) => statusLabel(response.status) === status);
      const errors = classLinks(
        group.map(({ response }) => response),
        docs,
      );
      return { status, ...errors, ...operationLinks(group, docs) };
    });
}

function classLinks(responses: readonly Response[], docs: DocsContext) {
  const classes = [...new Set(responses.map(({ error }) => error))];
  if (classes.length > mostLinks) return { errors: [], errorCount: classes.length };
  return { errors: classes.map((name) => classLink(name, docs)), errorCount: null };
}

/** @param name the name of a documented error; `null` for `SDKError`. */
function classLink(name: string | null, { names, pages }: DocsContext): LinkView {
  return name === null
    ? { label: "SDKError", href: linkFrom(errorsPage, pages.sdkError("SDKError")) }
    : { label: names.error({ name }).class, href: linkFrom(errorsPage, pages.error({ name })) };
}

type PlacedResponse = Placed & { readonly response: Response };

function operationLinks(placed: readonly PlacedResponse[], docs: DocsContext) {
  if (placed.length > mostLinks) return { operations: [], many: countsByClass(placed, docs) };
  const operations = placed.map((each) => ({
    label: calleeOf(each, docs),
    href: linkFrom(errorsPage, docs.pages.operation(each.operation)),
  }));
  return { operations, many: null };
}

/** How many operations have each error class, the largest numbers first. */
function countsByClass(placed: readonly PlacedResponse[], docs: DocsContext) {
  const byClass = [...grouped(placed.map((each) => [each.response.error, each]))];
  const sorted = byClass.sort(([, one], [, other]) => other.length - one.length);
  const shown = sorted.slice(0, mostLinks).map(([name, own]) => {
    const { label, href } = classLink(name, docs);
    const list = href.includes("#") ? href : `${href}#when-it-happens`;
    return { count: own.length, label, href: list };
  });
  const others = placed.length - shown.reduce((sum, { count }) => sum + count, 0);
  return { classes: shown, others: others === 0 ? null : others };
}

/** Links to the pages that the errors of a resource share. */
export function errorGroupLinks(page: string, { names, pages }: DocsContext): LinkView[] {
  return pages.errorGroups.map((group) => ({
    label: names.resource(group.resource).titlePath,
    href: linkFrom(page, group.page),
  }));
}

/**
 * Error classes with their own page: documented ones, `SDKError`, and those without an error
 * response. None if there are no operations.
 */
export function errorEntries(page: string, docs: DocsContext): ErrorEntryView[] {
  if (docs.api.operations.length === 0) return [];
  return [
    ...responseErrorEntries(page, docs),
    ...callErrorEntries(page, docs).map(({ kind, ...entry }) => entry),
  ];
}

/** The classes for responses with an error status. */
function responseErrorEntries(page: string, docs: DocsContext): ErrorEntryView[] {
  const { api, names, pages } = docs;
  const shared = new Set(pages.errorGroups.flatMap(({ errors }) => errors));
  const alone = api.errors.filter((error) => !shared.has(error));
  const entries = alone.map((error) => ({
    label: names.error(error).class,
    href: linkFrom(page, pages.error(error)),
    when: `The server responded with ${statusesOf(error, docs)}.`,
  }));
  const fallback = {
    label: "SDKError",
    href: linkFrom(page, pages.sdkError("SDKError")),
    when: "The server responded with any other error status.",
  };
  return [...entries, fallback];
}

/** The classes for calls without an error response, each with its `kind`. */
function callErrorEntries(page: string, { pages }: DocsContext): KindEntryView[] {
  return callErrors.map(({ name, kind, when }) => ({
    label: name,
    href: linkFrom(page, pages.sdkError(name)),
    kind: JSON.stringify(kind),
    when,
  }));
}

/** The documented statuses of an error, ascending; `default` covers all others. */
function statusesOf({ name }: NamedError, { failures }: DocsContext): string {
  const statuses = (failures.get(name) ?? []).flatMap(({ responses }) =>
    responses.map(({ status }) => statusText(status, otherwise)),
  );
  const sorted = [...new Set(statuses)].sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
  return sorted.length < 2
    ? sorted.join()
    : `${sorted.slice(0, -1).join(", ")} or ${sorted.at(-1)}`;
}

const otherwise = "with a status that is not documented otherwise";
