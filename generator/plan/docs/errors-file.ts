import type { Api, NamedError } from "../../model/api/api.js";
import type { Response } from "../../model/api/operation.js";
import { statusText } from "../../model/statuses.js";
import type { TemplateFile } from "../file.js";
import { callErrors } from "./call-errors.js";
import { calleeOf, type DocsContext, type Placed, placedOperations } from "./docs-context.js";
import { statusLabel } from "./errors-view.js";
import { errorsPage, linkFrom } from "./pages.js";
import type { ErrorEntryView, KindEntryView } from "./part-views.js";
import type { StatusRowView } from "./views.js";

/** If a status has more operations or classes, their number is shown and the pages list them. */
const mostLinks = 6;

/** The index shows only the number of documented classes if there are more. */
const mostClasses = 500;

/** The index of errors: the classes, and the meaning of each documented status. */
export function errorsFile(docs: DocsContext): TemplateFile {
  const { api } = docs;
  const listed = listedErrors(api);
  return {
    path: errorsPage,
    from: "template",
    template: "docs/errors",
    view: {
      baseError: docs.names.client.baseError,
      responseErrors: responseErrorEntries(errorsPage, docs, listed),
      classCount: listed.length === api.errors.length ? null : api.errors.length,
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

function classLinks(responses: readonly Response[], { names, pages }: DocsContext) {
  const classes = [...new Set(responses.map(({ error }) => error))];
  if (classes.length > mostLinks) return { errors: [], errorCount: classes.length };
  const errors = classes.map((name) => ({
    label: name === null ? "SDKError" : names.error({ name }).class,
    href: linkFrom(errorsPage, name === null ? pages.sdkError("SDKError") : pages.error({ name })),
  }));
  return { errors, errorCount: null };
}

function operationLinks(placed: readonly Placed[], docs: DocsContext) {
  const isListed = placed.length <= mostLinks;
  const operations = placed.map((each) => ({
    label: calleeOf(each, docs),
    href: linkFrom(errorsPage, docs.pages.operation(each.operation)),
  }));
  return { operations: isListed ? operations : [], count: isListed ? null : placed.length };
}

/** The documented errors that an index lists: all of them, or none if they are too many. */
export function listedErrors({ errors }: Api): readonly NamedError[] {
  return errors.length <= mostClasses ? errors : [];
}

/** Error classes: documented ones, `SDKError`, and those without an error response. */
export function errorEntries(
  page: string,
  docs: DocsContext,
  documented: readonly NamedError[] = docs.api.errors,
): ErrorEntryView[] {
  return [
    ...responseErrorEntries(page, docs, documented),
    ...callErrorEntries(page, docs).map(({ kind, ...entry }) => entry),
  ];
}

/** The classes for responses with an error status. */
function responseErrorEntries(
  page: string,
  docs: DocsContext,
  documented: readonly NamedError[],
): ErrorEntryView[] {
  const { names, pages } = docs;
  const entries = documented.map((error) => ({
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
