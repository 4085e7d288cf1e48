import { callErrors } from "./call-errors.js";
import { linkFrom } from "./pages.js";
import type { ErrorEntryView, KindEntryView } from "./part-views.js";
import type { Reference } from "./reference.js";

/** Every error class: the documented ones, the one for all other answers, and those for none. */
export function errorEntries(page: string, reference: Reference): ErrorEntryView[] {
  return [
    ...answeredEntries(page, reference),
    ...unansweredEntries(page, reference).map(({ kind, ...entry }) => entry),
  ];
}

/** The classes for answers with an error status. */
export function answeredEntries(page: string, reference: Reference): ErrorEntryView[] {
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
  return [...documented, fallback];
}

/** The classes for calls that end without an answer, each with what tells it from the others. */
export function unansweredEntries(page: string, { pages }: Reference): KindEntryView[] {
  return callErrors.map(({ name, kind, when }) => ({
    label: name,
    href: linkFrom(page, pages.ownError(name)),
    kind: JSON.stringify(kind),
    when,
  }));
}
