import type { NamedError, Response } from "../../model/api.js";
import { statusText } from "../../model/statuses.js";
import type { TemplateFile } from "../file.js";
import { callErrors } from "./call-errors.js";
import { calleeOf, type DocsContext, type Placed, placedOperations } from "./docs-context.js";
import { statusLabel } from "./errors-view.js";
import { errorsPage, linkFrom } from "./pages.js";
import type { ErrorEntryView, KindEntryView } from "./part-views.js";
import type { StatusRowView } from "./views.js";

/** If more operations document a status, their number is shown and the error's page lists them. */
const mostOperations = 6;

/** The index of errors: the classes, and the meaning of each documented status. */
export function errorsFile(reference: DocsContext): TemplateFile {
  return {
    path: errorsPage,
    from: "template",
    template: "docs/errors",
    view: {
      baseError: reference.names.client.baseError,
      responseErrors: responseErrorEntries(errorsPage, reference),
      callErrors: callErrorEntries(errorsPage, reference),
      statuses: statusRows(reference),
    },
  };
}

function statusRows(reference: DocsContext): StatusRowView[] {
  const failures = placedOperations(reference.api).flatMap((placed) =>
    placed.operation.errors.map((response) => ({ ...placed, response })),
  );
  const statuses = new Set(failures.map(({ response }) => statusLabel(response.status)));
  return [...statuses]
    .sort((a, b) => a.localeCompare(b, "en", { numeric: true }))
    .map((status) => {
      const group = failures.filter(({ response }) => statusLabel(response.status) === status);
      const errors = classLinks(
        group.map(({ response }) => response),
        reference,
      );
      return { status, errors, ...operationLinks(group, reference) };
    });
}

function classLinks(responses: readonly Response[], { names, pages }: DocsContext) {
  return [...new Set(responses.map(({ error }) => error))].map((name) => ({
    label: name === null ? "SDKError" : names.error({ name }).class,
    href: linkFrom(errorsPage, name === null ? pages.sdkError("SDKError") : pages.error({ name })),
  }));
}

function operationLinks(placed: readonly Placed[], reference: DocsContext) {
  const isListed = placed.length <= mostOperations;
  const operations = placed.map((each) => ({
    label: calleeOf(each, reference),
    href: linkFrom(errorsPage, reference.pages.operation(each.operation)),
  }));
  return { operations: isListed ? operations : [], count: isListed ? null : placed.length };
}

/** Every error class: the documented ones, `SDKError`, and those without an error response. */
export function errorEntries(page: string, reference: DocsContext): ErrorEntryView[] {
  return [
    ...responseErrorEntries(page, reference),
    ...callErrorEntries(page, reference).map(({ kind, ...entry }) => entry),
  ];
}

/** The classes for responses with an error status. */
function responseErrorEntries(page: string, reference: DocsContext): ErrorEntryView[] {
  const { api, names, pages } = reference;
  const documented = api.errors.map((error) => ({
    label: names.error(error).class,
    href: linkFrom(page, pages.error(error)),
    when: `The server responded with ${statusesOf(error, reference)}.`,
  }));
  const fallback = {
    label: "SDKError",
    href: linkFrom(page, pages.sdkError("SDKError")),
    when: "The server responded with any other error status.",
  };
  return [...documented, fallback];
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
