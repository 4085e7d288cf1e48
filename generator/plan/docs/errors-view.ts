import type { Operation, Response, Status } from "../../model/api.js";
import { statusText } from "../status-text.js";
import type { DocsContext } from "./docs-context.js";
import { note } from "./fields-view.js";
import { linkFrom } from "./pages.js";
import type { NoteView } from "./part-views.js";
import type { ErrorRowView } from "./views.js";

/** A row for each error class of an operation, by the first status that it stands for; `SDKError` last. */
export function errorRows(
  operation: Operation,
  page: string,
  reference: DocsContext,
): ErrorRowView[] {
  const byClass = new Map<string, Response[]>();
  for (const response of operation.errors) {
    const { error: name } = response;
    if (name !== null) byClass.set(name, [...(byClass.get(name) ?? []), response]);
  }
  const rows = [...byClass].map(([name, responses]) => ({
    label: reference.names.error({ name }).class,
    href: linkFrom(page, reference.pages.error({ name })),
    statuses: responses.map(({ status }) => spellStatus(status)).join(", "),
    contentTypes: [...new Set(responses.flatMap(({ content }) => content?.contentType ?? []))],
    notes: occasions(responses),
  }));
  const fallback = fallbackRow(operation, page, reference);
  return fallback === null ? rows : [...rows, fallback];
}

/** When responses come, in the document's words. */
export function occasions(responses: readonly Response[]): NoteView[] {
  const isOne = responses.length === 1;
  return responses.flatMap(({ status, description }) =>
    description === null ? [] : [note(isOne ? null : `${spellStatus(status)}:`, description)],
  );
}

/** Failures that are documented without a payload, and so have no class of their own. */
export function bareFailures({ errors }: Operation): Response[] {
  return errors.filter(({ error }) => error === null);
}

/** Whether some failure has no class of its own: only a `default` with a payload leaves none. */
export function hasFallback(operation: Operation): boolean {
  const isDefault = ({ status, error }: Response) => status.kind === "default" && error !== null;
  return bareFailures(operation).length > 0 || !operation.errors.some(isDefault);
}

/** What no documented class stands for, or `null` where a class stands for the rest. */
function fallbackRow(
  operation: Operation,
  page: string,
  { pages }: DocsContext,
): ErrorRowView | null {
  if (!hasFallback(operation)) return null;
  const bare = bareFailures(operation);
  const classed = operation.errors.filter(({ error }) => error !== null);
  const isCovered = classed.some(({ status }) => status.kind === "default");
  const told = bare.flatMap(({ status, description }) => {
    const label = status.kind === "default" ? null : `${spellStatus(status)}:`;
    return description === null ? [] : [note(label, description)];
  });
  const isRestTold = isCovered || bare.some(({ status }) => status.kind === "default");
  return {
    label: "SDKError",
    href: linkFrom(page, pages.ownError("SDKError")),
    statuses: (isCovered ? bare.map(({ status }) => spellStatus(status)) : restOf(classed)).join(
      ", ",
    ),
    contentTypes: ["*/*"],
    notes: isRestTold ? told : [...told, note("Any other failure.")],
  };
}

/** The classes of statuses that are left when others have been told. */
function restOf(classed: readonly Response[]): string[] {
  const ranges = classed.flatMap(({ status }) =>
    status.kind === "range" ? [status.hundreds] : [],
  );
  const rest = ([4, 5] as const).filter((hundreds) => !ranges.includes(hundreds));
  return rest.length === 0 ? ["3XX"] : rest.map((hundreds) => `${hundreds}XX`);
}

export function spellStatus(status: Status): string {
  return statusText(status, "any other");
}
