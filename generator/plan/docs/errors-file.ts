import type { Response } from "../../model/api.js";
import type { TemplateFile } from "../file.js";
import { calleeOf, type DocsContext, type Placed, placedOperations } from "./docs-context.js";
import { answeredEntries, unansweredEntries } from "./error-entries.js";
import { spellStatus } from "./errors-view.js";
import { errorsPage, linkFrom } from "./pages.js";
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
      answered: answeredEntries(errorsPage, reference),
      unanswered: unansweredEntries(errorsPage, reference),
      statuses: statusRows(reference),
    },
  };
}

function statusRows(reference: DocsContext): StatusRowView[] {
  const failures = placedOperations(reference.api).flatMap((placed) =>
    placed.operation.errors.map((response) => ({ ...placed, response })),
  );
  const statuses = new Set(failures.map(({ response }) => spellStatus(response.status)));
  return [...statuses]
    .sort((a, b) => a.localeCompare(b, "en", { numeric: true }))
    .map((status) => {
      const group = failures.filter(({ response }) => spellStatus(response.status) === status);
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
    href: linkFrom(errorsPage, name === null ? pages.ownError("SDKError") : pages.error({ name })),
  }));
}

function operationLinks(placed: readonly Placed[], reference: DocsContext) {
  const isFew = placed.length <= mostOperations;
  const operations = placed.map((each) => ({
    label: calleeOf(each, reference),
    href: linkFrom(errorsPage, reference.pages.operation(each.operation)),
  }));
  return { operations: isFew ? operations : [], count: isFew ? null : placed.length };
}
