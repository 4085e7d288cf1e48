import type { NamedError } from "../../model/api.js";
import { statusText } from "../status-text.js";
import { callErrors } from "./call-errors.js";
import type { DocsContext } from "./docs-context.js";
import { linkFrom } from "./pages.js";
import type { ErrorEntryView, KindEntryView } from "./part-views.js";

/** Every error class: the documented ones, `SDKError`, and those without an error response. */
export function errorEntries(page: string, reference: DocsContext): ErrorEntryView[] {
  return [
    ...answeredEntries(page, reference),
    ...unansweredEntries(page, reference).map(({ kind, ...entry }) => entry),
  ];
}

/** The classes for responses with an error status. */
export function answeredEntries(page: string, reference: DocsContext): ErrorEntryView[] {
  const { api, names, pages } = reference;
  const documented = api.errors.map((error) => ({
    label: names.error(error).class,
    href: linkFrom(page, pages.error(error)),
    when: `The server responded with ${statusesOf(error, reference)}.`,
  }));
  const fallback = {
    label: "SDKError",
    href: linkFrom(page, pages.ownError("SDKError")),
    when: "The server responded with any other error status.",
  };
  return [...documented, fallback];
}

/** The classes for calls without an error response, each with its `kind`. */
export function unansweredEntries(page: string, { pages }: DocsContext): KindEntryView[] {
  return callErrors.map(({ name, kind, when }) => ({
    label: name,
    href: linkFrom(page, pages.ownError(name)),
    kind: JSON.stringify(kind),
    when,
  }));
}

/** The documented statuses of an error, ascending; `default` covers all others. */
function statusesOf({ name }: NamedError, { failures }: DocsContext): string {
  const statuses = (failures.get(name) ?? []).flatMap(({ responses }) =>
    responses.map(({ status }) => statusText(status, otherwise)),
  );
  const told = [...new Set(statuses)].sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
  return told.length < 2 ? told.join() : `${told.slice(0, -1).join(", ")} or ${told.at(-1)}`;
}

const otherwise = "with a status that is not documented otherwise";
